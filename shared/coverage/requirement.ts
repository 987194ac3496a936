/**
 * Whether a division has as many holders of a skill as it requires. Both count people, not badges.
 *
 * @returns Null where nobody is required: no requirement is neither met nor unmet.
 */
export const isMet = ({ holders, required }: { readonly holders: number; readonly required: number | null }): boolean | null =>
  required === null || required <= 0 ? null : holders >= required
