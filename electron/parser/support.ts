import type { KeptSupport } from '../../shared/model/supportDocument'
import { idOf } from './members'
import { asRead, normalForm } from './normalForm'
import type { SupportDocument, SupportType } from './parsed'
import type { Carried } from './standard'

/** A supporting document with its own id; a document that names none can only be found by where it came from. */
export function support({ source, document, raw, text, token, problems }: Carried, type: SupportType, id = idOf(document)): SupportDocument {
  const missing = id === null && type !== 'jwks' && type !== 'register' && type !== 'evidence' ? [{ code: 'support.no-id' as const }] : []
  return { kind: 'support', source, type, id, document, raw, text: token?.text ?? text, problems: [...problems, ...missing] }
}

/** A supporting document that was kept, in its normal form. */
export function readKept(kept: KeptSupport): SupportDocument {
  const { document, problems } = normalForm(asRead(kept.raw))
  // Kept before it was known that it says one thing in two ways.
  const isNew = problems.length > 0 && !isAmbiguous(kept)
  return { ...kept, document, problems: isNew ? [...kept.problems, ...problems] : kept.problems }
}

/** Does the document say one thing in two ways? Then nothing it says is known. */
export const isAmbiguous = ({ problems }: Pick<SupportDocument, 'problems'>): boolean => problems.some(({ code }) => code === 'document.ambiguous')
