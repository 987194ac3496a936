import type { KeptSupport } from '../../shared/model/supportDocument'
import { idOf } from './members'
import { asRead, normalForm } from './normalForm'
import type { SupportDocument, SupportType } from './parsed'
import type { Carried } from './standard'

/** A supporting document with its own id; one without an id is found only by its origin. */
export function support({ source, document, raw, text, token, problems }: Carried, type: SupportType, id = idOf(document)): SupportDocument {
  const missing = id === null && type !== 'jwks' && type !== 'register' && type !== 'evidence' ? [{ code: 'support.no-id' as const }] : []
  return { kind: 'support', source, type, id, document, raw, text: token?.text ?? text, problems: [...problems, ...missing] }
}

/** A stored supporting document, in its normal form. */
export function readKept(kept: KeptSupport): SupportDocument {
  const { document, problems } = normalForm(asRead(kept.raw))
  // It was stored before the ambiguity was detected.
  const isNew = problems.length > 0 && !isAmbiguous(kept)
  return { ...kept, document, problems: isNew ? [...kept.problems, ...problems] : kept.problems }
}

/** Does the document give one value in two ways? Then its values are unknown. */
export const isAmbiguous = ({ problems }: Pick<SupportDocument, 'problems'>): boolean => problems.some(({ code }) => code === 'document.ambiguous')
