import type { Reason } from '../../../../shared/contract/parts'
import type { SupportDocument } from '../../../parser'
import type { ReverifyScope } from '../../../store'
import type { VerifierContext } from '../../../verifier'

/** Supporting documents that were added or removed, and the context that contains them: the former one where they were removed. */
export interface ChangedDocuments {
  readonly documents: readonly SupportDocument[]
  readonly within: VerifierContext
}

/** Which stored credentials are to be reverified, and why. With `affectedBy` only `notFrom` of the scope narrows further. */
export interface ReverifyRequest extends ReverifyScope {
  readonly why: Reason
  /** Only these. */
  readonly credentialIds?: ReadonlySet<number>
  /** Only those whose verdict these documents can change. */
  readonly affectedBy?: ChangedDocuments
  /** The import whose documents are the reason; undoing it removes the verdicts. */
  readonly importId?: string
  /** Ends the work early, between two credentials; verdicts that were saved stay. */
  readonly signal?: AbortSignal
}
