/**
 * Hashes that are nobody's, by the first 128 bits of a digest of what was asked, with the edition of the address book they were tried in: the same is not
 * computed again, whatever file it comes in. What was never sought before there were editions was sought in none of them; from now on a credential without
 * an edition is one whose search was put off.
 */
export const sql = `
CREATE TABLE missed_hash (
  question BLOB PRIMARY KEY CHECK (length(question) = 16),
  edition INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
UPDATE credential SET sought = 0 WHERE person_id IS NULL AND sought IS NULL;
`
