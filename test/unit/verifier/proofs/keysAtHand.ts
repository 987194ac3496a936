import { noEvidence } from '../../../../electron/parser'
import { makeContext, type VerifierContext } from '../../../../electron/verifier/context/context'
import type { PublicKey, ResolveKey } from '../../../../electron/verifier/keys/key'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import type { IssuerValue } from '../../../../shared/model/verification'

export const contextAt = (now: string): VerifierContext =>
  makeContext({
    now: new Date(now),
    register: { issuers: [] },
    keyDocuments: [],
    statusLists: [],
    evidence: noEvidence,
    askedLists: [],
    acceptedEvidence: [],
    clockSkewSeconds: 0,
  })

export const keyIn = (method: string | null): PublicKey | null => {
  const reading = multikey(method?.split('#').at(-1)?.split(':').at(-1) ?? '')
  return reading.ok ? reading.value : null
}

/** Reads the key from the method's fragment, with the issuer value the test gives it: `whose` by method, else `registered`. */
export const keysAtHand =
  (whose: Readonly<Record<string, IssuerValue>> = {}): ResolveKey =>
  ({ method }) => {
    const value = whose[method ?? ''] ?? 'registered'
    return { key: value === 'unresolved' ? null : keyIn(method), issuer: { value, seen: [] }, problems: [] }
  }
