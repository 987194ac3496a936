import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { changeAt, type Dice, places } from './places'
import { strangeContexts, strangeMembers, strangeProofs } from './strange'

/** Changes a credential in one place. Its input stays unchanged. */
export type Mutation = (document: JsonValue, dice: Dice, foreign: readonly JsonObject[]) => JsonValue

const all = (document: JsonValue, fits: (value: JsonValue) => boolean = () => true) => [...places(document)].filter(({ value }) => fits(value))
const objects = (document: JsonValue) => all(document, isObject)

/** Changes the value at a place that fits; returns the document unchanged where none does. */
const anywhere =
  (fits: (value: JsonValue) => boolean, change: (value: JsonValue, dice: Dice) => JsonValue | undefined): Mutation =>
  (document, dice) => {
    const found = all(document, fits).filter(({ path }) => path.length > 0)
    return found.length === 0 ? document : changeAt(document, dice.pick(found).path, (value) => change(value, dice))
  }

const inObject =
  (change: (value: JsonObject, dice: Dice) => JsonObject): Mutation =>
  (document, dice) =>
    changeAt(document, dice.pick(objects(document)).path, (value) => (isObject(value) ? change(value, dice) : value))

const onProof =
  (change: (proof: JsonObject, dice: Dice) => JsonValue | undefined): Mutation =>
  (document, dice) =>
    isObject(document) && isObject(document.proof) ? changeAt(document, ['proof'], (proof) => (isObject(proof) ? change(proof, dice) : proof)) : document

const texts: readonly ((text: string) => string)[] = [
  (text) => `${text}x`,
  (text) => text.slice(1),
  () => '',
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => text.replaceAll('か', 'ｶ').replaceAll('A', 'Ａ').replaceAll('ガ', 'カ\u3099'),
  (text) => text.toUpperCase(),
  (text) => ` ${text}`,
  (text) => text.replace('Z', '+00:00'),
  (text) => text.replace('+09:00', 'Z'),
  (text) => text.replace('T00:00:00', 'T00:00:00.000'),
  (text) => text.replace(/^20\d\d/, '2099'),
  (text) => text.replace(/T.*$/, ''),
  (text) => text.replace('https:', 'HTTPS:'),
  (text) => text.replace('did:', 'did%3A'),
  (text) => `_:${text}`,
  (text) => `${text}\u0000`,
  (text) => `${text}\ud800`,
]

const other: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 53,
  '',
  'x',
  [],
  {},
  [null],
  [[]],
  'https://example.com/x',
  { id: 'https://example.com/x' },
]

const entriesOf = (value: JsonObject) => Object.entries(value)

const renamed = (name: string, dice: Dice): string =>
  dice.pick([
    `${name}x`,
    name.toUpperCase(),
    name.normalize('NFD'),
    `@${name}`,
    `https://www.w3.org/2018/credentials#${name}`,
    `cred:${name}`,
    `sec:${name}`,
    `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${name}`,
    'until2',
    'name',
    '',
    '__proto__',
  ])

/** The mutations, by name: a failure names those that were applied. */
export const mutations: Readonly<Record<string, Mutation>> = {
  text: anywhere(
    (value) => typeof value === 'string',
    (value, dice) => dice.pick(texts)(String(value)),
  ),
  value: anywhere(
    () => true,
    (_value, dice) => dice.pick(other),
  ),
  delete: anywhere(
    () => true,
    () => undefined,
  ),
  rename: inObject((value, dice) => {
    const entries = entriesOf(value)
    const at = dice.roll(entries.length)
    return Object.fromEntries(entries.map(([name, child], index) => [index === at ? renamed(name, dice) : name, child]))
  }),
  reorder: inObject((value) => Object.fromEntries(entriesOf(value).reverse())),
  copy: (document, dice) => {
    const entry = dice.pick(objects(document).flatMap(({ value }) => (isObject(value) ? entriesOf(value) : [])))
    return inObject((value) => ({ ...value, [entry[0]]: entry[1] }))(document, dice, [])
  },
  move: (document, dice) => {
    const from = dice.pick(all(document).filter(({ path }) => typeof path.at(-1) === 'string'))
    const name = String(from.path.at(-1))
    const without = changeAt(document, from.path, () => undefined)
    return inObject((value) => ({ ...value, [name]: from.value }))(without, dice, [])
  },
  swap: anywhere(
    (value) => isArray(value) && value.length > 1,
    (value, dice) => {
      const list = asList(value)
      const at = dice.roll(list.length - 1)
      return list.with(at, list[at + 1] ?? null).with(at + 1, list[at] ?? null)
    },
  ),
  repeat: anywhere(
    (value) => isArray(value) && value.length > 0,
    (value, dice) => [...asList(value), dice.pick(asList(value))],
  ),
  wrap: anywhere(
    () => true,
    (value) => [value],
  ),
  wrapTwice: anywhere(
    () => true,
    (value) => [[value]],
  ),
  unwrap: anywhere(
    (value) => isArray(value) && value.length === 1,
    (value) => asList(value)[0] ?? null,
  ),
  withNull: anywhere(isArray, (value) => [...asList(value), null]),
  withEmpty: anywhere(isArray, (value) => [...asList(value), []]),
  toReference: anywhere(
    (value) => isObject(value) && typeof value.id === 'string',
    (value) => (isObject(value) ? (value.id ?? null) : value),
  ),
  toNode: anywhere(
    (value) => typeof value === 'string',
    (value) => ({ id: value }),
  ),
  toValueObject: anywhere(
    (value) => typeof value === 'string',
    (value, dice) =>
      dice.pick<JsonObject>([{ '@value': value }, { '@id': value }, { '@set': [value] }, { '@list': [value] }, { '@value': value, '@language': 'ja' }]),
  ),
  language: anywhere(
    (value) => isObject(value) && value['@value'] !== undefined,
    (value, dice) => ({ ...(isObject(value) ? value : {}), ...dice.pick(strangeMembers.languages) }),
  ),
  toText: anywhere((value) => typeof value === 'number' || typeof value === 'boolean', String),
  toNumber: anywhere((value) => typeof value === 'string' && value !== '' && Number.isFinite(Number(value)), Number),
  blankName: inObject((value) => ({ ...value, id: '_:b0' })),
  emptyReference: anywhere(isObject, (value, dice) => {
    const unnamed = isObject(value) ? { ...value, id: '', name: 'x' } : value
    return dice.pick<JsonValue>(['', ['', value], [value, ''], [unnamed, value]])
  }),
  nothing: inObject((value, dice) => ({ ...value, [dice.pick(strangeMembers.known)]: dice.pick<JsonValue>([null, [], {}, [null], [[]]]) })),
  keyword: inObject((value, dice) => ({ ...value, ...dice.pick(strangeMembers.keywords) })),
  member: inObject((value, dice) => ({ ...value, [dice.pick([...strangeMembers.known, ...strangeMembers.unknown])]: dice.pick(other) })),
  type: inObject((value, dice) => ({ ...value, type: [...asList(value.type), dice.pick(strangeMembers.types)] })),
  context: (document, dice) => (isObject(document) ? { ...document, '@context': dice.pick(strangeContexts)(asList(document['@context']), dice) } : document),
  nestedContext: inObject((value, dice) => ({ '@context': dice.pick(strangeContexts)([], dice), ...value })),
  proof: onProof((proof, dice) => ({ ...proof, ...dice.pick(strangeProofs.members) })),
  proofValue: onProof((proof, dice) => ({ ...proof, proofValue: dice.pick(strangeProofs.values)(String(proof.proofValue)) })),
  method: onProof((proof, dice) => ({ ...proof, verificationMethod: dice.pick(strangeProofs.methods)(String(proof.verificationMethod)) })),
  foreign: (document, dice, foreign) => {
    if (!isObject(document)) return document
    const added = dice.pick<JsonValue>([...foreign, ...strangeProofs.others])
    const own = asList(document.proof)
    return { ...document, proof: dice.pick<JsonValue>([[...own, added], [added, ...own], added]) }
  },
}
