/**
 * SQL condition: the credential is the current version on the day `:on`. Without `superseded_by` a credential has days of its own; `followed_from` is the first
 * day of the version that follows it. Both come from `placeVersions`; every query about a day uses this condition.
 */
export const currentOnSql = '(superseded_by IS NULL AND (followed_from IS NULL OR followed_from > :on))'
