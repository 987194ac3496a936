import { parseUnit } from '../../../intake/inspect'
import type { StoredOriginal } from '../../../store'
import type { Engine } from '../../handler'
import { wholeOriginal } from '../../wholeOriginal'

/** The credential of an original; undefined where this version of the program finds another thing at its place: then the verdict stays. */
function parse({ source, bytes, ordinal }: StoredOriginal) {
  const found = parseUnit({ source, bytes, nesting: 0 })[ordinal]
  return found?.kind === 'credential' ? found : undefined
}

/** A stored credential parsed again from its original; undefined where it is no longer stored, damaged, or parsed differently. */
export function parsedOriginal(engine: Engine, credentialId: number) {
  const original = wholeOriginal(engine, credentialId)
  const parsed = original && parse(original)
  return original && parsed && { original, parsed }
}
