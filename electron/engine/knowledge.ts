import { answeredList } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { acceptedEvidence, courierLists, type Database, readRegister, supportDocuments } from '../store'
import { buildContext, type VerifierContext } from '../verifier'

/** Two documents of one name say the same, wherever they were found. */
export const documentName = ({ type, id, text }: SupportDocument): string => JSON.stringify([type, id, text])

/**
 * Everything verdicts depend on: the register and documents that are held now, with documents that are about to be held.
 * Each document once, however often it was sent, so that the same knowledge has the same digest.
 */
export function knowledgeOf(db: Database, now: Date, arriving: readonly SupportDocument[] = []): VerifierContext {
  const documents = [...new Map([...supportDocuments(db), ...arriving].map((document) => [documentName(document), document])).values()]
  const answered = documents.flatMap(({ type, document }) => (type === 'evidence' ? (answeredList(document) ?? []) : []))
  return buildContext(documents, readRegister(db), now, { lists: courierLists(db, answered), accepted: acceptedEvidence(db) })
}
