import { isIntact, markDamaged, readStoredOriginal, type StoredOriginal } from '../store'
import type { Engine } from './handler'

/** A credential in the bytes it came in; undefined where it is no longer stored, or its bytes no longer have their digest: then the original is marked as damaged. */
export function wholeOriginal({ db, now }: Pick<Engine, 'db' | 'now'>, credentialId: number): StoredOriginal | undefined {
  const stored = readStoredOriginal(db, credentialId)
  if (stored === undefined || isIntact(stored)) return stored
  markDamaged(db, { sha256: stored.sha256, at: now().toISOString() })
  return undefined
}
