import type { JsonObject, JsonValue } from '../../../../shared/model/json'

/* Open Badges 2.0 in every spelling: each member of a badge, each way to write it, and each way to write it twice. */

export const home = 'https://badge.example.jp'
export const issuerId = `${home}/issuer/1`
export const classId = `${home}/class/1`
export const url = `${home}/assertion/1`
export const creator = `${home}/keys/1`
export const listUrl = `${home}/revoked`
const context = 'https://w3id.org/openbadges/v2'

export const profile: JsonObject = {
  '@context': context,
  type: 'Issuer',
  id: issuerId,
  name: '地域防災教育協議会',
  url: home,
  publicKey: creator,
  revocationList: listUrl,
}
export const badgeClass: JsonObject = { type: 'BadgeClass', id: classId, name: '地域防災リーダー', criteria: { narrative: '修了' }, issuer: issuerId }

export const assertion = (verification: JsonObject = { type: 'HostedBadge' }): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: url,
  recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
  badge: badgeClass,
  verification,
  issuedOn: '2026-04-01T00:00:00+09:00',
  expires: '2027-03-31T00:00:00+09:00',
})

export interface Variant {
  readonly says: string
  readonly write: (document: JsonObject) => JsonObject
}

const variant = (says: string, write: Variant['write']): Variant => ({ says, write })

/** The document with the member at the end of the path in another spelling. */
function at(path: readonly string[], change: (holder: JsonObject, name: string) => JsonObject): Variant['write'] {
  const [name = '', ...rest] = path
  if (rest.length === 0) return (document) => change(document, name)
  return (document) => ({ ...document, [name]: at(rest, change)(document[name] as JsonObject) })
}

/** The same value under another name, in place of the plain one. */
const called = (other: string) => (holder: JsonObject, name: string) =>
  Object.fromEntries(Object.entries(holder).map(([one, value]) => [one === name ? other : one, value]))
const valued = (value: (plain: JsonValue) => JsonValue) => (holder: JsonObject, name: string) => ({ ...holder, [name]: value(holder[name]!) })

const vocabulary = 'https://w3id.org/openbadges#'
/** Members of an assertion by their path, and whether their names have keyword forms. */
const things: readonly (readonly string[])[] = [['badge'], ['badge', 'issuer'], ['issuedOn'], ['expires'], ['verification'], ['recipient']]
const nodes: readonly (readonly string[])[] = [[], ['badge'], ['verification'], ['recipient']]
const label = (path: readonly string[]) => `/${path.join('/')}`

/** Every spelling of the same badge. */
export const sameBadge: readonly Variant[] = [
  variant('as it is usually written', (document) => document),
  ...things.flatMap((path) => [
    variant(
      `${label(path)} with the prefix of the vocabulary`,
      at(path, (holder, name) => called(`obi:${name}`)(holder, name)),
    ),
    variant(
      `${label(path)} with the address of the vocabulary`,
      at(path, (holder, name) => called(`${vocabulary}${name}`)(holder, name)),
    ),
    variant(
      `${label(path)} in a list of one`,
      at(
        path,
        valued((value) => [value]),
      ),
    ),
  ]),
  ...[['issuedOn'], ['expires']].map((path) =>
    variant(
      `${label(path)} as a value object`,
      at(
        path,
        valued((value) => ({ '@value': value, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' })),
      ),
    ),
  ),
  ...[[], ['badge']].map((path) => variant(`${label([...path, 'id'])} as @id`, at([...path, 'id'], called('@id')))),
  variant(
    '/id in a list of one',
    at(
      ['id'],
      valued((value) => [value]),
    ),
  ),
  ...nodes.flatMap((path) => [
    variant(`${label([...path, 'type'])} as @type`, at([...path, 'type'], called('@type'))),
    variant(
      `${label([...path, 'type'])} as @type in a list`,
      at([...path, 'type'], (holder, name) => called('@type')(valued((value) => [value])(holder, name), name)),
    ),
  ]),
  variant('/type with a prefix', (document) => ({ ...document, type: 'obi:Assertion' })),
  ...['id', '@id'].flatMap((id) => [
    variant(
      `/badge/issuer as an object with ${id}`,
      at(
        ['badge', 'issuer'],
        valued((value) => ({ [id]: value })),
      ),
    ),
    variant(
      `/badge/issuer as an object with ${id} and type`,
      at(
        ['badge', 'issuer'],
        valued((value) => ({ [id]: value, '@type': 'Issuer' })),
      ),
    ),
    variant(
      `/badge/issuer as an object with ${id} in a list`,
      at(
        ['badge', 'issuer'],
        valued((value) => [{ [id]: value }]),
      ),
    ),
  ]),
  variant('/issuedOn as issued_on', at(['issuedOn'], called('issued_on'))),
  variant('/verification as verify', at(['verification'], called('verify'))),
  variant('each under both names, which agree', (document) => ({
    ...document,
    '@id': document.id!,
    '@type': ['obi:Assertion'],
    issued_on: document.issuedOn!,
    issuer: issuerId,
  })),
]

const stranger = 'https://stranger.example'

/** Every way to give one member two different values. */
export const twofold: readonly Variant[] = [
  variant('/id and /@id', (document) => ({ ...document, '@id': `${stranger}/assertion/1` })),
  variant('/@id and /id', (document) => ({ '@id': `${stranger}/assertion/1`, ...document })),
  variant('/type and /@type', (document) => ({ ...document, '@type': 'Endorsement' })),
  variant(
    '/badge/id and /badge/@id',
    at(['badge', 'id'], (holder) => ({ ...holder, '@id': `${stranger}/class/1` })),
  ),
  variant('/badge twice', (document) => ({ ...document, 'obi:badge': { ...badgeClass, name: '高度情報' } })),
  variant('/badge as a list of two', (document) => ({ ...document, badge: [badgeClass, { ...badgeClass, id: `${stranger}/class/1` }] })),
  variant('/issuer and /badge/issuer', (document) => ({ ...document, issuer: `${stranger}/issuer` })),
  variant('/issuer as an object with @id and /badge/issuer', (document) => ({ ...document, issuer: { '@id': `${stranger}/issuer`, name: 'x' } })),
  variant(
    '/badge/issuer as a list of two',
    at(
      ['badge', 'issuer'],
      valued((value) => [value, `${stranger}/issuer`]),
    ),
  ),
  variant(
    '/badge/issuer twice',
    at(['badge', 'issuer'], (holder) => ({ ...holder, [`${vocabulary}issuer`]: `${stranger}/issuer` })),
  ),
  variant('/issuedOn and /issued_on', (document) => ({ ...document, issued_on: '2020-01-01T00:00:00Z' })),
  variant(
    '/expires as a list of two',
    at(
      ['expires'],
      valued((value) => [value, '2099-01-01T00:00:00Z']),
    ),
  ),
  variant('/recipient twice', (document) => ({ ...document, 'obi:recipient': { type: 'email', hashed: false, identity: 'jiro@city.example' } })),
  variant('/uid, an address, and /id', (document) => ({ ...document, uid: `${stranger}/assertion/1` })),
]

/** The same for the verification of a hosted badge. */
export const twofoldHosted: readonly Variant[] = [
  variant('/verification/url and /id', (document) => ({ ...document, verification: { type: 'HostedBadge', url: `${stranger}/assertion/1` } })),
  variant('/verify/url and /id', ({ verification: _, ...document }) => ({ ...document, verify: { type: 'hosted', url: `${stranger}/assertion/1` } })),
  variant('/verify, signed, and /verification, hosted', (document) => ({ ...document, verify: { type: 'signed', url: creator } })),
]

/** And of a signed one. */
export const twofoldSigned: readonly Variant[] = [
  variant('/verify, hosted, and /verification, signed', (document) => ({ ...document, verify: { type: 'hosted', url } })),
  variant('two keys in /verification and /verify', (document) => ({ ...document, verify: { type: 'signed', url: `${stranger}/key` } })),
  variant(
    '/verification/creator twice',
    at(['verification', 'creator'], (holder) => ({ ...holder, 'obi:creator': `${stranger}/key` })),
  ),
]

/** Every name of a badge, with every way a list names it. */
export const names: readonly Variant[] = [
  variant('id', (document) => document),
  variant('@id', at(['id'], called('@id'))),
  variant(
    'id in a list of one',
    at(
      ['id'],
      valued((value) => [value]),
    ),
  ),
  variant('uid', (document) => ({ ...document, id: 'urn:uuid:00000000-0000-4000-8000-000000000001', uid: url })),
  variant('id with signs written as percent signs and digits', (document) => ({ ...document, id: url.replace('assertion', '%61ssertion') })),
]
export const entries: readonly JsonValue[] = [
  url,
  { id: url },
  { '@id': url, revocationReason: '誤交付' },
  { uid: url },
  { id: [url] },
  { id: `${home}/assertion/2`, '@id': url },
  ` ${url} `,
]
const list: JsonObject = { '@context': context, type: 'RevocationList', id: listUrl, issuer: issuerId, revokedAssertions: [] }
/** Every spelling of the list itself. */
export const listsNaming = (entry: JsonValue): readonly Variant[] => [
  variant('in a list', () => ({ ...list, revokedAssertions: [`${home}/assertion/9`, entry] })),
  variant('alone', () => ({ ...list, revokedAssertions: entry })),
  variant('under @type and @id', () => ({
    '@context': context,
    '@type': ['RevocationList'],
    '@id': listUrl,
    issuer: { '@id': issuerId },
    revokedAssertions: [entry],
  })),
  variant('with the prefix', () => ({ ...list, 'obi:revokedAssertions': [entry], revokedAssertions: undefined as never })),
]
