import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { stockTexts } from '../../../../electron/verifier/jsonld/canonicalTexts'
import { planStatements } from '../../../../electron/verifier/jsonld/plan'
import { allowPlans, isDue, isDueElsewhere, mayPlan, takeDifferences } from '../../../../electron/verifier/jsonld/shadow'
import { agrees } from '../../../../electron/verifier/keys/secondOpinion'
import type { JsonObject } from '../../../../shared/model/json'
import { methodOf } from '../peer'
import { signStatements, testKey } from '../signer'
import { contextWith, credentialOf, issuer } from '../stage'
import { dataModel, extensions, openBadges, suite2020, unsignedBadge } from './signedElsewhere'

/* What is looked at twice, and what becomes of a plan that does not say what stock says. The plans and the other program are real until a test says otherwise. */
vi.mock(import('../../../../electron/verifier/jsonld/plan'), async (original) => {
  const real = await original()
  return { ...real, planStatements: vi.fn(real.planStatements) }
})
vi.mock(import('../../../../electron/verifier/jsonld/canonicalTexts'), async (original) => {
  const real = await original()
  return { ...real, stockTexts: vi.fn(real.stockTexts) }
})
vi.mock(import('../../../../electron/verifier/keys/secondOpinion'), async (original) => {
  const real = await original()
  return { ...real, agrees: vi.fn(real.agrees) }
})

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const context = contextWith([
  issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])
const signed = (badge: JsonObject) => signStatements(badge, 'eddsa-rdfc-2022', university.key, methodOf(university))
const verdict = async (document: JsonObject) => {
  const { grade, axes, problems } = await verify(credentialOf(JSON.stringify(document)), context)
  return { grade, integrity: axes.integrity.value, codes: problems.map(({ code }) => code) }
}

const isChosen = (signature: string) => isDue(false, signature)

let badges: readonly JsonObject[] = []
beforeAll(async () => {
  badges = await Promise.all(Array.from({ length: 300 }, (_, number) => signed(unsignedBadge({ id: `urn:badge:${number}` }))))
  // Contexts that are met for the first time are left to stock: from now on there may be a plan of these.
  await verdict(badges[0]!)
  vi.mocked(stockTexts).mockClear()
})

const { planStatements: reallyPlan } = await vi.importActual<typeof import('../../../../electron/verifier/jsonld/plan')>(
  '../../../../electron/verifier/jsonld/plan',
)

beforeEach(() => {
  allowPlans(true)
  takeDifferences()
})
afterEach(() => {
  vi.mocked(planStatements).mockReset().mockImplementation(reallyPlan)
  vi.mocked(agrees).mockClear()
  vi.mocked(stockTexts).mockClear()
})

// First in this file: the other program is asked about the first signature of a process.
describe('a signature on which another program does not agree', () => {
  it('is not believed, and it is said', async () => {
    vi.mocked(agrees).mockReturnValueOnce(false)
    expect(await verdict(badges[0]!)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
    expect(takeDifferences()).toMatchObject([{ kind: 'signature' }])
    expect(mayPlan()).toBe(false)
  })
})

describe('a credential written by its plan', () => {
  it('names contexts that were met before: what is named once is not worth a plan', async () => {
    const others = await signed(unsignedBadge({ '@context': [dataModel, openBadges, suite2020, extensions] }))
    const plannedOf = async () => {
      expect((await verdict(others)).grade).toBe('verified')
      return Promise.all(vi.mocked(planStatements).mock.results.map(({ value }) => value))
    }
    expect(await plannedOf()).toEqual([null])
    expect(await plannedOf()).toMatchObject([null, { isFirst: true }, { isFirst: true }])
  })

  it('is looked at twice where it is the first of its shape, and about once in a hundred times after', async () => {
    const first = await signed(unsignedBadge({ evidence: [{ id: 'urn:evidence', type: ['Evidence'], name: '演習' }] }))
    expect((await verdict(first)).grade).toBe('verified')
    expect(stockTexts).toHaveBeenCalledTimes(1)
    for (const badge of badges) expect((await verdict(badge)).grade).toBe('verified')
    const chosen = (is: (signature: string) => boolean) => badges.filter((badge) => is(String((badge.proof as JsonObject).proofValue))).length
    expect(chosen(isChosen)).toBeGreaterThan(0)
    expect(stockTexts).toHaveBeenCalledTimes(1 + chosen(isChosen))
    expect(agrees).toHaveBeenCalledTimes(chosen(isDueElsewhere))
    expect([mayPlan(), takeDifferences()]).toEqual([true, []])
  })

  it('is chosen by its signature, the same one each time; another program is asked about every tenth of those', () => {
    const signatures = Array.from({ length: 10_000 }, (_, number) => `z${number}`)
    const [chosen, asked] = [isChosen, isDueElsewhere].map((is) => signatures.filter((text) => is(text)))
    expect(chosen?.length).toBeGreaterThan(50)
    expect(chosen?.length).toBeLessThan(200)
    expect(asked?.length).toBeGreaterThan(2)
    expect(asked?.every((text) => chosen?.includes(text))).toBe(true)
    expect(isDue(true, 'z1')).toBe(true)
  })
})

describe('a plan that does not say what stock says', () => {
  const altered = () => ({ ...badges[1], name: '改竄' })

  it('accepts nothing on its first document: stock decides, and plans are not used again', async () => {
    vi.mocked(planStatements).mockImplementation(async (document, source) => {
      const planned = await reallyPlan('name' in document ? { ...document, name: String(badges[1]?.name) } : document, source)
      return planned && { ...planned, isFirst: true }
    })
    expect(await verdict(altered())).toMatchObject({ grade: 'rejected', integrity: 'altered' })
    expect(takeDifferences()).toMatchObject([{ kind: 'canonical-form', contexts: badges[1]?.['@context'] }])
    expect(mayPlan()).toBe(false)
    const asked = vi.mocked(planStatements).mock.calls.length
    expect((await verdict(badges[2]!)).grade).toBe('verified')
    expect(vi.mocked(planStatements).mock.calls.length).toBe(asked)
  })

  it('refuses nothing: after its no, stock is asked', async () => {
    vi.mocked(planStatements).mockImplementation((document, source) => reallyPlan('name' in document ? { ...document, name: '別' } : document, source))
    expect((await verdict(badges[3]!)).grade).toBe('verified')
    expect(takeDifferences()).toHaveLength(1)
  })

  it('is seen where stock has no text at all', async () => {
    const { '@context': contexts, ...members } = unsignedBadge({ nickname: '適材' })
    vi.mocked(planStatements).mockImplementation(({ nickname: _lost, ...document }, source) => reallyPlan(document, source))
    const { proof } = badges[4] ?? {}
    expect(await verdict({ '@context': contexts ?? null, ...members, proof: proof ?? null })).toMatchObject({ integrity: 'data-loss' })
    expect(takeDifferences()).toMatchObject([{ kind: 'canonical-form', stock: 'context.data-loss' }])
  })
})

describe('the two orders of statements', () => {
  it('are both looked at where characters can tell them apart', async () => {
    const both = unsignedBadge({
      name: 'ＡＩ𠮷野',
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], name: '𠮷', tag: ['ＡＩ', '𠮷野'], criteria: { narrative: 'Ａ' } },
      },
    }) // prettier-ignore
    expect((await verdict(await signed(both))).grade).toBe('verified')
    expect([mayPlan(), takeDifferences()]).toEqual([true, []])
  })
})
