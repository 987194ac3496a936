/**
 * What makes evidence count: the addresses of each list that was written for the courier, and what somebody accepted by name, with the import that brought
 * it. Lists written before have no addresses here, so that nothing answers them.
 *
 * Verdicts of before may rest on evidence that nobody asked for, or on lists that nobody signed: credentials that could are verified once more.
 */
export const sql = `
CREATE TABLE courier_address (
  list_id TEXT NOT NULL REFERENCES courier_list (id),
  url TEXT NOT NULL,
  PRIMARY KEY (list_id, url)
) STRICT, WITHOUT ROWID;
CREATE TABLE accepted_evidence (
  import_id TEXT NOT NULL REFERENCES import (id),
  digest TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (import_id, digest)
) STRICT, WITHOUT ROWID;
UPDATE verification SET problems = replace(problems, '"evidence.unasked"', '"evidence.unsolicited"') WHERE instr(problems, '"evidence.unasked"') > 0;
INSERT INTO outstanding (credential_id, asked, why, import_id)
SELECT credential.id, (SELECT COALESCE(MAX(asked), 0) + 1 FROM outstanding), 'documents', NULL
FROM credential JOIN verification ON verification.credential_id = credential.id AND is_current = 1
WHERE verification.proof IN ('hosted', 'ob2-jws') OR verification.status <> 'none';
`
