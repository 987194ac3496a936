import type { Secured } from './parsed'
import type { Carried, Token } from './standard'

const forms = { flat: 'ob3-flat', vc: 'ob3-vc', vp: 'ob3-vc', jose: 'vc-jose' } as const satisfies Record<Token['form'], string>

/** What the signature of a verifiable credential, if any, was made over: its token, or the document with its proofs. */
export function securedClaims({
  document,
  raw,
  text,
  token,
}: Pick<Carried, 'document' | 'raw' | 'text' | 'token'>): Extract<Secured, { kind: 'document' | 'jwt' }> {
  if (!token) return { kind: 'document', document, raw, text }
  return { kind: 'jwt', token: token.text, header: token.header, payload: token.payload, document, form: forms[token.form] }
}
