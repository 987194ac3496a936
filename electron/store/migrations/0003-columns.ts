/**
 * What coverage is counted from, in the order of ids and nothing beside it: 10^6 badges are read from this index in a third of a second, the documents
 * that stand in the same rows untouched. It takes the place of the indexes by grade and by achievement.
 * The last column is `from * 2^27 + until * 2^4 + kind`: days as Julian day numbers, 0 for a day beyond the years 0000 to 9999; kind is
 * `2 * grade + (revoked or suspended)`, grades in the order of their CHECK.
 *
 * Lists of what is few among many have indexes of their own; the sums of an import are kept with each of its lines.
 */
export const sql = `
DROP INDEX credential_held;
DROP INDEX credential_of_achievement;
CREATE INDEX credential_columns ON credential (
  id, person_id, achievement_id,
  (ifnull(CAST(julianday(held_from) AS INTEGER), 0) * 134217728 + ifnull(CAST(julianday(held_until) AS INTEGER), 0) * 16
    + CASE grade WHEN 'verified' THEN 0 WHEN 'confirmed' THEN 2 WHEN 'unregistered' THEN 4 WHEN 'unproven' THEN 6 ELSE 8 END
    + (status IN ('revoked', 'suspended')))
) WHERE superseded_by IS NULL;
CREATE INDEX credential_unmatched ON credential (id) WHERE person_id IS NULL AND superseded_by IS NULL AND grade <> 'rejected';
DROP INDEX credential_of_issuer;
CREATE INDEX credential_of_issuer ON credential (issuer_id, grade, superseded_by, claimed_issuer_name);
CREATE INDEX verification_wants_issuer ON verification (credential_id)
  WHERE is_current = 1 AND integrity = 'intact' AND issuer IN ('unregistered', 'unauthenticated') AND time = 'current' AND status NOT IN ('revoked', 'suspended');
CREATE INDEX person_by_kana ON person (kana_sort IS NULL, kana_sort, staff_number, leaves_on);

CREATE TABLE import_sum (
  import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL,
  grade TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (import_id, outcome, grade)
) STRICT, WITHOUT ROWID;
INSERT INTO import_sum (import_id, outcome, grade, count)
  SELECT import_id, outcome, ifnull(grade, ''), COUNT(*) FROM import_item GROUP BY 1, 2, 3;
CREATE TRIGGER import_item_is_counted AFTER INSERT ON import_item BEGIN
  INSERT INTO import_sum (import_id, outcome, grade, count) VALUES (NEW.import_id, NEW.outcome, ifnull(NEW.grade, ''), 1)
    ON CONFLICT (import_id, outcome, grade) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER import_item_is_counted_no_more AFTER DELETE ON import_item BEGIN
  UPDATE import_sum SET count = count - 1 WHERE import_id = OLD.import_id AND outcome = OLD.outcome AND grade = ifnull(OLD.grade, '');
END;
`
