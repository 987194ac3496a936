import type { Outcome } from '../../../shared/contract/importing'
import type { KeptCredential, KeptVerdict } from '../../../shared/model/kept'
import type { Database } from '../database/statement'
import { isKeyStored, isRevoked, readVersions, settleKeys, versionOrigin } from './version'
import { comparedWith, isBefore, type Version } from './versionRule'

/** A credential that is about to be stored. */
interface Arriving {
  readonly key: string
  readonly credential: Pick<KeptCredential, 'issuerId' | 'validFromMilliseconds' | 'heldFrom' | 'heldUntil'>
  readonly verdict: Pick<KeptVerdict, 'grade' | 'status'>
  readonly hostedUrl: string | null
  readonly sha256: string
  readonly ordinal: number
}

/** Compares the credentials of one batch with the stored versions of the same issuer and id. */
export interface AmongVersions {
  /** Compares a credential that is not stored yet with the stored versions. An older version, a copy, and a less proven document are duplicates. */
  readonly add: (arriving: Arriving) => Extract<Outcome, 'new' | 'replaced' | 'duplicate'>
  /** The verdict of a stored credential has changed. */
  readonly changed: (key: string | null) => void
  /** Updates the days of all versions concerned, once for each key: an import may contain any number of versions of one id. */
  readonly settle: (at: string) => void
}

const outcomes = { newer: 'replaced', older: 'duplicate', beside: 'new' } as const

/** Compares the credentials of one batch in their order; for each id only the best version stored so far is remembered. */
export function amongVersions(db: Database): AmongVersions {
  const best = new Map<string, Version | null>()
  const unsettled = new Set<string>()
  const bestOf = (key: string): Version | null => {
    const known = best.get(key)
    if (known !== undefined) return known
    if (!isKeyStored(db, key)) return null
    const stored = readVersions(db, key).filter(({ grade }) => grade !== 'rejected')
    return stored.reduce<Version | null>((front, one) => (front === null || isBefore(one, front) ? one : front), null)
  }
  return {
    add: ({ key, credential, verdict, hostedUrl, sha256, ordinal }) => {
      if (verdict.grade === 'rejected') return 'new'
      const { issuerId, validFromMilliseconds, heldFrom, heldUntil } = credential
      const { grade } = verdict
      const origin = versionOrigin({ key, grade, hostedUrl, issuerId })
      const version: Version = {
        id: 0,
        grade,
        validFromMilliseconds,
        heldFrom,
        heldUntil,
        origin,
        digest: sha256,
        ordinal,
        revoked: isRevoked(verdict),
        contentRank: 0,
      }
      const front = bestOf(key)
      best.set(key, front === null || isBefore(version, front) ? version : front)
      if (front === null) return 'new'
      unsettled.add(key)
      return outcomes[comparedWith(version, front)]
    },
    changed: (key) => {
      if (key === null) return
      best.delete(key)
      unsettled.add(key)
    },
    settle: (at) => settleKeys(db, { keys: unsettled, at }),
  }
}
