import { createHash } from 'node:crypto'
import { below, oneOf, type Random, someLength } from './choose'
import { mutateJsonText } from './jsonText'

const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8')

/** An SD-JWT with other disclosures than its own, or its own in another way: altered, left out, repeated, moved, invented, or of another token. */
function mutateDisclosures(token: string, other: string, random: Random): string {
  const [jws = '', ...parts] = token.split('~')
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const [at, to] = [below(random, parts.length), below(random, parts.length)]
  const [here = '', there = ''] = [parts[at], parts[to]]
  const foreign = oneOf(random, [...other.split('~').slice(1), ''])
  const invented = encoded(JSON.stringify(['salt', oneOf(random, ['name', 'validUntil', 'issuer', '_sd', '...', '__proto__', 'id']), '2040-01-01T00:00:00Z']))
  const digest = createHash('sha256').update(invented).digest('base64url')
  const joined = (changed: readonly string[], of = jws) => [of, ...changed].join('~')
  const withPayload = (change: (text: string) => string) => joined(parts, `${header}.${encoded(change(decoded(payload)))}.${signature}`)
  const faults: readonly (() => string)[] = [
    () => joined(parts.toSpliced(at, 1)),
    () => joined(parts.toSpliced(at, 0, here)),
    () => joined(parts.with(at, there).with(to, here)),
    () => joined(parts.toSpliced(at, 0, foreign)),
    () => joined(parts.with(at, foreign)),
    () => joined(parts.toSpliced(0, 0, invented)),
    () => joined(parts.with(at, invented)),
    () => joined(parts.with(at, encoded(here.startsWith('W') ? mutateJsonText(decoded(here), random) : here))),
    () => joined(parts.with(at, encoded(JSON.stringify([decoded(here)])))),
    () => joined(parts.with(at, `${here.slice(0, -1)}${oneOf(random, ['A', 'B', '=', '-', ''])}`)),
    () => withPayload((text) => text.replace(/"_sd":\["[^"]*"/, `"_sd":["${digest}"`)),
    () => joined([invented, ...parts], `${header}.${encoded(decoded(payload).replace('"_sd":[', `"_sd":["${digest}",`))}.${signature}`),
    () => withPayload((text) => text.replace('sha-256', oneOf(random, ['sha-512', 'SHA-256', 'md5', '']))),
    () => withPayload((text) => text.replace('"..."', oneOf(random, ['"_sd"', '"...."', '"id"']))),
    () => jws,
    () => `${jws}~`,
    () => joined(parts.slice(0, -1)),
    () => joined([...parts.slice(0, -1), '']),
    () => joined([...parts.slice(0, -1), oneOf(random, [jws, 'e30.e30.', `${encoded('{"alg":"none","typ":"kb+jwt"}')}.${payload}.`])]),
  ]
  return oneOf(random, faults)()
}

/** A token with one fault in its form, or with a header or payload that was changed and encoded correctly again. */
export function mutateToken(token: string, other: string, random: Random): string {
  if (token.includes('~') && random() < 0.7) return mutateDisclosures(token, other, random)
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
