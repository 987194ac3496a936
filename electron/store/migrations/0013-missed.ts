/**
 * Hashes that match no person, by the first 128 bits of a digest of what was asked, with the edition of the address book they were tried in: the same is not
 * computed again, whatever file it comes in. They go with the import that asked first. What was never sought before there were editions was sought in none of
 * them; from now on a credential without an edition is one whose search was put off.
 */
export const sql = `
CREATE TABLE missed_hash (
  question BLOB PRIMARY KEY CHECK (length(question) = 16),
  edition INTEGER NOT NULL,
  import_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX missed_hash_of_import ON missed_hash (import_id);
CREATE TRIGGER missed_hash_goes_with_import AFTER UPDATE OF state ON import WHEN NEW.state IN ('undone', 'cancelled') BEGIN
  DELETE FROM missed_hash WHERE import_id = NEW.id;
END;
CREATE TRIGGER missed_hash_goes_for_good AFTER DELETE ON import BEGIN
  DELETE FROM missed_hash WHERE import_id = OLD.id;
END;
UPDATE credential SET sought = 0 WHERE person_id IS NULL AND sought IS NULL;
`
