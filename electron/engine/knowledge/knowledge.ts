import type { Day } from '../../../shared/model/day'
import { heldDays, shownFrom } from '../../../shared/model/heldDays'
import type { KeptSupport } from '../../../shared/model/supportDocument'
import { documentDigest, openDocument, packDocument, readKept, readListCredential } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { acceptedEvidence, courierLists, type Database, eachSupportDocument, readRegister } from '../../store'
import { buildContext, type CrossCheck, type VerifierContext } from '../../verifier'

/** Two documents of one name say the same, wherever they were found. */
export const documentName = documentDigest

/** The supporting documents that are held, the long ones packed; without those of an import where one is named. */
export const heldDocuments = (db: Database, notFrom: string | null = null): readonly SupportDocument[] =>
  Array.from(eachSupportDocument(db, undefined, notFrom), (document) => openDocument(packDocument(readKept(document))))

/**
 * Everything verdicts depend on: the register and documents that are held now, with documents that are about to be held.
 * Each document once, however often it was sent, so that the same knowledge has the same digest.
 *
 * @param crossCheck That of the engine, where the context is verified with in this process.
 */
export function knowledgeOf(db: Database, now: Date, arriving: readonly SupportDocument[] = [], crossCheck?: CrossCheck): VerifierContext {
  const documents = new Map([...heldDocuments(db, null), ...arriving].map((document) => [documentName(document), document]))
  return buildContext([...documents.values()], readRegister(db), now, {
    lists: (answered) => courierLists(db, answered),
    accepted: acceptedEvidence(db),
    ...(crossCheck === undefined ? {} : { crossCheck }),
  })
}

/** The newest day that a status list we hold bears; null where there is none, or none with a date. */
export function newestList(lists: readonly KeptSupport[]): Day | null {
  const days = lists.flatMap((list) => shownFrom(heldDays(readListCredential(readKept(list)).credential.validFrom, null).from) ?? [])
  return days.sort().at(-1) ?? null
}
