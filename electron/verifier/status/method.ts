import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { Finding, IssuerValue, StatusValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'

/** What one entry says about the status of a credential. */
export interface StatusOutcome {
  readonly finding: Finding<StatusValue>
  readonly problems: readonly Problem[]
}

/** Whose credential the status is of: a list must come from the same issuer and be proven no less than the credential is. */
export interface StatusSubject {
  readonly credentialId: string | null
  readonly issuerId: string | null
  readonly issuer: IssuerValue
}

/** An entry of the shelf: one way a credential says where its status is kept. Only lists in hand are looked at. */
export interface StatusMethod {
  readonly types: readonly string[]
  /** Standard and section. */
  readonly source: string
  /** The address of the list the entry names. */
  listUrl(entry: JsonObject): string | null
  check(entry: JsonObject, subject: StatusSubject, context: VerifierContext): Promise<StatusOutcome>
}

/** Without its fragment: a list is one document, whatever entry of it is named. */
export const documentUrl = (url: string | null): string | null => url?.split('#')[0] ?? null

/** No list is held for this address. */
export const noList = (url: string | null): StatusOutcome => ({
  finding: { value: 'unknown', seen: url === null ? [] : [{ kind: 'list', text: url }], at: '/credentialStatus' },
  problems: [{ code: 'status.no-list', at: '/credentialStatus', ...(url === null ? {} : { detail: url }) }],
})
