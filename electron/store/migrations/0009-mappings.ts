/**
 * An achievement is one of an issuer: the same address named by another issuer is another achievement, and a mapping belongs to one of them. What was mapped
 * without an issuer waits in `unbound_mapping` until a badge that counts names the achievement; mappings of before wait there, too, and are bound when the
 * folder is first opened.
 *
 * `import_id` is the import whose badges led to a binding, so that undoing it takes the binding back.
 *
 * `countable` is written from the verdict: 0 for an endorsement. `counting` says whether a credential counts on its days. Credentials that are no Open Badge
 * are verified again: endorsements are among them.
 *
 * @source standards.md, section 8.14
 */
export const sql = `
PRAGMA defer_foreign_keys = ON;

DROP INDEX credential_columns;
ALTER TABLE credential ADD COLUMN countable INTEGER NOT NULL DEFAULT 1 CHECK (countable IN (0, 1));
ALTER TABLE credential ADD COLUMN counting INTEGER NOT NULL
  GENERATED ALWAYS AS (countable = 1 AND grade IN ('verified', 'confirmed') AND status NOT IN ('revoked', 'suspended')) VIRTUAL;
CREATE INDEX credential_of_achievement ON credential (achievement_id, issuer_id);

CREATE TABLE issued (id INTEGER PRIMARY KEY, old_id INTEGER NOT NULL, uri TEXT NOT NULL, issuer_uri TEXT NOT NULL, UNIQUE (old_id, issuer_uri)) STRICT;
INSERT INTO issued (id, old_id, uri, issuer_uri)
  SELECT achievement_id, achievement_id, uri, ifnull(MIN(issuer_id), '') FROM credential JOIN achievement ON achievement.id = achievement_id GROUP BY achievement_id;
INSERT OR IGNORE INTO issued (old_id, uri, issuer_uri)
  SELECT DISTINCT achievement_id, uri, ifnull(issuer_id, '') FROM credential JOIN achievement ON achievement.id = achievement_id;
UPDATE credential SET achievement_id = (SELECT id FROM issued WHERE old_id = achievement_id AND issuer_uri = ifnull(issuer_id, ''))
  WHERE achievement_id IS NOT NULL AND achievement_id <> (SELECT id FROM issued WHERE old_id = achievement_id AND issuer_uri = ifnull(issuer_id, ''));

CREATE TABLE unbound_mapping (
  uri TEXT NOT NULL,
  skill_id INTEGER NOT NULL REFERENCES skill (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  PRIMARY KEY (uri, skill_id)
) STRICT, WITHOUT ROWID;
INSERT INTO unbound_mapping (uri, skill_id, level) SELECT uri, skill_id, level FROM mapping JOIN achievement ON achievement.id = achievement_id;

DROP TABLE mapping;
DROP TABLE achievement;
CREATE TABLE achievement (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL,
  issuer_uri TEXT NOT NULL,
  UNIQUE (uri, issuer_uri)
) STRICT;
INSERT INTO achievement (id, uri, issuer_uri) SELECT id, uri, issuer_uri FROM issued;
DROP TABLE issued;
CREATE TABLE mapping (
  achievement_id INTEGER NOT NULL REFERENCES achievement (id),
  skill_id INTEGER NOT NULL REFERENCES skill (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  bound TEXT NOT NULL CHECK (bound IN ('named', 'origin', 'earliest', 'hand')),
  import_id TEXT REFERENCES import (id),
  PRIMARY KEY (achievement_id, skill_id)
) STRICT, WITHOUT ROWID;

DROP INDEX credential_of_achievement;
CREATE INDEX credential_of_achievement ON credential (achievement_id, counting, valid_from_milliseconds, substr(credential_key, -12));
CREATE INDEX credential_columns ON credential (
  id, person_id, achievement_id,
  (ifnull(CAST(julianday(held_from) AS INTEGER), 0) * 134217728 + ifnull(CAST(julianday(held_until) AS INTEGER), 0) * 16
    + CASE WHEN grade = 'rejected' THEN 8 WHEN countable = 0 THEN 10
        ELSE CASE grade WHEN 'verified' THEN 0 WHEN 'confirmed' THEN 2 WHEN 'unregistered' THEN 4 ELSE 6 END + (status IN ('revoked', 'suspended')) END)
) WHERE superseded_by IS NULL;

CREATE VIEW mapping_in_force AS
  SELECT achievement_id, skill_id, level FROM mapping
  UNION ALL
  SELECT achievement.id, unbound_mapping.skill_id, unbound_mapping.level
  FROM unbound_mapping JOIN achievement ON achievement.uri = unbound_mapping.uri
  WHERE NOT EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id = achievement.id AND counting = 1)
    AND NOT EXISTS (SELECT 1 FROM mapping WHERE mapping.achievement_id = achievement.id AND mapping.skill_id = unbound_mapping.skill_id);

INSERT INTO outstanding (credential_id, asked, why, import_id)
  SELECT id, ifnull((SELECT MAX(asked) FROM outstanding), 0) + 1, 'documents', NULL FROM credential WHERE standard = 'VC';
`
