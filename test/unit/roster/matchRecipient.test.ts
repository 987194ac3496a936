import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findHashed, indexRecipients, matchRecipient, searchAmong } from '../../../electron/roster'
import type { RecipientIdentity } from '../../../shared/model/credential'
import type { Person } from '../../../shared/model/department'
import { lookedUp, recipientLimits } from '../../../shared/model/recipientLimits'
import { matchAmong } from '../../fixtures/matchAmong'

const person = (staffNumber: string, emails: readonly string[], dids: readonly string[] = []): Person => ({
  staffNumber,
  name: '',
  kana: null,
  formerName: null,
  emails,
  dids,
  birthDate: null,
  hiredOn: null,
  termEndsOn: null,
})
const people = [
  person('001', ['Hanako@City.example'], ['did:key:z6MkAoyama']),
  person('002', ['ishikawa@city.example', 'shared@city.example']),
  person('003', ['shared@city.example']),
]
const hashed = (text: string, salt: string | null, algorithm: 'sha256' | 'md5' = 'sha256') =>
  ({
    kind: 'hash',
    algorithm,
    hash: createHash(algorithm)
      .update(text + (salt ?? ''), 'utf8')
      .digest('hex'),
    salt,
    type: 'email',
  }) as const satisfies RecipientIdentity
const among = (...who: readonly Person[]) => ({ index: indexRecipients(who), search: searchAmong(who) })
const whose = (recipients: readonly RecipientIdentity[]) => matchAmong(recipients, among(...people))

test.each([['Hanako@City.example'], ['hanako@city.example'], [' HANAKO@city.example '], ['mailto:hanako@city.example'], ['ｈａｎａｋｏ@city.example']])(
  'the plain address %s is found',
  (email) => {
    expect(whose([{ kind: 'email', email }])).toMatchObject({ kind: 'matched', staffNumber: '001', how: 'email' })
  },
)

test('a DID is found, with or without a fragment', () => {
  expect(whose([{ kind: 'did', did: 'did:key:z6MkAoyama#z6MkAoyama' }])).toMatchObject({ staffNumber: '001', how: 'did' })
})

test.each([
  ['salted, as stored', hashed('Hanako@City.example', 'deadsea')],
  ['salted, in small letters', hashed('hanako@city.example', 'deadsea')],
  ['with a salt of kanji', hashed('hanako@city.example', '塩')],
  ['without salt', hashed('hanako@city.example', null)],
  ['with an empty salt', { ...hashed('hanako@city.example', null), salt: '' } as RecipientIdentity],
  ['by md5', hashed('hanako@city.example', 'deadsea', 'md5')],
  ['by md5 without salt', hashed('hanako@city.example', null, 'md5')],
])('a hash %s is found', (_, recipient) => {
  expect(whose([recipient])).toMatchObject({ kind: 'matched', staffNumber: '001', how: 'hash', identity: recipient })
})

test('hexadecimal letters may be large', () => {
  const recipient = hashed('hanako@city.example', 'deadsea')
  expect(whose([{ ...recipient, hash: recipient.hash.toUpperCase() }])).toMatchObject({ staffNumber: '001' })
})

test('the worked example of Open Badges 2.0: mayze@example.org with the salt deadsea', () => {
  const hash = createHash('sha256').update('mayze@example.orgdeadsea').digest('hex')
  expect(matchAmong([{ kind: 'hash', algorithm: 'sha256', hash, salt: 'deadsea', type: 'email' }], among(person('7', ['mayze@example.org'])))).toMatchObject({
    staffNumber: '7',
  })
})

test('a salt before the address is not what the standard says and matches nobody', () => {
  expect(whose([hashed('deadseahanako@city.example', null)])).toBeNull()
})

test('unknown recipients match nobody, and no name ever does', () => {
  expect(whose([])).toBeNull()
  expect(whose([hashed('nobody@city.example', 'x')])).toBeNull()
  expect(whose([{ kind: 'other', type: 'name', value: '青山 花子' }])).toBeNull()
  expect(whose([{ kind: 'hash', algorithm: 'sha256', hash: 'not hexadecimal', salt: null, type: 'email' }])).toBeNull()
})

test('identities that lead to two people are a conflict, and so is an address two people share', () => {
  expect(
    whose([
      { kind: 'email', email: 'ishikawa@city.example' },
      { kind: 'did', did: 'did:key:z6MkAoyama' },
    ]),
  ).toEqual({ kind: 'conflict', staffNumbers: ['001', '002'] })
  expect(whose([hashed('shared@city.example', 's')])).toEqual({ kind: 'conflict', staffNumbers: ['002', '003'] })
})

test('two identities of one person agree, and the surer one is named', () => {
  expect(whose([hashed('hanako@city.example', 's'), { kind: 'did', did: 'did:key:z6MkAoyama' }])).toMatchObject({ staffNumber: '001', how: 'did' })
})

test('a link somebody decided on comes before every address', () => {
  const recipient = hashed('private@home.example', 'pepper')
  const index = indexRecipients(people, [{ recipient, staffNumber: '003' }])
  expect(matchRecipient([{ ...recipient }], index)).toMatchObject({ staffNumber: '003', how: 'link' })
  expect(matchRecipient([{ kind: 'email', email: 'hanako@city.example' }, recipient], index)).toMatchObject({ staffNumber: '003', how: 'link' })
})

test('a salted hash that was looked for once costs nothing the second time, found or not', () => {
  const search = searchAmong(people)
  for (const text of ['ishikawa@city.example', 'nobody@city.example']) {
    findHashed(hashed(text, 'salt'), search)
    const { hashesTried } = search
    findHashed(hashed(text, 'salt'), search)
    expect(search.hashesTried).toBe(hashesTried)
  }
})

test('hinted people are tried first', () => {
  const search = searchAmong(people)
  expect(findHashed(hashed('ishikawa@city.example', 'salt'), search, { hinted: ['002'] })).toEqual(['002'])
  expect(search.hashesTried).toBe(1)
})

test('a salt that comes again and again costs everybody once, and after that nothing', () => {
  const search = searchAmong(people)
  const found = ['hanako@city.example', 'ishikawa@city.example', 'nobody@city.example', 'shared@city.example'].map((text) =>
    findHashed(hashed(text, 'the same'), search),
  )
  expect(found).toEqual([['001'], ['002'], [], ['002', '003']])
  const { hashesTried } = search
  expect(findHashed(hashed('somebody.else@city.example', 'the same'), search)).toEqual([])
  expect(search.hashesTried).toBe(hashesTried)
})

test('what is remembered of hashes does not grow without end', () => {
  const search = searchAmong([])
  for (let number = 0; number < 45_000; number++)
    findHashed({ kind: 'hash', algorithm: 'md5', hash: '0'.repeat(32), salt: `salt${number}`, type: 'email' }, search)
  expect([search.answers.size, search.met.size, search.tables.size].map((size) => size <= 20_000)).toEqual([true, true, true])
})

test('a hash without a match is tried only against newer addresses, with a salt or without', () => {
  const addresses = [
    { staffNumber: '1', emails: ['old@city.example', 'new@city.example'], since: [3, 5] },
    { staffNumber: '2', emails: ['older@city.example'], since: [1] },
  ]
  const tried = (text: string, salt: string | null, missedIn: number) => {
    const search = searchAmong(addresses)
    return [findHashed(hashed(text, salt), search, { missedIn }), search.hashesTried]
  }
  for (const salt of ['salt', null]) {
    expect(tried('new@city.example', salt, 3)).toEqual([['1'], 1])
    expect(tried('old@city.example', salt, 3)).toEqual([[], 1])
    expect(tried('old@city.example', salt, 2)).toEqual([['1'], 2])
    expect(tried('nobody@city.example', salt, 5)).toEqual([[], 0])
  }
})

test('an address that becomes somebody else’s too is found to be shared, though only one of them has it newly', () => {
  const search = searchAmong([
    { staffNumber: '1', emails: ['shared@city.example'], since: [1] },
    { staffNumber: '2', emails: ['shared@city.example'], since: [4] },
  ])
  expect(findHashed(hashed('shared@city.example', 'salt'), search, { missedIn: 3 })).toEqual(['1', '2'])
})

test('of a hundred thousand identities the first hundred are looked up, and of these eight hashes, so that a file cannot make others wait', () => {
  const spray = Array.from({ length: 100_000 }, (_, number) => hashed(`x${number}@city.example`, `salt${number}`))
  expect(lookedUp(spray)).toEqual(spray.slice(0, recipientLimits.hashes))
  const plain = (number: number) => ({ kind: 'email', email: `x${number}@city.example` }) as const
  expect(lookedUp(Array.from({ length: 1000 }, (_, number) => plain(number)))).toHaveLength(recipientLimits.identities)
  // The address that names the holder stands behind hashes that are too many: it is looked up all the same.
  expect(whose([...spray.slice(0, 50), { kind: 'email', email: 'hanako@city.example' }])).toMatchObject({ staffNumber: '001' })
  expect(whose([...spray.slice(0, recipientLimits.identities), { kind: 'email', email: 'hanako@city.example' }])).toBeNull()
})

test('an address that everybody shares names no more than the first twenty of them', () => {
  const everybody = Array.from({ length: 5000 }, (_, number) => person(String(number).padStart(5, '0'), ['all@city.example'], ['did:key:z6MkAll']))
  for (const recipient of [
    { kind: 'email', email: 'all@city.example' },
    { kind: 'did', did: 'did:key:z6MkAll' },
    hashed('all@city.example', 'salt'),
  ] as const) {
    const match = matchAmong([recipient], among(...everybody))
    expect(match).toMatchObject({ kind: 'conflict', staffNumbers: everybody.slice(0, recipientLimits.claimants).map(({ staffNumber }) => staffNumber) })
  }
})
