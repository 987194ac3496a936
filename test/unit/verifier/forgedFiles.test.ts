import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Parsed, type ParsedCredential, parse, readRegister, type SupportDocument } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'
import { usualSample } from '../../../electron/sample'
import { makeRandom, type Random } from '../../../electron/sample/random'
import { buildContext, verify } from '../../../electron/verifier'
import { asList, isObject, type JsonObject } from '../../../shared/model/json'
import type { IssuerRegister } from '../../../shared/model/register'
import { axisValues, countingGrades } from '../../../shared/model/verification'
import { openCity, textOfBytes } from '../sample/openedBundle'
import { signJcs } from './signedJcs'
import { compact, ed25519Signer, evidence, multibase, supportOf } from './stage'

/*
 * A property of the whole sample city: whatever unsigned files in the names of its issuers are imported too, no badge that counts loses anything, none that
 * does not count gains anything, and only remarks change.
 */

const attacker = ed25519Signer()
const evil = 'https://evil.example/issuer'
const now = new Date('2026-11-20T12:00:00+09:00')

let credentials: readonly ParsedCredential[]
let documents: readonly SupportDocument[]
let register: IssuerRegister
let accepted: readonly string[]

beforeAll(async () => {
  const city = await openCity({ ...usualSample, badges: 300 })
  const found = readFile('badges.zip', city.files.get('badges.zip')!).flatMap((read): readonly Parsed[] => (read.kind === 'envelope' ? parse(read) : [read]))
  credentials = found.filter((one) => one.kind === 'credential')
  documents = found.filter((one) => one.kind === 'support')
  const read = readRegister(JSON.parse(textOfBytes(city.files.get('register.json'))) as JsonObject)
  if (!read.ok) throw new Error(read.problem.at)
  register = read.value
  accepted = [createHash('sha256').update(city.files.get('evidence.json')!).digest('hex')]
})

/** Everything in a verdict except remarks. */
async function verdicts(held: readonly SupportDocument[], acceptedEvidence: readonly string[]) {
  const context = buildContext(held, register, now, { accepted: acceptedEvidence })
  return Promise.all(
    credentials.map(async (credential) => {
      const { grade, axes, counts, issuerName } = await verify(credential, context)
      return { source: credential.source, grade, counts, issuerName, ...axisValues(axes) }
    }),
  )
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(textsIn)
      : isObject(value as JsonObject)
        ? Object.values(value as JsonObject).flatMap(textsIn)
        : []

interface Named {
  readonly ids: readonly string[]
  readonly hosted: readonly JsonObject[]
  readonly classes: readonly string[]
  readonly issuers: readonly string[]
  readonly keys: readonly string[]
  readonly lists: readonly { readonly url: string; readonly issuer: string; readonly purpose: string }[]
  readonly revocationLists: readonly string[]
}

/** The names in the badges and the city's own files: all of them are public. */
function namesOf(): Named {
  const secured = credentials.flatMap(({ secured: one }) => (one.kind === 'address' ? [] : [one.document]))
  const texts = [...secured, ...documents.map(({ document }) => document)].flatMap(textsIn)
  const of = (pattern: RegExp) => [...new Set(texts.filter((text) => pattern.test(text)))]
  const lists = secured.flatMap((document) =>
    asList(document.credentialStatus)
      .filter(isObject)
      .map((entry) => ({
        url: String(entry.statusListCredential),
        issuer: String(isObject(document.issuer) ? document.issuer.id : document.issuer),
        purpose: String(entry.statusPurpose),
      })),
  )
  return {
    ids: secured.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    hosted: credentials.flatMap(({ secured: one }) => (one.kind === 'hosted' ? [one.document] : [])),
    classes: secured.flatMap(({ badge }) => (typeof badge === 'string' ? [badge] : isObject(badge) ? [String(badge.id)] : [])),
    issuers: [...new Set([...register.issuers.map(({ id }) => id), ...of(/\/issuers?\/\d+$/)])],
    keys: [...new Set([...register.issuers.flatMap(({ keys }) => keys.map(({ id }) => id)), ...of(/#[\w-]+$/).filter((text) => /^(did|https):/.test(text))])],
    lists: [...new Map(lists.map((list) => [list.url, list])).values()],
    revocationLists: of(/\/revocations\/\d+$/),
  }
}

type Forge = (names: Named, random: Random) => JsonObject | string | Promise<JsonObject | string>
const v2 = 'https://w3id.org/openbadges/v2'
const bits = (value: number) => `u${gzipSync(Buffer.alloc(131_072 / 8, value)).toString('base64url')}`
const statusList = ({ url, issuer, purpose }: Named['lists'][number], random: Random): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer,
  validFrom: '2026-11-19T00:00:00Z',
  credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: bits(random.chance(0.5) ? 0xff : 0) },
})
const profile = (id: string, also: JsonObject): JsonObject => ({ '@context': v2, type: 'Issuer', id, name: 'x', url: id, ...also })
const answered = (url: string, also: JsonObject, body = ''): JsonObject => {
  const [fetched] = evidence({ url, body, fetchedOn: '2026-11-19T00:00:00Z' }).fetched as readonly JsonObject[]
  return { kind: 'tekizai-evidence', version: 1, list: 'an unknown list', fetched: [{ ...fetched, ...also }] }
}

/** Every type of supporting file, in the name of an issuer in the badges. */
const forgeries: Readonly<Record<string, Forge>> = {
  'profile without a key': ({ issuers }, random) => profile(random.pick(issuers), {}),
  'profile with another key': ({ issuers }, random) => profile(random.pick(issuers), { publicKey: 'https://evil.example/keys/1' }),
  'profile with another list': ({ issuers }, random) => profile(random.pick(issuers), { revocationList: 'https://evil.example/revoked' }),
  'profile that forbids the host': ({ issuers }, random) =>
    profile(random.pick(issuers), { verification: { startsWith: 'https://evil.example/', allowedOrigins: ['evil.example'] } }),
  'badge class of another issuer': ({ classes, issuers }, random) => ({
    '@context': v2,
    ...{ type: 'BadgeClass', id: random.pick(classes), name: '偽', criteria: 'x' },
    issuer: random.chance(0.5) ? evil : random.pick(issuers),
  }),
  'document of another controller': ({ issuers, keys }, random) => ({
    id: random.pick(issuers),
    verificationMethod: keys.map((id) => ({ id, type: 'Multikey', controller: evil, publicKeyMultibase: multibase(attacker) })),
    assertionMethod: [...keys],
  }),
  'document without assertionMethod': ({ issuers, keys }, random) => ({
    id: random.pick(issuers),
    verificationMethod: keys.map((id) => ({ id, type: 'Multikey', controller: random.pick(issuers), publicKeyMultibase: multibase(attacker) })),
    authentication: [...keys],
  }),
  'key of another issuer': ({ keys }, random) => ({ id: random.pick(keys), type: 'Multikey', controller: evil, publicKeyMultibase: multibase(attacker) }),
  'key set': ({ keys }) => ({ keys: keys.map((kid) => ({ ...attacker.jwk, kid })) }),
  'status list without a signature': ({ lists }, random) => statusList(random.pick(lists), random),
  'status list of the attacker': async ({ lists, keys }, random) =>
    compact(statusList(random.pick(lists), random), { kid: random.pick(keys), typ: 'vc+jwt' }, attacker),
  'status list with the key in its header': ({ lists }, random) =>
    compact(statusList(random.pick(lists), random), { jwk: attacker.jwk, typ: 'vc+jwt' }, attacker),
  'status list with a proof': ({ lists, keys }, random) => signJcs(statusList(random.pick(lists), random), attacker, { verificationMethod: random.pick(keys) }),
  'list of revoked badges': ({ revocationLists, issuers, ids }, random) => ({
    '@context': v2,
    ...{ type: 'RevocationList', id: random.pick([...revocationLists, 'https://evil.example/revoked']), issuer: random.pick(issuers) },
    revokedAssertions: random.chance(0.7) ? [...ids] : [],
  }),
  'list of revoked badges with a signature': ({ revocationLists, issuers, ids, keys }, random) =>
    compact(
      { type: 'RevocationList', id: random.pick(revocationLists), issuer: random.pick(issuers), revokedAssertions: [...ids] },
      random.chance(0.5) ? { kid: random.pick(keys) } : { jwk: attacker.jwk },
      attacker,
    ),
  'list of 1EdTech': ({ lists, issuers, ids }, random) => ({
    ...{ type: '1EdTechRevocationList', id: random.pick(lists).url, issuer: random.pick(issuers) },
    revokedCredential: random.chance(0.7) ? [...ids] : [],
  }),
  'evidence that a badge is gone': ({ hosted }, random) => answered(String(random.pick(hosted).id), { status: 410 }),
  'evidence that a badge is not there': ({ hosted }, random) => answered(String(random.pick(hosted).id), { status: 404 }),
  'evidence that confirms': ({ hosted }, random) => {
    const badge = random.pick(hosted)
    return answered(String(badge.id), {}, JSON.stringify(badge))
  },
  'evidence of another class or profile': ({ classes, issuers }, random) => {
    const id = random.pick([...classes, ...issuers.filter((issuer) => issuer.startsWith('https:'))])
    return answered(id, {}, JSON.stringify(profile(id, { issuer: evil, revocationList: 'https://evil.example/revoked', publicKey: [] })))
  },
}

describe.each([
  ['as the bundle came', false],
  ['once its evidence is accepted by name', true],
] as const)('forged files next to the badges of the sample city, %s', (_, isAccepted) => {
  it.each([
    ['before', 1],
    ['behind', 2],
    ['before', 3],
  ] as const)('change no grade, axis, name or count: %s its own files, seed %i', async (place, seed) => {
    const random = makeRandom(seed, 'forged')
    const names = namesOf()
    for (const [name, list] of Object.entries(names)) expect(list.length, name).toBeGreaterThan(0)
    const texts = await Promise.all(Object.values(forgeries).flatMap((forge) => Array.from({ length: 12 }, () => forge(names, random))))
    const forged = random.shuffled(texts.map(supportOf))
    expect(new Set(forged.map(({ type }) => type))).toEqual(
      new Set(['profile', 'badgeClass', 'keyDocument', 'jwks', 'statusList', 'revocationList', 'evidence']),
    )
    const trusted = isAccepted ? accepted : []
    const before = await verdicts(documents, trusted)
    const after = await verdicts(place === 'before' ? [...forged, ...documents] : [...documents, ...forged], trusted)
    const counting = before.filter(({ grade }) => countingGrades.includes(grade))
    expect(counting.length).toBeGreaterThan(100)
    expect(counting.some(({ grade }) => grade === 'confirmed')).toBe(isAccepted)
    const sources = new Set(counting.map(({ source }) => source))
    expect(after.filter(({ source }) => sources.has(source))).toEqual(before.filter(({ source }) => sources.has(source)))
    expect(after.filter(({ source, grade }) => !sources.has(source) && countingGrades.includes(grade))).toEqual([])
  })
})
