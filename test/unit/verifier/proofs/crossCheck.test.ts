import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CrossCheck, makeCrossCheck, verify } from '../../../../electron/verifier'
import { dataOf, makeContext } from '../../../../electron/verifier/context/context'
import { needsCrossCheck } from '../../../../electron/verifier/context/crossCheck'
import { fallbackTexts } from '../../../../electron/verifier/jsonld/canonicalTexts'
import { planStatements } from '../../../../electron/verifier/jsonld/plan'
import { agrees } from '../../../../electron/verifier/keys/secondLibrary'
import type { JsonObject } from '../../../../shared/model/json'
import { methodOf } from '../peer'
import { signStatements, testKey } from '../signer'
import { contextWith, credentialOf, issuer } from '../stage'
import { dataModel, extensions, openBadges, suite2020, unsignedBadge } from './signedElsewhere'

/* Which documents are cross-checked, and what follows a mismatch. Plans and the second library are real until a test replaces them. */
vi.mock(import('../../../../electron/verifier/jsonld/plan'), async (original) => {
  const real = await original()
  return { ...real, planStatements: vi.fn(real.planStatements) }
})
vi.mock(import('../../../../electron/verifier/jsonld/canonicalTexts'), async (original) => {
  const real = await original()
  return { ...real, fallbackTexts: vi.fn(real.fallbackTexts) }
})
vi.mock(import('../../../../electron/verifier/keys/secondLibrary'), async (original) => {
  const real = await original()
  return { ...real, agrees: vi.fn(real.agrees) }
})

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const data = dataOf(
  contextWith([
    issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
  ]),
)
let crossCheck: CrossCheck = makeCrossCheck()
const signed = (badge: JsonObject) => signStatements(badge, 'eddsa-rdfc-2022', university.key, methodOf(university))
const verdict = async (document: JsonObject) => {
  const { grade, axes, problems } = await verify(credentialOf(JSON.stringify(document)), makeContext(data, crossCheck))
  return { grade, integrity: axes.integrity.value, codes: problems.map(({ code }) => code) }
}

const isChosen = (signature: string) => needsCrossCheck(false, signature)

let badges: readonly JsonObject[] = []
beforeAll(async () => {
  badges = await Promise.all(Array.from({ length: 300 }, (_, number) => signed(unsignedBadge({ id: `urn:badge:${number}` }))))
  // jsonld canonicalizes contexts that come for the first time: the next document with them has a plan.
  await verdict(badges[0]!)
  vi.mocked(fallbackTexts).mockClear()
})

const { planStatements: reallyPlan } = await vi.importActual<typeof import('../../../../electron/verifier/jsonld/plan')>(
  '../../../../electron/verifier/jsonld/plan',
)

beforeEach(() => {
  crossCheck = makeCrossCheck()
  crossCheck.needsSecondLibrary('the first')
})
afterEach(() => {
  vi.mocked(planStatements).mockReset().mockImplementation(reallyPlan)
  vi.mocked(agrees).mockClear()
  vi.mocked(fallbackTexts).mockClear()
})

describe('a signature that the second library refuses', () => {
  it('is altered, and the mismatch is reported', async () => {
    // The second library verifies the first signature that is cross-checked.
    crossCheck = makeCrossCheck()
    const first = await signed(unsignedBadge({ evidence: [{ id: 'urn:evidence', type: ['Evidence'] }] }))
    vi.mocked(agrees).mockReturnValueOnce(false)
    expect(await verdict(first)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
    expect(crossCheck.takeMismatches()).toMatchObject([{ kind: 'signature' }])
    expect(crossCheck.mayPlan()).toBe(false)
  })
})

describe('a credential canonicalized by its plan', () => {
  it('has contexts that came before: the first document with a list of contexts gets no plan', async () => {
    const others = await signed(unsignedBadge({ '@context': [dataModel, openBadges, suite2020, extensions] }))
    const plannedOf = async () => {
      expect((await verdict(others)).grade).toBe('verified')
      return Promise.all(vi.mocked(planStatements).mock.results.map(({ value }) => value))
    }
    expect(await plannedOf()).toEqual([null])
    expect(await plannedOf()).toMatchObject([null, { isFirst: true }, { isFirst: true }])
  })

  it('is cross-checked where it is the first of its shape, and about once in a hundred times after that', async () => {
    const first = await signed(unsignedBadge({ evidence: [{ id: 'urn:evidence', type: ['Evidence'], name: '演習' }] }))
    expect((await verdict(first)).grade).toBe('verified')
    expect(fallbackTexts).toHaveBeenCalledTimes(1)
    for (const badge of badges) expect((await verdict(badge)).grade).toBe('verified')
    const chosen = (is: (signature: string) => boolean) => badges.filter((badge) => is(String((badge.proof as JsonObject).proofValue))).length
    expect(chosen(isChosen)).toBeGreaterThan(0)
    expect(fallbackTexts).toHaveBeenCalledTimes(1 + chosen(isChosen))
    expect(agrees).toHaveBeenCalledTimes(chosen((text) => crossCheck.needsSecondLibrary(text)))
    expect([crossCheck.mayPlan(), crossCheck.takeMismatches()]).toEqual([true, []])
  })

  it('is chosen by its signature, the same each time; the second library verifies every tenth of those', () => {
    const signatures = Array.from({ length: 10_000 }, (_, number) => `z${number}`)
    const [chosen, asked] = [isChosen, (text: string) => crossCheck.needsSecondLibrary(text)].map((is) => signatures.filter(is))
    expect(chosen?.length).toBeGreaterThan(50)
    expect(chosen?.length).toBeLessThan(200)
    expect(asked?.length).toBeGreaterThan(2)
    expect(asked?.every((text) => chosen?.includes(text))).toBe(true)
    expect(needsCrossCheck(true, 'z1')).toBe(true)
  })
})

describe('a plan whose text differs from that of jsonld', () => {
  const altered = () => ({ ...badges[1], name: '改竄' })

  it('accepts nothing on its first document: jsonld decides, and plans are disabled', async () => {
    vi.mocked(planStatements).mockImplementation(async (document, source) => {
      const planned = await reallyPlan('name' in document ? { ...document, name: String(badges[1]?.name) } : document, source)
      return planned && { ...planned, isFirst: true }
    })
    expect(await verdict(altered())).toMatchObject({ grade: 'rejected', integrity: 'altered' })
    expect(crossCheck.takeMismatches()).toMatchObject([{ kind: 'canonical-form', contexts: badges[1]?.['@context'] }])
    expect(crossCheck.mayPlan()).toBe(false)
    const asked = vi.mocked(planStatements).mock.calls.length
    expect((await verdict(badges[2]!)).grade).toBe('verified')
    expect(vi.mocked(planStatements).mock.calls.length).toBe(asked)
  })

  it('refuses nothing: jsonld decides where the signature does not fit the planned text', async () => {
    vi.mocked(planStatements).mockImplementation((document, source) => reallyPlan('name' in document ? { ...document, name: '別' } : document, source))
    expect((await verdict(badges[3]!)).grade).toBe('verified')
    expect(crossCheck.takeMismatches()).toHaveLength(1)
  })

  it('is found where jsonld refuses the document', async () => {
    const { '@context': contexts, ...members } = unsignedBadge({ nickname: '適材' })
    vi.mocked(planStatements).mockImplementation(({ nickname: _lost, ...document }, source) => reallyPlan(document, source))
    const { proof } = badges[4] ?? {}
    expect(await verdict({ '@context': contexts ?? null, ...members, proof: proof ?? null })).toMatchObject({ integrity: 'data-loss' })
    expect(crossCheck.takeMismatches()).toMatchObject([{ kind: 'canonical-form', stock: 'context.data-loss' }])
  })
})

describe('the two orders of statements', () => {
  it('are both compared where characters can tell them apart', async () => {
    const both = unsignedBadge({
      name: 'ＡＩ𠮷野',
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], name: '𠮷', tag: ['ＡＩ', '𠮷野'], criteria: { narrative: 'Ａ' } },
      },
    }) // prettier-ignore
    expect((await verdict(await signed(both))).grade).toBe('verified')
    expect([crossCheck.mayPlan(), crossCheck.takeMismatches()]).toEqual([true, []])
  })
})
