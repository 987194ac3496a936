/**
 * A hash is tried against an address once: each address knows in which edition of the address book it came, and each credential of nobody up to which
 * edition its people were looked for.
 */
export const sql = `
ALTER TABLE email ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE credential ADD COLUMN sought INTEGER;
CREATE TABLE address_book (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  edition INTEGER NOT NULL
) STRICT;
CREATE INDEX credential_to_seek ON credential (sought, id) WHERE person_id IS NULL;
CREATE INDEX verification_in_conflict ON verification (credential_id) WHERE is_current = 1 AND recipient = 'conflict';
`
