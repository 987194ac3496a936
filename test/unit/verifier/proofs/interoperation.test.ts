import { beforeAll, describe, expect, it } from 'vitest'
import { below } from '../../../../electron/verifier/jsonld/pointer'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { contextAt, keysAtHand } from './keysAtHand'
import { signDataIntegrity, signEd25519Signature2020, suite2020, unsignedBadge } from './signedElsewhere'

const check = (document: JsonObject) =>
  checkProofs(document, [], { issuerId: 'did:web:chuo-u.example', issuedAt: '2026-04-01T00:00:00+09:00' }, contextAt('2026-11-22T10:00:00Z'), keysAtHand())

/** Pointers of all values that are no object and no list. */
function* leaves(value: JsonValue, at = ''): Generator<string> {
  if (isArray(value)) for (const [index, element] of value.entries()) yield* leaves(element, below(at, index))
  else if (isObject(value)) for (const [name, child] of Object.entries(value)) yield* leaves(child, below(at, name))
  else yield at
}

const tampered = (value: JsonValue): JsonValue => (typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}x`)

/** The document with one leaf changed, or removed where `change` returns undefined. */
function changedAt(value: JsonValue, pointer: string, change: (leaf: JsonValue) => JsonValue | undefined, at = ''): JsonValue {
  if (isArray(value)) return value.map((element, index) => changedAt(element, pointer, change, below(at, index)))
  if (!isObject(value)) return at === pointer ? (change(value) ?? null) : value
  const kept = Object.entries(value).filter(([name, child]) => below(at, name) !== pointer || change(child) !== undefined)
  return Object.fromEntries(kept.map(([name, child]) => [name, changedAt(child, pointer, change, below(at, name))]))
}

const signers = [
  ['eddsa-rdfc-2022', signDataIntegrity],
  ['Ed25519Signature2020', signEd25519Signature2020],
] as const

describe.each(signers)('a badge signed by another program as %s', (suite, sign) => {
  let signed: JsonObject = {}
  beforeAll(async () => {
    signed = await sign(unsignedBadge())
  })

  it('is intact, also after being written and parsed again', async () => {
    expect(await check(signed)).toEqual({
      integrity: { value: 'intact', seen: [{ kind: 'suite', text: suite }] },
      issuer: { value: 'registered', seen: [] },
      proof: suite,
      problems: [],
    })
    expect((await check(JSON.parse(JSON.stringify(signed, null, 2)))).integrity.value).toBe('intact')
  })

  it('is not intact once any leaf is changed', async () => {
    const pointers = [...leaves(signed)]
    expect(pointers.length).toBeGreaterThan(30)
    for (const pointer of pointers) {
      const changed = changedAt(signed, pointer, tampered) as JsonObject
      expect((await check(changed)).integrity.value, pointer).not.toBe('intact')
    }
  })

  it('is not intact once any leaf is left out', async () => {
    // The context of the other suite is not needed: removing it changes no signed statement.
    const pointers = [...leaves(signed)].filter((pointer) => pointer !== '/@context/3')
    for (const pointer of pointers) {
      const changed = changedAt(signed, pointer, () => undefined) as JsonObject
      expect((await check(changed)).integrity.value, pointer).not.toBe('intact')
    }
  })
})

it('with the draft name eddsa-2022 is the same suite: only a signature made with that name is intact', async () => {
  const signed = await signDataIntegrity(unsignedBadge())
  const renamed = { ...signed, proof: { ...(signed.proof as JsonObject), cryptosuite: 'eddsa-2022' } }
  expect(await check(renamed)).toMatchObject({ integrity: { value: 'altered' }, proof: 'eddsa-rdfc-2022' })
})

describe('names with characters beyond the basic plane', () => {
  const tags = (tag: readonly string[]) => unsignedBadge({ credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], tag } } })

  it('are intact where the signer sorts by UTF-16 units, with a problem', async () => {
    const finding = await check(await signDataIntegrity(tags(['ＡＩ', '𠮷野'])))
    expect(finding.integrity.value).toBe('intact')
    expect(finding.problems).toEqual([{ code: 'context.canonical-order' }])
  })

  it('are intact without a problem where both orders agree', async () => {
    expect(await check(await signDataIntegrity(tags(['𠮷野', '適材'])))).toMatchObject({ integrity: { value: 'intact' }, problems: [] })
  })

  it('are altered in another Unicode form', async () => {
    const signed = await signDataIntegrity(unsignedBadge({ name: 'ガイド' }))
    expect((await check({ ...signed, name: 'カ\u3099イド' })).integrity.value).toBe('altered')
    expect((await check({ ...signed, name: 'ｶﾞｲﾄﾞ' })).integrity.value).toBe('altered')
  })
})

it('a proof names its suite even where its context is missing', async () => {
  const signed = await signEd25519Signature2020(unsignedBadge())
  const context = (signed['@context'] as readonly string[]).filter((url) => url !== suite2020)
  const finding = await check({ ...signed, '@context': context })
  expect(finding.proof).toBe('Ed25519Signature2020')
  expect(finding.integrity.value).not.toBe('intact')
})
