import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json'
import { bases } from '../../differential/bases'
import { mutations } from '../../differential/mutations'
import { changeAt, type Dice, dice, places } from '../../differential/places'
import { unsignedBadge } from '../../proofs/signedElsewhere'
import { compareForms, newTally, type Tally } from './forms'

/** Values that are easily written wrong. */
const awkward: readonly JsonValue[] = [
  'ＡＩ𠮷野',
  '引用"と\\と\n改行\tと\u0007',
  '\u007f',
  'https://example.com/a b',
  'https://example.com/全角　空白',
  'https://example.com/{x}',
  'HTTPS://EXAMPLE.COM/%7e',
  'urn:x',
  'a:b',
  'name',
  'Achievement',
  'type',
  '2026-04-01T00:00:00Z',
  'true',
  '7',
  true,
  7,
  -7,
  0,
  -0,
  1e21,
  2 ** 53 - 1,
  0.5,
  ['x', 'x'],
  ['7', 7],
  ['true', true],
  [['x']],
  { id: 'https://chuo-u.example/a/1' },
  { id: 'https://chuo-u.example/a/1', name: 'GIS' },
  { type: ['Achievement'], name: 'GIS' },
  { type: 'Profile', id: 'did:web:chuo-u.example', name: '中央大学' },
  { '@value': 'x' },
  { '@id': 'https://example.com/x' },
  { '@list': ['x'] },
]

/** More than a badge has, to use many terms of the contexts. */
const rich = unsignedBadge({
  name: 'GISガイド',
  image: { id: 'https://chuo-u.example/i/1', type: 'Image', caption: '徽章' },
  credentialSchema: [
    { id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' },
  ],
  termsOfUse: [{ type: 'urn:x:Policy', id: 'urn:x:1' }],
  refreshService: { id: 'https://chuo-u.example/r', type: '1EdTechCredentialRefresh' },
  evidence: [{ id: 'https://chuo-u.example/e/1', type: ['Evidence'], name: '演習', audience: '職員' }],
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityHash: 'suzuki@city.example', identityType: 'emailAddress', hashed: false, salt: 's' }],
    creditsEarned: 2,
    activityStartDate: '2026-04-01T00:00:00Z',
    result: [{ type: ['Result'], value: '80', achievedLevel: 'urn:x:level', resultDescription: 'urn:x:rd', status: 'Completed' }],
    achievement: {
      id: 'https://chuo-u.example/a/1',
      type: ['Achievement'],
      name: 'GISガイド',
      creator: {
        id: 'did:web:chuo-u.example',
        type: ['Profile'],
        name: '中央大学',
        address: { type: ['Address'], addressCountry: 'JP', geo: { type: 'GeoCoordinates', latitude: 35, longitude: 139 } },
      },
      criteria: { narrative: '修了' },
      related: [{ id: 'https://chuo-u.example/a/2', type: ['Related'], inLanguage: 'ja' }],
      resultDescription: [
        {
          id: 'urn:x:rd',
          type: ['ResultDescription'],
          name: '点',
          resultType: 'ext:Score',
          valueMax: '100',
          rubricCriterionLevel: [{ id: 'urn:x:level', type: ['RubricCriterionLevel'], name: '上', points: '3' }],
        },
      ],
      alignment: [{ type: ['Alignment'], targetName: 'GIS', targetUrl: 'https://skills.example/gis', targetType: 'CFItem' }],
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: '12', identifierType: 'identifier' }],
    },
  },
})

/** Documents and proof options, as the verifier passes them. */
async function originals(): Promise<readonly JsonObject[]> {
  const parts = (await bases()).flatMap(({ document }) => {
    const { proof, ...rest } = document
    return [rest, ...(isObject(proof) ? [{ ...proof, '@context': document['@context'] ?? null }] : [])]
  })
  return [rich, rich, rich, ...parts]
}

function mutate(document: JsonObject, chance: Dice): JsonObject {
  let changed: JsonValue = document
  for (let times = chance.pick([1, 1, 2, 3]); times > 0; times--) {
    const somewhere = chance.pick([...places(changed)].filter(({ path }) => path.length > 0 && path[0] !== '@context')).path
    if (chance.roll(2) === 0) changed = changeAt(changed, somewhere, () => chance.pick(awkward))
    else changed = mutations[chance.pick(Object.keys(mutations))]?.(changed, chance, []) ?? changed
  }
  return isObject(changed) ? changed : document
}

/** Writes mutated documents both ways. The same seed gives the same ones. */
export async function compareMutated(seed: number, count: number): Promise<Tally> {
  const [chance, tally, documents] = [dice(seed), newTally(), await originals()]
  for (let done = 0; done < count; done++) await compareForms(mutate(chance.pick(documents), chance), tally, chance.pick(['code-point', 'utf-16']))
  return tally
}

/** Writes each mutated document and a neighbour of it several times in turn, both ways: a cached text must equal the first one. */
export async function compareRepeated(seed: number, count: number): Promise<Tally> {
  const [chance, tally, documents] = [dice(seed), newTally(), await originals()]
  for (let done = 0; done < count; done++) {
    const one = mutate(chance.pick(documents), chance)
    const other = chance.roll(2) === 0 ? mutate(one, chance) : one
    for (const order of ['utf-16', 'code-point', 'utf-16'] as const) {
      await compareForms(one, tally, order)
      await compareForms(other, tally, order)
    }
  }
  return tally
}

/** One line for the log of the tests. */
export const summary = (seed: number, { alike, left, refused }: Tally): string =>
  `seed ${seed}: alike ${alike}, left to stock ${left}, refused by both ${refused}`
