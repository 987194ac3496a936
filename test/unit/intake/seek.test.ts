import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { digestTable, holdsDigest } from '../../../electron/intake/digests'
import { makeSeeker } from '../../../electron/intake/seek'
import { matchRecipient } from '../../../electron/roster/matchRecipient'
import { indexRecipients, recipientKey } from '../../../electron/roster/recipientIndex'
import type { RecipientIdentity } from '../../../shared/model/credential'
import { seeded } from '../../fixtures/reader/mutate'

const people = Array.from({ length: 40 }, (_, number) => ({
  staffNumber: String(number).padStart(5, '0'),
  name: `職員 ${number}`,
  formerName: null,
  // Each tenth shares an address with the one before.
  emails: [`staff${number % 10 === 9 ? number - 1 : number}@city.example`],
  divisionCodes: [`D${number % 4}`],
}))
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const hashed = (email: string, salt: string | null): RecipientIdentity => ({
  kind: 'hash',
  algorithm: 'sha256',
  hash: createHash('sha256')
    .update(email + (salt ?? ''))
    .digest('hex'),
  salt,
  type: 'email',
})

it('finds for each hash the same people as a search without any trail, whatever was found before', () => {
  const seek = makeSeeker({ people, decided: [], soughtBefore: digestTable([]) })
  const random = seeded(5)
  for (let time = 0; time < 400; time++) {
    const number = Math.floor(random() * 50)
    const recipient = hashed(`staff${number}@city.example`, time % 7 === 0 ? null : time % 5 === 0 ? 'the same' : `salt${time}`)
    const [sought] = seek({
      source: `bundle.zip!課${number % 4}/${time}.json`,
      sha256: digest('x'),
      claimedName: time % 3 === 0 ? `職員${number}` : null,
      recipients: [recipient],
    })
    const alone = indexRecipients(people.map((one) => ({ ...one, dids: [] })))
    const match = matchRecipient([recipient], alone)
    const owners = match === null ? [] : match.kind === 'conflict' ? match.staffNumbers : [match.staffNumber]
    expect([...sought!.owners].sort()).toEqual(owners)
    // Its name is that by which the one who matches remembers answers: nothing is sought a second time.
    const heeding = indexRecipients(people.map((one) => ({ ...one, dids: [] })))
    heeding.answers.set(sought!.name, new Set(sought!.owners))
    expect(matchRecipient([recipient], heeding)).toEqual(match)
    expect(heeding.hashesTried).toBe(0)
  }
})

it('seeks nothing but hashes, and none that somebody has decided on', () => {
  const decided = hashed('private@home.example', 'pepper')
  const seek = makeSeeker({ people, decided: [recipientKey(decided)], soughtBefore: digestTable([]) })
  const recipients = [{ kind: 'email', email: 'staff1@city.example' }, { kind: 'did', did: 'did:key:z6Mk' }, decided] as const
  expect(seek({ source: 'a.json', sha256: digest('x'), claimedName: null, recipients })).toEqual([])
})

it('what was sought before in vain is not sought again, whatever file of many it stands in', () => {
  const files = Array.from({ length: 500 }, (_, number) => digest(`file ${number}`))
  const table = digestTable(files)
  expect(files.filter((sha256) => !holdsDigest(table, sha256))).toEqual([])
  expect(files.filter((sha256) => holdsDigest(table, digest(sha256)))).toEqual([])
  const seek = makeSeeker({ people, decided: [], soughtBefore: table })
  const recipients = [hashed('staff1@city.example', 'salt')]
  const ownersIn = (sha256: string) => seek({ source: 'a.json', sha256, claimedName: null, recipients }).map(({ owners }) => owners)
  expect([ownersIn(files[7]!), ownersIn(digest('another'))]).toEqual([[[]], [['00001']]])
})
