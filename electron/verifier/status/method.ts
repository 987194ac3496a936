import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { Finding, IssuerValue, StatusValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'

/** The outcome of one status entry. */
export interface StatusOutcome {
  readonly finding: Finding<StatusValue>
  readonly problems: readonly Problem[]
}

/** The credential whose status is asked for: a list must be of the same issuer and be proven no less than the credential. */
export interface StatusSubject {
  readonly credentialId: string | null
  readonly issuerId: string | null
  readonly issuer: IssuerValue
}

/** An entry of the table of status methods. Only stored lists are read. */
export interface StatusMethod {
  readonly types: readonly string[]
  /** Standard and section. */
  readonly source: string
  /** The address of the list the entry names. */
  listUrl(entry: JsonObject): string | null
  check(entry: JsonObject, subject: StatusSubject, context: VerifierContext): Promise<StatusOutcome>
}

/** Without its fragment: a list is one document, whichever entry of it is named. */
export const documentUrl = (url: string | null): string | null => url?.split('#')[0] ?? null

/** The outcome where no list is stored for this address. */
export const noList = (url: string | null): StatusOutcome => ({
  finding: { value: 'unknown', seen: url === null ? [] : [{ kind: 'list', text: url }], at: '/credentialStatus' },
  problems: [{ code: 'status.no-list', at: '/credentialStatus', ...(url === null ? {} : { detail: url }) }],
})
