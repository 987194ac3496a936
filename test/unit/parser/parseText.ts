import { type Parsed, parse, type StoredDocuments, type SupportDocument } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'
import { buildContext, evidenceDigest, storedIn } from '../../../electron/verifier'

/** Everything in one file with this text. */
export const parseText = (text: string, source = 'a.json'): readonly Parsed[] =>
  readFile(source, Buffer.from(text, 'utf8')).flatMap((read) => (read.kind === 'envelope' ? parse(read) : [read]))

export const parseDocument = (document: unknown): readonly Parsed[] => parseText(JSON.stringify(document))

/** The one credential in a document. */
export function credentialIn(document: unknown) {
  const [parsed] = parseDocument(document)
  if (parsed?.kind !== 'credential') throw new Error(JSON.stringify(parsed))
  return parsed
}

export const codesIn = (document: unknown): readonly string[] =>
  parseDocument(document).flatMap((parsed) =>
    parsed.kind === 'unreadable'
      ? [parsed.problem.code]
      : 'problems' in parsed
        ? parsed.problems.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`))
        : [],
  )

/** The stored documents of addresses as the verdict uses them, with all evidence accepted. */
export const heldAmong = (documents: readonly SupportDocument[]): StoredDocuments =>
  storedIn(buildContext(documents, { issuers: [] }, new Date('2026-11-22T10:00:00Z'), { accepted: documents.map(evidenceDigest) }))
