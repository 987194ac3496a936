import type { Person } from '../../shared/model/department'
import type { RosterPerson, Stated } from './rosterRead'

/**
 * The person's record after the roster is applied: the file's facts over the stored ones.
 *
 * Addresses are never dropped, because badges sent to an old one are still this person's; only an address the file now gives to somebody else goes.
 */
export function mergePerson(read: RosterPerson, stored: Person | undefined, elsewhere: ReadonlySet<string>): Person {
  const over = <Value>(said: Stated<Value>, before: Value | null | undefined): Value | null => (said === undefined ? (before ?? null) : said)
  const kept = (said: readonly string[], before: readonly string[] = []) => [...new Set([...said, ...before.filter((address) => !elsewhere.has(address))])]
  return {
    staffNumber: read.staffNumber,
    name: read.name === '' ? (stored?.name ?? '') : read.name,
    kana: over(read.kana, stored?.kana),
    formerName: over(read.formerName, stored?.formerName),
    emails: kept(read.emails, stored?.emails),
    dids: kept(read.dids, stored?.dids),
    birthDate: over(read.birthDate, stored?.birthDate),
    hiredOn: over(read.hiredOn, stored?.hiredOn),
    termEndsOn: over(read.termEndsOn, stored?.termEndsOn),
  }
}

const factsOf = ({ staffNumber, name, kana, formerName, emails, dids, birthDate, hiredOn, termEndsOn }: Person): string =>
  // Addresses are a set to the store: their order is no fact.
  JSON.stringify([staffNumber, name, kana, formerName, [...emails].sort(), [...dids].sort(), birthDate, hiredOn, termEndsOn])

export const isSamePerson = (one: Person, other: Person): boolean => factsOf(one) === factsOf(other)

/** The addresses a file gives to one person only, by address. */
export function addressesOf(people: readonly RosterPerson[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>()
  for (const { staffNumber, emails, dids } of people) {
    for (const address of [...emails, ...dids]) owners.set(address, (owners.get(address) ?? new Set()).add(staffNumber))
  }
  return owners
}

/** A stored 職員番号 that a new one may be meant for, and why. */
export interface Likeness {
  readonly code: 'roster.staff-number-zeros' | 'roster.maybe-same-person'
  readonly staffNumber: string
}

/** Who among the stored is a new 職員番号 likely to be? Excel eats leading zeros, and 再任用 gives a new number. Prepared once for all. */
export function likenessAmong(stored: readonly Person[]): (read: RosterPerson) => Likeness | null {
  const byBareNumber = new Map(stored.map(({ staffNumber }) => [withoutZeros(staffNumber), staffNumber]))
  const byBirth = Map.groupBy(stored, ({ birthDate }) => birthDate)
  return (read) => {
    const zeros = /^\d+$/.test(read.staffNumber) ? byBareNumber.get(withoutZeros(read.staffNumber)) : undefined
    if (zeros !== undefined) return { code: 'roster.staff-number-zeros', staffNumber: zeros }
    if (!read.birthDate) return null
    const same = byBirth
      .get(read.birthDate)
      ?.find(({ kana, name }) => (kana && read.kana ? plain(kana) === plain(read.kana) : plain(name) === plain(read.name)))
    return same ? { code: 'roster.maybe-same-person', staffNumber: same.staffNumber } : null
  }
}

const withoutZeros = (staffNumber: string): string => staffNumber.replace(/^0+/, '')
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
