import { type HeldOriginal, heldOriginal, isIntact, markDamaged } from '../store'
import type { Engine } from './handler'

/** A credential in the bytes it came in; undefined where it is stored no more, or its bytes no longer have their digest: then the original is named as damaged. */
export function wholeOriginal({ db, now }: Pick<Engine, 'db' | 'now'>, credentialId: number): HeldOriginal | undefined {
  const stored = heldOriginal(db, credentialId)
  if (stored === undefined || isIntact(stored)) return stored
  markDamaged(db, { sha256: stored.sha256, at: now().toISOString() })
  return undefined
}
