/**
 * What verdicts hang on besides the badge itself, once for all badges of which it is the same, so that a document that arrives finds those it could touch
 * without any badge being read. Null for badges held before: these are read.
 */
export const sql = `
CREATE TABLE hanging (
  id INTEGER PRIMARY KEY,
  addresses TEXT NOT NULL UNIQUE
) STRICT;
ALTER TABLE credential ADD COLUMN hangs_on INTEGER REFERENCES hanging (id);
ALTER TABLE credential ADD COLUMN hosted_url TEXT;
CREATE INDEX credential_hangs_on ON credential (hangs_on);
CREATE INDEX credential_hosted ON credential (hosted_url) WHERE hosted_url IS NOT NULL;
`
