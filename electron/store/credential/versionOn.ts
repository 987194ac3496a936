/**
 * Has no other version taken the place of a credential on the day `:on`? Without `superseded_by` a credential has days of its own, and `followed_from` is the
 * first day of the version that follows it. Both are worked out by `placeVersions`; every question about a day asks this condition.
 */
export const standsOnSql = '(superseded_by IS NULL AND (followed_from IS NULL OR followed_from > :on))'
