import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { below, oneOf, type Random, someLength } from './choose'

const odd: readonly ((random: Random) => JsonValue)[] = [
  () => null,
  () => [],
  () => ({}),
  () => '',
  () => -1,
  () => 1e300,
  () => 2 ** 53,
  () => true,
  () => '\ud842',
  () => 'did:key:z6Mk',
  () => 'data:application/vc+jwt;base64,e30',
  () => '@id',
  () => '2026-02-30T25:61:61+99:99',
  (random) => 'x'.repeat(someLength(random, 100_000)),
  (random) => nested(someLength(random, 200)),
  (random) => Array.from({ length: someLength(random, 5000) }, () => 1),
  (random) => Object.fromEntries(Array.from({ length: someLength(random, 2000) }, (_, index) => [`m${index}`, index])),
]

const names = [
  'type',
  '@type',
  '@context',
  '@id',
  '@graph',
  '@nest',
  'id',
  'proof',
  'credentialSubject',
  'verifiableCredential',
  'badge',
  'recipient',
  'a/b~c',
  'toString',
]

const nested = (depth: number): JsonValue => {
  let value: JsonValue = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Every value of the document at any depth, with what puts another in its place. */
function places(
  root: JsonValue,
): readonly { readonly value: JsonValue; replace(by: JsonValue): JsonValue; drop(): JsonValue; rename(name: string): JsonValue }[] {
  const found: { value: JsonValue; replace(by: JsonValue): JsonValue; drop(): JsonValue; rename(name: string): JsonValue }[] = []
  const visit = (value: JsonValue, put: (changed: JsonValue) => JsonValue) => {
    if (isArray(value))
      for (const [index, item] of value.entries()) {
        const replace = (by: JsonValue) => put(value.map((each, at) => (at === index ? by : each)))
        const drop = () => put(value.filter((_, at) => at !== index))
        found.push({ value: item, replace, drop, rename: () => put([...value, item]) })
        visit(item, replace)
      }
    if (isObject(value))
      for (const [name, item] of Object.entries(value)) {
        const replace = (by: JsonValue) => put(Object.fromEntries(Object.entries(value).map(([each, old]) => [each, each === name ? by : old])))
        const drop = () => put(Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)))
        const rename = (other: string) => put(Object.fromEntries(Object.entries(value).map(([each, old]) => [each === name ? other : each, old])))
        found.push({ value: item, replace, drop, rename })
        visit(item, replace)
      }
  }
  visit(root, (changed) => changed)
  return found
}

/** The document with one fault: a value replaced, taken away, renamed, repeated, moved, wrapped, or carried in an envelope. */
export function mutateJson(document: JsonValue, random: Random): JsonValue {
  const all = places(document)
  if (all.length === 0) return oneOf(random, odd)(random)
  const here = oneOf(random, all)
  const there = oneOf(random, all)
  const faults: readonly (() => JsonValue)[] = [
    () => here.replace(oneOf(random, odd)(random)),
    () => here.replace(oneOf(random, odd)(random)),
    () => here.drop(),
    () => here.rename(oneOf(random, names)),
    () => here.replace(there.value),
    () => here.replace([here.value]),
    () => here.replace([here.value, here.value]),
    () => here.replace(isArray(here.value) ? (here.value[0] ?? null) : [here.value, there.value]),
    () => here.replace(typeof here.value === 'string' ? changeText(here.value, random) : String(here.value)),
    () => here.replace({ ...(isObject(here.value) ? here.value : {}), [oneOf(random, names)]: there.value }),
    () => ({ type: 'VerifiablePresentation', verifiableCredential: Array.from({ length: someLength(random, 20) }, () => document) }),
    () => ({ type: ['VerifiableCredential', 'ClrCredential'], credentialSubject: { verifiableCredential: [document, here.value] } }) satisfies JsonObject,
    () => Array.from({ length: someLength(random, 20) }, () => document),
  ]
  return oneOf(random, faults)()
}

function changeText(text: string, random: Random): string {
  const at = below(random, text.length + 1)
  return oneOf(random, [
    () => `${text.slice(0, at)}${oneOf(random, ['x', ' ', '#', '/', '\0', '\u200b', '𠮷', '%', '\n'])}${text.slice(at)}`,
    () => text.slice(0, at),
    () => text.slice(at) + text.slice(0, at),
    () => text.toUpperCase(),
    () => text.normalize('NFKD'),
  ])()
}

/** The same in text, where two members of one name and numbers without end can be written too. */
export function mutateJsonText(text: string, random: Random): string {
  const document: JsonValue = JSON.parse(text)
  const written = JSON.stringify(mutateJson(document, random))
  const faults: readonly (() => string)[] = [
    () => written.replace('{', '{"__proto__":{"a":1},'),
    () => written.replace('{', `{"id":"urn:other",`),
    () => written.replace(/:"/, `:${'9'.repeat(someLength(random, 5000))},"x":"`),
    () => written.replaceAll('"', random() < 0.5 ? '\\"' : "'"),
    () => written.replaceAll('a', '\\u0061'),
    () => `\ufeff${written}`,
  ]
  return random() < 0.2 ? oneOf(random, faults)() : written
}
