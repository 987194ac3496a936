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

/** Keeps a supporting document, once, and remembers that its effect on what is stored is still to be asked for. @returns the id it is held under. */
export function saveSupport(db: Database, support: NewSupport): number {
  const { originalId, ordinal, importId, source, type, text, document } = support
  const held = readOne<{ id: number }>(db, 'SELECT id FROM support WHERE original_id = :originalId AND ordinal = :ordinal', { originalId, ordinal })
  if (held !== undefined) return held.id
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

/** Where it was not kept beside: JSON text holds its document, the compact form of a JWS in its second part. The text was read with all care when it came in. */
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
 * The supporting documents that are held, in the order they came, one after the other; only those of some types where these are named, and without those of an
 * import.
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
    if (row !== undefined) yield supportOf(row) // Undefined: it has gone meanwhile.
  }
}

/** The same, all at once. */
export const supportDocuments = (db: Database, types?: readonly SupportType[]): readonly KeptSupport[] => [...eachSupportDocument(db, types)]

/** Documents whose effect on credentials stored earlier is not asked for yet, by the import that brought them. */
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

/** Forgets that documents of these imports were unsettled. Belongs into one transaction with what asks for their effect. */
export const settleSupport = (db: Database, importIds: readonly string[]): void =>
  void write(db, 'DELETE FROM unsettled_support WHERE support_id IN (SELECT id FROM support WHERE import_id IN (SELECT value FROM json_each(:importIds)))', {
    importIds: JSON.stringify(importIds),
  })
