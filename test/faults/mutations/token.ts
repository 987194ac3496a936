import { below, oneOf, type Random, someLength } from './choose'
import { mutateJsonText } from './jsonText'

const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8')

/** A token with one fault in its form, or with a header or payload that was changed and encoded correctly again. */
export function mutateToken(token: string, other: string, random: Random): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const [otherHeader = '', otherPayload = '', otherSignature = ''] = other.split('.')
  const at = below(random, token.length)
  const faults: readonly (() => string)[] = [
    () => `${encoded(mutateJsonText(decoded(header), random))}.${payload}.${signature}`,
    () => `${header}.${encoded(mutateJsonText(decoded(payload), random))}.${signature}`,
    () => `${header}.${encoded(mutateJsonText(decoded(payload), random))}.${signature}`,
    () => `${payload}.${header}.${signature}`,
    () => `${header}.${signature}.${payload}`,
    () => `${otherHeader}.${payload}.${signature}`,
    () => `${header}.${otherPayload}.${signature}`,
    () => `${header}.${payload}.${otherSignature}`,
    () => `${header}.${payload}.`,
    () => `${header}..${signature}`,
    () => `${header}.${payload}.${signature}.${signature}`,
    () => `${header}.${payload}.${signature}${oneOf(random, ['=', '==', 'A', '.', '\n', ' '])}`,
    () => `${header}.${encoded(`{"vp":{"type":"VerifiablePresentation","verifiableCredential":"${token}"}}`)}.${signature}`,
    () => `${encoded('{"alg":"none"}')}.${payload}.`,
    () => `${header}.${payload}.${Buffer.alloc(someLength(random, 5000), 1).toString('base64url')}`,
    () => token.slice(0, at) + oneOf(random, ['A', 'z', '-', '+', '/', '.', '']) + token.slice(at + 1),
  ]
  return oneOf(random, faults)()
}
