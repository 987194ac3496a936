import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { readDataset } from '../../../../electron/verifier/jsonld/dataset'
import { ContextResolver, contextProcessing, events, expansion, rdf } from '../../../../electron/verifier/jsonld/internals'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { runs } from '../../../fixtures/runs'
import { unsignedBadge } from '../proofs/signedElsewhere'

const documentLoader = async (url: string) => {
  const document = pinnedContexts.newer.get(url)
  if (!document) throw new Error(url)
  return { document, documentUrl: url, tag: 'static' }
}

/** The result of jsonld alone: nothing shared with any document before, every context copied in full. Null where it refuses. */
async function stock(document: JsonObject): Promise<unknown> {
  const contextResolver = new ContextResolver({ sharedCache: new Map() })
  const eventHandler = events.setupEventHandler({ options: { safe: true } })
  const options = { base: null, safe: true, keepFreeFloatingNodes: false, produceGeneralizedRdf: false, eventHandler, contextResolver, documentLoader }
  try {
    const expanded = await expansion.expand({ activeCtx: contextProcessing.getInitialContext(options), element: structuredClone(document), options })
    return rdf.toRDF(expanded === null ? [] : [expanded], options)
  } catch {
    // Only whether both refuse is compared, not the reason.
    return null
  }
}

async function ours(document: JsonObject): Promise<unknown> {
  const dataset = await readDataset(document, 'newer')
  return dataset.ok ? dataset.value : null
}

const [first, second, ...others] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://www.w3.org/ns/credentials/status/v1',
] as const

const usualNames = ['id', 'type', 'name', 'description', 'achievement', 'criteria', 'tag', 'alignment', 'result', 'evidence', 'creator', 'image', 'endorsement'] // prettier-ignore
const oddNames = [
  'unknown',
  '@id',
  '@type',
  '@value',
  '@language',
  '@list',
  '@reverse',
  '@graph',
  '@context',
  'proof',
  'verifiableCredential',
  'credentialStatus',
] // prettier-ignore
const types = [
  'Achievement',
  'AchievementSubject',
  'Profile',
  'Alignment',
  'Result',
  'Evidence',
  'IdentityObject',
  'OpenBadgeCredential',
  'DataIntegrityProof',
  'EndorsementCredential',
  'Image',
] // prettier-ignore

const name = fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...usualNames) }, { weight: 1, arbitrary: fc.constantFrom(...oddNames) })
const leaf = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom<JsonValue>('https://example.ac.jp/1', 'did:web:chuo-u.example', 'urn:badge:1') },
  { weight: 1, arbitrary: fc.constantFrom<JsonValue>('GIS', '2026-04-01T00:00:00Z', '𠮷野', '', null, true, 7, 1.5, 'Nothing') },
)
const { value } = fc.letrec<{ value: JsonValue; node: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthIdentifier: 'v' }, leaf, tie('node'), fc.array(tie('value') as fc.Arbitrary<JsonValue>, { minLength: 1, maxLength: 3 })),
  node: fc
    .tuple(
      fc.option(fc.subarray(types, { minLength: 1, maxLength: 2 }), { nil: undefined }),
      fc.dictionary(name, tie('value') as fc.Arbitrary<JsonValue>, { minKeys: 1, maxKeys: 4 }),
    )
    .map(([type, members]): JsonObject => (type === undefined ? { ...members } : { ...members, type })),
}))

const contexts = fc.oneof(
  { weight: 9, arbitrary: fc.shuffledSubarray([...others]).map((extensions) => [first, second, ...extensions]) },
  { weight: 1, arbitrary: fc.shuffledSubarray([first, second, ...others], { minLength: 1 }) },
)

test('the dataset equals that of jsonld alone, whatever was read before, and both refuse the same documents', async () => {
  let read = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(contexts, fc.dictionary(name, value, { maxKeys: 3 }), fc.boolean(), async (context, members, inSubject) => {
      const whole = unsignedBadge({ '@context': context })
      const document = inSubject ? { ...whole, credentialSubject: { ...(whole.credentialSubject as JsonObject), ...members } } : { ...whole, ...members }
      const theirs = await stock(document)
      expect(await ours(document)).toEqual(theirs)
      if (theirs === null) refused += 1
      else read += 1
    }),
    { numRuns: runs(1000, 3000), seed: 20261123 },
  )
  console.log(`shared contexts: ${read} datasets alike, ${refused} refused by both`)
  // Comparing refusals alone, or none, would show little.
  expect(read).toBeGreaterThan(60)
  expect(refused).toBeGreaterThan(60)
})

test('typed objects inside one another enter and leave their contexts as in jsonld', async () => {
  const inner: JsonObject = {
    type: ['Achievement'],
    id: 'urn:a',
    name: '甲',
    creator: { type: ['Profile'], id: 'urn:p', name: '乙', image: { id: 'urn:i', type: 'Image' } },
  }
  const document = unsignedBadge({
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: inner,
      result: [
        { type: ['Result'], value: '1' },
        { type: ['Result'], value: '2' },
      ],
    },
    evidence: [{ type: ['Evidence'], name: '丙' }],
  })
  const expected = await stock(document)
  expect(expected).not.toBeNull()
  // Once with an empty cache, once with that of the first reading.
  expect(await ours(document)).toEqual(expected)
  expect(await ours(document)).toEqual(expected)
})
