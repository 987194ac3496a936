import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { missedIn, missedTable } from '../../../electron/intake/missedTable'
import { makeBudget, makeSeeker, type Seeker, type Wanted } from '../../../electron/intake/seek'
import { findHashed, hashName, questionOf, recipientKey, searchAmong } from '../../../electron/roster'
import type { RecipientIdentity } from '../../../shared/model/credential'
import { recipientLimits } from '../../../shared/model/recipientLimits'
import { seeded } from '../../fixtures/reader/mutate'

const people = Array.from({ length: 40 }, (_, number) => ({
  staffNumber: String(number).padStart(5, '0'),
  name: `職員 ${number}`,
  formerName: null,
  // Each tenth shares an address with the one before.
  emails: [`staff${number % 10 === 9 ? number - 1 : number}@city.example`],
  divisionCodes: [`D${number % 4}`],
}))
const hashed = (email: string, salt: string | null) =>
  ({
    kind: 'hash',
    algorithm: 'sha256',
    hash: createHash('sha256')
      .update(email + (salt ?? ''))
      .digest('hex'),
    salt,
    type: 'email',
  }) as const satisfies RecipientIdentity

const nothingMissed = missedTable([])
const wanted = (recipients: readonly RecipientIdentity[], more: Partial<Wanted> = {}): Wanted => ({
  source: 'a.json',
  claimedName: null,
  isProven: false,
  recipients,
  ...more,
})

it('finds for each hash the same people as a search without hints, whatever was found before', () => {
  const seek = makeSeeker({ people, decided: [], missed: nothingMissed, budget: null })
  const random = seeded(5)
  for (let time = 0; time < 400; time++) {
    const number = Math.floor(random() * 50)
    const recipient = hashed(`staff${number}@city.example`, time % 7 === 0 ? null : time % 5 === 0 ? 'the same' : `salt${time}`)
    const more = { source: `bundle.zip!課${number % 4}/${time}.json`, claimedName: time % 3 === 0 ? `職員${number}` : null }
    const [sought] = seek(wanted([recipient], more)).sought
    expect([...sought!.owners].sort()).toEqual([...findHashed(recipient, searchAmong(people))].sort())
    // The name by which answers are recorded.
    expect([sought!.name, sought!.question]).toEqual([hashName(recipient), questionOf(recipient)])
  }
})

it('searches for hashes only, and for none with a user’s decision', () => {
  const decided = hashed('private@home.example', 'pepper')
  const seek = makeSeeker({ people, decided: [recipientKey(decided)], missed: nothingMissed, budget: null })
  const recipients = [{ kind: 'email', email: 'staff1@city.example' }, { kind: 'did', did: 'did:key:z6Mk' }, decided] as const
  expect(seek(wanted(recipients))).toEqual({ sought: [], putOff: false })
})

it('a hash without a match is found in the table of ten thousand, and is not tried again', () => {
  const questions = Array.from({ length: 10_000 }, (_, number) => questionOf(hashed(`nobody${number}@city.example`, `salt${number}`))).sort()
  const table = missedTable(questions.map((question, place) => [question, place]))
  expect(questions.every((question, place) => missedIn(table, question) === place)).toBe(true)
  const [known] = questions
  // Half of a question matches none.
  for (const other of [questionOf(hashed('a', 'b')), `${known!.slice(0, 16)}${'0'.repeat(16)}`, `${'0'.repeat(16)}${known!.slice(16)}`, 'f'.repeat(32)])
    expect(missedIn(table, other)).toBeUndefined()
  const seek = makeSeeker({ people, decided: [], missed: table, budget: null })
  const tried = (address: string, salt: string) => seek(wanted([hashed(address, salt)])).sought.map(({ owners, tried }) => [owners.length, tried > 0])
  expect([tried('nobody7@city.example', 'salt7'), tried('nobody7@city.example', 'another')]).toEqual([[[0, false]], [[0, true]]])
})

it('five files of four hundred salted hashes take at most eight hashes for each address and file', () => {
  const many = Array.from({ length: 2000 }, (_, number) => ({ ...people[0]!, staffNumber: `s${number}`, emails: [`person${number}@city.example`] }))
  const seek = makeSeeker({ people: many, decided: [], missed: nothingMissed, budget: null })
  const files = Array.from({ length: 5 }, (_, file) => Array.from({ length: 400 }, (_, number) => hashed(`${file} ${number}`, `salt ${file} ${number}`)))
  const tried = files.flatMap((recipients) => seek(wanted(recipients)).sought).reduce((sum, one) => sum + one.tried, 0)
  expect(tried).toBe(5 * recipientLimits.hashes * many.length)
})

it('once the budget is spent credentials that are not proven are put off, by every worker, and proven ones are found', () => {
  const budget = makeBudget(100)
  const [one, other] = [makeSeeker({ people, decided: [], missed: nothingMissed, budget }), makeSeeker({ people, decided: [], missed: nothingMissed, budget })]
  const spray = (seek: Seeker, file: number) => seek(wanted(Array.from({ length: 3 }, (_, number) => hashed(`${file}`, `s${file}.${number}`))))
  expect([spray(one, 1).putOff, spray(one, 2).putOff, spray(other, 3)]).toEqual([false, true, { sought: [], putOff: true }])
  const genuine = [hashed('staff30@city.example', 'own')]
  expect(other(wanted(genuine))).toEqual({ sought: [], putOff: true })
  expect(other(wanted(genuine, { isProven: true })).sought).toMatchObject([{ owners: ['00030'] }])
  // Proven credentials spend no budget.
  const fresh = makeBudget(100)
  const third = makeSeeker({ people, decided: [], missed: nothingMissed, budget: fresh })
  for (let number = 0; number < 50; number++) third(wanted([hashed('nobody', `n${number}`)], { isProven: true }))
  expect([fresh.spent[0], third(wanted(genuine)).putOff]).toEqual([0n, false])
})
