import type { RawDocument } from '../../../shared/model/document'
import type { Problem } from '../../../shared/model/problem'
import type { KeptSupport, SupportType } from '../../../shared/model/supportDocument'
import { type Database, readAll, readArrays, readOne, write } from '../database/statement'

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

/** Stores a supporting document, once, and remembers that credentials it affects are not requested for reverification yet. @returns its id. */
export function saveSupport(db: Database, support: NewSupport): number {
  const { originalId, ordinal, importId, source, type, text, document } = support
  const stored = readOne<{ id: number }>(db, 'SELECT id FROM support WHERE original_id = :originalId AND ordinal = :ordinal', { originalId, ordinal })
  if (stored !== undefined) return stored.id
  const { id } = write(
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
  )
  write(db, 'INSERT INTO unsettled_support (support_id) VALUES (:id)', { id })
  return id
}

interface Row {
  readonly source: string
  readonly type: SupportType
  readonly document_id: string | null
  readonly problems: string
  readonly document: string | null
  readonly text: string
}

/** The document of a row. Where it is not stored beside the text, it is the text itself, or the second part of a compact JWS. The text was validated when it was imported. */
function rawOf({ document, text }: Row): RawDocument {
  if (document !== null) return JSON.parse(document) as RawDocument
  const compact = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text.trim())
  return JSON.parse(compact?.[1] === undefined ? text.replace(/^\uFEFF/, '') : Buffer.from(compact[1], 'base64url').toString('utf8')) as RawDocument
}

const supportOf = (row: Row): KeptSupport => ({
  kind: 'support',
  source: row.source,
  type: row.type,
  id: row.document_id,
  raw: rawOf(row),
  text: row.text,
  problems: JSON.parse(row.problems) as Problem[],
})

/**
 * The stored supporting documents in the order they were imported; only those of some types where `types` is given, and without those of the import `notFrom`.
 */
export function* eachSupportDocument(db: Database, types?: readonly SupportType[], notFrom: string | null = null): Generator<KeptSupport> {
  const ids = readArrays<readonly [number]>(
    db,
    `SELECT id FROM support
     WHERE (:types IS NULL OR type IN (SELECT value FROM json_each(:types))) AND (:notFrom IS NULL OR import_id <> :notFrom) ORDER BY id`,
    { types: types === undefined ? null : JSON.stringify(types), notFrom },
  )
  for (const [id] of ids) {
    const row = readOne<Row>(db, 'SELECT source, type, document_id, problems, document, text FROM support WHERE id = :id', { id })
    if (row !== undefined) yield supportOf(row) // Undefined: it was removed meanwhile.
  }
}

/** As `eachSupportDocument`, as a list. */
export const supportDocuments = (db: Database, types?: readonly SupportType[]): readonly KeptSupport[] => [...eachSupportDocument(db, types)]

/** Documents for which no reverification of earlier credentials is requested yet, by the import they came with. */
export function unsettledSupport(db: Database): ReadonlyMap<string, readonly KeptSupport[]> {
  const found = new Map<string, KeptSupport[]>()
  const of = (importId: string): KeptSupport[] => {
    const documents = found.get(importId) ?? []
    found.set(importId, documents)
    return documents
  }
  for (const row of readAll<Row & { import_id: string }>(
    db,
    `SELECT import_id, source, type, document_id, problems, document, text FROM unsettled_support JOIN support ON support.id = support_id ORDER BY support_id`,
  ))
    of(row.import_id).push(supportOf(row))
  return found
}

/** Marks the documents of these imports as settled; to be called in the transaction that requests the reverification. */
export const settleSupport = (db: Database, importIds: readonly string[]): void =>
  void write(db, 'DELETE FROM unsettled_support WHERE support_id IN (SELECT id FROM support WHERE import_id IN (SELECT value FROM json_each(:importIds)))', {
    importIds: JSON.stringify(importIds),
  })
