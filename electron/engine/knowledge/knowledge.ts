import type { Day } from '../../../shared/model/day'
import { heldDays, shownFrom } from '../../../shared/model/heldDays'
import type { KeptSupport } from '../../../shared/model/supportDocument'
import { documentDigest, openDocument, packDocument, readKept, readListCredential } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { acceptedEvidence, courierLists, type Database, eachSupportDocument, readRegister } from '../../store'
import { buildContext, type CrossCheck, type VerifierContext } from '../../verifier'

/** A name by which equal documents are the same, whichever file they come from. */
export const documentName = documentDigest

/** The stored supporting documents, long ones packed; without those of the import `notFrom`. */
export const storedDocuments = (db: Database, notFrom: string | null = null): readonly SupportDocument[] =>
  Array.from(eachSupportDocument(db, undefined, notFrom), (document) => openDocument(packDocument(readKept(document))))

/**
 * The context verdicts are made in: the register, the stored documents, and documents that are about to be stored. Each document once, however often it was
 * imported, so that equal contexts have equal digests.
 *
 * @param crossCheck That of the engine, where the context is verified with in this process.
 */
export function knowledgeOf(db: Database, now: Date, arriving: readonly SupportDocument[] = [], crossCheck?: CrossCheck): VerifierContext {
  const documents = new Map([...storedDocuments(db, null), ...arriving].map((document) => [documentName(document), document]))
  return buildContext([...documents.values()], readRegister(db), now, {
    lists: (answered) => courierLists(db, answered),
    accepted: acceptedEvidence(db),
    ...(crossCheck === undefined ? {} : { crossCheck }),
  })
}

/** The newest day of the status lists; null where none has a date. */
export function newestList(lists: readonly KeptSupport[]): Day | null {
  const days = lists.flatMap((list) => shownFrom(heldDays(readListCredential(readKept(list)).credential.validFrom, null).from) ?? [])
  return days.sort().at(-1) ?? null
}
