import type { HeldSkill } from '../../../shared/contract/people'

/** Is this a holding of the skill asked for, or of one below a branch? */
const under = (held: HeldSkill, skill: string): boolean => held.skill === skill || held.skill.startsWith(`${skill}/`)

/** Badges that may count later: they are not proven yet. */
const waits = ({ grade }: HeldSkill): boolean => grade === 'unproven' || grade === 'unregistered'

/** The holding shown for a person of a cell: the highest that counts, or, for those not counted, the highest that may count later. */
export function bestOf(skills: readonly HeldSkill[], skill: string, counting: boolean): HeldSkill | undefined {
  const found = skills.filter((held) => under(held, skill))
  const wanted = found.filter((held) => (counting ? held.counts : !held.counts && waits(held)))
  return (wanted.length > 0 ? wanted : found).toSorted((a, b) => b.level - a.level || a.credentialId - b.credentialId)[0]
}
