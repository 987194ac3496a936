import { type KeptVerdict, keptCredential, keptVerdict } from '../../../../shared/model/kept'
import { completeCredential, credentialKey } from '../../../parser'
import type { Completed } from '../../../store'
import { storedIn, type VerifierContext, verify } from '../../../verifier'
import type { Engine } from '../../handler'
import { parsedOriginal } from './parsedOriginal'

/** A stored credential with its new verdict, and what is needed to match its recipients again. */
export interface NewVerdict {
  readonly credentialId: number
  readonly verdict: KeptVerdict
  readonly completed: Completed
  readonly holder: string | null
  readonly inConflict: boolean
}

/** Verifies a stored credential from its original bytes; undefined where there is no intact original to verify. */
export async function newVerdict(engine: Engine, credentialId: number, context: VerifierContext): Promise<NewVerdict | undefined> {
  const found = parsedOriginal(engine, credentialId)
  if (!found) return undefined
  const { original, parsed } = found
  const credential = completeCredential(parsed.credential, storedIn(context))
  return {
    credentialId,
    verdict: keptVerdict(await verify(parsed, context)),
    completed: { credential: keptCredential(credential), key: credentialKey(credential) },
    holder: original.holder,
    inConflict: original.inConflict === 1,
  }
}
