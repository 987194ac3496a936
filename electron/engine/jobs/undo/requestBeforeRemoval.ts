import { type Result, success } from '../../../../shared/model/problem'
import type { SupportDocument } from '../../../parser'
import { acceptedEvidence, inOneTransaction, leaveStep } from '../../../store'
import { evidenceDigest } from '../../../verifier'
import type { Engine } from '../../handler'
import { documentName, knowledgeOf, storedDocuments } from '../../knowledge/knowledge'
import { requestReverification } from '../reverify/requestReverification'
import type { ChangedDocuments } from '../reverify/reverifyRequest'

/** The request to reverify credentials that removed documents affect. */
export interface RequestOfUndo {
  readonly number: number
  readonly affectedBy: ChangedDocuments
}

/** The documents that count no more once the import is undone: removed ones, and evidence that stays but is no longer accepted by name. */
function leavingDocuments({ db }: Engine, importId: string): readonly SupportDocument[] {
  const staying = new Set(storedDocuments(db, importId).map(documentName))
  const accepted = new Set(acceptedEvidence(db, importId))
  const released = new Set(acceptedEvidence(db).filter((digest) => !accepted.has(digest)))
  const isReleased = (document: SupportDocument) => released.size > 0 && document.type === 'evidence' && released.has(evidenceDigest(document))
  return storedDocuments(db).filter((document) => !staying.has(documentName(document)) || isReleased(document))
}

/** Before the documents of an undone import are removed: requests the reverification of credentials they affect, in one transaction with the step. */
export function requestBeforeRemoval(engine: Engine, importId: string): Result<RequestOfUndo | null> {
  const documents = leavingDocuments(engine, importId)
  const affectedBy: ChangedDocuments = { documents, within: knowledgeOf(engine.db, engine.verifyAt()) }
  return inOneTransaction(engine.db, () => {
    leaveStep(engine.db, { importId, step: 'documents' })
    if (documents.length === 0) return success(null)
    const number = requestReverification(engine, { why: 'undo', affectedBy })
    return number.ok ? success({ number: number.value, affectedBy }) : number
  })
}
