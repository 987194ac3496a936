/**
 * The first schema. Released migrations never change; a test pins the SHA-256 of each.
 *
 * Days are `YYYY-MM-DD` in Asia/Tokyo and compare as text, periods of posts and divisions half-open `[starts_on, ends_on)`,
 * periods of holding closed `[held_from, held_until]`; instants are RFC 3339 in UTC. Wide columns stand last, so that a scan need not read them.
 */
export const sql = `
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TABLE audit_head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  count INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (only, count, hash) VALUES (1, 0, '');

CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE import (
  id TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled', 'interrupted', 'undone')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  sources TEXT NOT NULL,
  cursor TEXT,
  remaining TEXT
) STRICT;

CREATE TABLE division (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE division_period (
  division_id INTEGER NOT NULL REFERENCES division (id) ON DELETE CASCADE,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (starts_on < ends_on),
  name TEXT NOT NULL,
  parent_code TEXT,
  ordering INTEGER NOT NULL,
  PRIMARY KEY (division_id, starts_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  staff_number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kana TEXT,
  kana_sort TEXT,
  former_name TEXT,
  birth_date TEXT,
  hired_on TEXT,
  term_ends_on TEXT,
  leaves_on TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE TABLE email (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  ordering INTEGER NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (person_id, ordering)
) STRICT, WITHOUT ROWID;
CREATE TABLE did (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  ordering INTEGER NOT NULL,
  did TEXT NOT NULL,
  PRIMARY KEY (person_id, ordering)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  division_id INTEGER NOT NULL REFERENCES division (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  leave TEXT NOT NULL CHECK (leave IN ('none', 'leave', 'childcare')),
  concurrent INTEGER NOT NULL CHECK (concurrent IN (0, 1)),
  post TEXT,
  job_type TEXT,
  employment TEXT
) STRICT;
CREATE INDEX assignment_on ON assignment (person_id, starts_on, ends_on, division_id, leave, concurrent);
CREATE INDEX assignment_of_division ON assignment (division_id, starts_on, ends_on, person_id, leave);

CREATE TABLE recipient_link (
  identity TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE achievement (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE skill (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE mapping (
  achievement_id INTEGER NOT NULL REFERENCES achievement (id),
  skill_id INTEGER NOT NULL REFERENCES skill (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  PRIMARY KEY (achievement_id, skill_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  original_id INTEGER NOT NULL REFERENCES original (id),
  ordinal INTEGER NOT NULL,
  import_id TEXT NOT NULL REFERENCES import (id),
  person_id INTEGER REFERENCES person (id),
  achievement_id INTEGER REFERENCES achievement (id),
  superseded_by INTEGER REFERENCES credential (id),
  superseded_at TEXT,
  credential_key TEXT,
  valid_from_milliseconds INTEGER,
  held_from TEXT NOT NULL,
  held_until TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('verified', 'confirmed', 'unregistered', 'unproven', 'rejected')),
  status TEXT NOT NULL CHECK (status IN ('none', 'clear', 'revoked', 'suspended', 'unknown', 'invalid-list')),
  standard TEXT NOT NULL,
  container TEXT NOT NULL,
  issuer_id TEXT,
  claimed_issuer_name TEXT,
  achievement_name TEXT,
  matched_identity TEXT,
  source TEXT NOT NULL,
  document TEXT NOT NULL,
  text TEXT,
  UNIQUE (original_id, ordinal)
) STRICT;
CREATE INDEX credential_held ON credential (grade, status, held_from, held_until, person_id, achievement_id) WHERE superseded_by IS NULL;
CREATE INDEX credential_of_person ON credential (person_id);
CREATE INDEX credential_of_achievement ON credential (achievement_id, grade, superseded_by);
CREATE INDEX credential_of_issuer ON credential (issuer_id);
CREATE INDEX credential_of_import ON credential (import_id);
CREATE INDEX credential_by_key ON credential (credential_key) WHERE credential_key IS NOT NULL;
CREATE INDEX credential_superseded_by ON credential (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  credential_id INTEGER NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  import_id TEXT REFERENCES import (id),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  at TEXT NOT NULL,
  grade TEXT NOT NULL,
  integrity TEXT NOT NULL,
  issuer TEXT NOT NULL,
  time TEXT NOT NULL,
  status TEXT NOT NULL,
  schema TEXT NOT NULL,
  recipient TEXT NOT NULL,
  proof TEXT,
  issuer_name TEXT,
  problems TEXT NOT NULL,
  seen TEXT NOT NULL,
  context_digest TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX verification_current ON verification (credential_id) WHERE is_current = 1;
CREATE INDEX verification_of_credential ON verification (credential_id, id);
CREATE INDEX verification_of_import ON verification (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE person_match (
  id INTEGER PRIMARY KEY,
  credential_id INTEGER NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  import_id TEXT REFERENCES import (id),
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id),
  identity TEXT
) STRICT;
CREATE INDEX person_match_of_credential ON person_match (credential_id, id);
CREATE INDEX person_match_of_import ON person_match (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE support (
  id INTEGER PRIMARY KEY,
  original_id INTEGER NOT NULL REFERENCES original (id),
  ordinal INTEGER NOT NULL,
  import_id TEXT NOT NULL REFERENCES import (id),
  type TEXT NOT NULL,
  document_id TEXT,
  source TEXT NOT NULL,
  problems TEXT NOT NULL,
  document TEXT,
  text TEXT NOT NULL,
  UNIQUE (original_id, ordinal)
) STRICT;
CREATE INDEX support_of_import ON support (import_id);

CREATE TABLE import_item (
  import_id TEXT NOT NULL REFERENCES import (id),
  sequence INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new', 'replaced', 'duplicate', 'unmatched', 'rejected', 'support', 'unreadable', 'ignored')),
  grade TEXT,
  problem_code TEXT,
  problem_at TEXT,
  problem_detail TEXT,
  support_type TEXT,
  credential_id INTEGER,
  support_id INTEGER,
  integrity TEXT,
  issuer TEXT,
  time TEXT,
  status TEXT,
  schema TEXT,
  recipient TEXT,
  source TEXT NOT NULL,
  achievement_name TEXT,
  sha256 TEXT,
  PRIMARY KEY (import_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_item_of_credential ON import_item (credential_id) WHERE credential_id IS NOT NULL;
CREATE INDEX import_item_of_support ON import_item (support_id) WHERE support_id IS NOT NULL;
CREATE INDEX import_item_by_outcome ON import_item (import_id, outcome, problem_code, grade);

CREATE TABLE envelope (
  id INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL REFERENCES import (id),
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  grade TEXT NOT NULL,
  verdict TEXT NOT NULL
) STRICT;
CREATE INDEX envelope_of_import ON envelope (import_id);

CREATE TABLE issuer (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT,
  confirmed_by TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  how TEXT NOT NULL
) STRICT;
CREATE TABLE issuer_key (
  issuer_id INTEGER NOT NULL REFERENCES issuer (id) ON DELETE CASCADE,
  ordering INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  material TEXT NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  PRIMARY KEY (issuer_id, ordering)
) STRICT, WITHOUT ROWID;
`
