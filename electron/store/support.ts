import type { RawDocument } from '../../shared/model/document'
import type { Problem } from '../../shared/model/problem'
import type { KeptSupport, SupportType } from '../../shared/model/supportDocument'
import { type Database, readAll, readOne, write } from './statement'

export interface NewSupport {
  readonly originalId: number
  readonly ordinal: number
  readonly importId: string
  readonly source: string
  readonly type: SupportType
  readonly id: string | null
  readonly text: string
  readonly problems: readonly Problem[]
  readonly document: string | null
}

/** Keeps a supporting document, once. @returns the id it is held under. */
export function saveSupport(db: Database, support: NewSupport): number {
  const { originalId, ordinal, importId, source, type, text, document } = support
  const held = readOne<{ id: number }>(db, 'SELECT id FROM support WHERE original_id = :originalId AND ordinal = :ordinal', { originalId, ordinal })
  if (held !== undefined) return held.id
  return write(
    db,
    `INSERT INTO support (original_id, ordinal, import_id, type, document_id, source, problems, document, text)
     VALUES (:originalId, :ordinal, :importId, :type, :documentId, :source, :problems, :document, :text)`,
    {
      originalId,
      ordinal,
      importId,
      type,
      source,
      text,
      documentId: support.id,
      problems: JSON.stringify(support.problems),
      document,
    },
  ).id
}

interface Row {
  readonly source: string
  readonly type: SupportType
  readonly document_id: string | null
  readonly problems: string
  readonly document: string | null
  readonly text: string
}

/** Where it was not kept beside: JSON text holds its document, the compact form of a JWS in its second part. The text was read with all care when it came in. */
function rawOf({ document, text }: Row): RawDocument {
  if (document !== null) return JSON.parse(document) as RawDocument
  const compact = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text.trim())
  return JSON.parse(compact?.[1] === undefined ? text.replace(/^\uFEFF/, '') : Buffer.from(compact[1], 'base64url').toString('utf8')) as RawDocument
}

/** The supporting documents that are held, in the order they came; only those of some types where these are named. */
export const supportDocuments = (db: Database, types?: readonly SupportType[]): readonly KeptSupport[] =>
  readAll<Row>(
    db,
    `SELECT source, type, document_id, problems, document, text FROM support
     WHERE :types IS NULL OR type IN (SELECT value FROM json_each(:types)) ORDER BY id`,
    { types: types === undefined ? null : JSON.stringify(types) },
  ).map((row) => ({
    kind: 'support',
    source: row.source,
    type: row.type,
    id: row.document_id,
    raw: rawOf(row),
    text: row.text,
    problems: JSON.parse(row.problems) as Problem[],
  }))
