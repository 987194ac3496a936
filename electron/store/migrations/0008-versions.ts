/**
 * Each version of a credential holds for its own days. `superseded_by` names the version that leaves a credential no day; `followed_from` is the first day of
 * the version that follows it, so that its own last day is the day before. `contested`: another document claims the same issuer and id, and neither is a
 * proven newer version of the other. What an older schema had decided about versions is decided again by `settleAllVersions`.
 *
 * The last hours of the year 9999 in UTC, which mean that there is no end, were a day of five digits in Tokyo, before all others as text: such a badge
 * counted on no day.
 */
export const sql = `
ALTER TABLE credential ADD COLUMN followed_from TEXT;
ALTER TABLE credential ADD COLUMN contested INTEGER NOT NULL DEFAULT 0 CHECK (contested IN (0, 1));
CREATE INDEX credential_followed ON credential (id, followed_from) WHERE followed_from IS NOT NULL;
UPDATE credential SET held_until = '9999-12-31' WHERE held_until LIKE '+%';
`
