import { idOf } from './members'
import type { SupportDocument, SupportType } from './parsed'
import type { Carried } from './standard'

/** A supporting document with its own id; a document that names none can only be found by where it came from. */
export function support({ source, document, text, token, problems }: Carried, type: SupportType, id = idOf(document)): SupportDocument {
  const missing = id === null && type !== 'jwks' && type !== 'register' && type !== 'evidence' ? [{ code: 'support.no-id' as const }] : []
  return { kind: 'support', source, type, id, document, text: token?.text ?? text, problems: [...problems, ...missing] }
}
