import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { matchRecipient } from '../../../electron/roster/matchRecipient'
import { indexRecipients } from '../../../electron/roster/recipientIndex'
import type { RecipientIdentity } from '../../../shared/model/credential'
import type { Person } from '../../../shared/model/department'

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
const hashed = (text: string, salt: string | null, algorithm: 'sha256' | 'md5' = 'sha256'): RecipientIdentity => ({
  kind: 'hash',
  algorithm,
  hash: createHash(algorithm)
    .update(text + (salt ?? ''), 'utf8')
    .digest('hex'),
  salt,
  type: 'email',
})
const whose = (recipients: readonly RecipientIdentity[]) => matchRecipient(recipients, indexRecipients(people))

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
  expect(recipient.kind === 'hash' && whose([{ ...recipient, hash: recipient.hash.toUpperCase() }])).toMatchObject({ staffNumber: '001' })
})

test('the worked example of Open Badges 2.0: mayze@example.org with the salt deadsea', () => {
  const index = indexRecipients([person('7', ['mayze@example.org'])])
  const hash = createHash('sha256').update('mayze@example.orgdeadsea').digest('hex')
  expect(matchRecipient([{ kind: 'hash', algorithm: 'sha256', hash, salt: 'deadsea', type: 'email' }], index)).toMatchObject({ staffNumber: '7' })
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
  const index = indexRecipients(people)
  for (const text of ['ishikawa@city.example', 'nobody@city.example']) {
    matchRecipient([hashed(text, 'salt')], index)
    const { hashesTried } = index
    matchRecipient([hashed(text, 'salt')], index)
    expect(index.hashesTried).toBe(hashesTried)
  }
})

test('hinted people are tried first', () => {
  const index = indexRecipients(people)
  matchRecipient([hashed('ishikawa@city.example', 'salt')], index, ['002'])
  expect(index.hashesTried).toBe(1)
})

test('a salt that comes again and again costs everybody once, and after that nothing', () => {
  const index = indexRecipients(people)
  const found = ['hanako@city.example', 'ishikawa@city.example', 'nobody@city.example', 'shared@city.example'].map((text) =>
    matchRecipient([hashed(text, 'the same')], index),
  )
  expect(found).toMatchObject([{ staffNumber: '001' }, { staffNumber: '002' }, null, { kind: 'conflict', staffNumbers: ['002', '003'] }])
  const { hashesTried } = index
  expect(matchRecipient([hashed('somebody.else@city.example', 'the same')], index)).toBeNull()
  expect(index.hashesTried).toBe(hashesTried)
})

test('what is remembered of hashes does not grow without end', () => {
  const index = indexRecipients([])
  for (let number = 0; number < 45_000; number++)
    matchRecipient([{ kind: 'hash', algorithm: 'md5', hash: '0'.repeat(32), salt: `salt${number}`, type: 'email' }], index)
  expect([index.answers.size, index.met.size, index.tables.size].map((size) => size <= 20_000)).toEqual([true, true, true])
})
