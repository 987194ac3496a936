import { leavesOn, type ServiceEnd } from '../../../shared/coverage'
import { type Day, lastDay } from '../../../shared/model/day'
import type { Person } from '../../../shared/model/department'
import { type Database, readAll, readOne, write } from '../database/statement'
import { kanaSortKey, searchText } from './searchText'

const bound = (person: Person) => ({
  staffNumber: person.staffNumber,
  name: person.name,
  kana: person.kana,
  kanaSort: person.kana === null || person.kana.trim() === '' ? null : kanaSortKey(person.kana),
  formerName: person.formerName,
  birthDate: person.birthDate,
  hiredOn: person.hiredOn,
  termEndsOn: person.termEndsOn,
  // A line break separates the fields: a search text never contains one.
  searchText: [person.staffNumber, person.name, person.kana, person.formerName].map((text) => searchText(text ?? '')).join('\n'),
})

/** Replaces a person's addresses. An address that was stored before keeps its revision: hashes without a match need not be tried against it again. */
function saveAddresses(db: Database, personId: number, { emails, dids }: Person, revision: number): void {
  const before = readAll<{ address: string; since: number }>(db, 'SELECT address, since FROM email WHERE person_id = :personId', { personId })
  const sinceOf = new Map(before.map(({ address, since }) => [address, since]))
  write(db, 'DELETE FROM email WHERE person_id = :personId', { personId })
  write(db, 'DELETE FROM did WHERE person_id = :personId', { personId })
  for (const [ordering, address] of emails.entries())
    write(db, 'INSERT INTO email (person_id, ordering, address, since) VALUES (:personId, :ordering, :address, :since)', {
      personId,
      ordering,
      address,
      since: sinceOf.get(address) ?? revision,
    })
  for (const [ordering, did] of dids.entries())
    write(db, 'INSERT INTO did (person_id, ordering, did) VALUES (:personId, :ordering, :did)', { personId, ordering, did })
}

/** Adds a person. @param revision The revision of the address book this is part of. */
export function addPerson(db: Database, person: Person, revision: number): void {
  const { id } = write(
    db,
    `INSERT INTO person (staff_number, name, kana, kana_sort, former_name, birth_date, hired_on, term_ends_on, leaves_on, search_text)
     VALUES (:staffNumber, :name, :kana, :kanaSort, :formerName, :birthDate, :hiredOn, :termEndsOn, :leavesOn, :searchText)`,
    { ...bound(person), leavesOn: lastDay },
  )
  saveAddresses(db, id, person, revision)
}

/** Replaces the record with the same 職員番号. */
export function changePerson(db: Database, person: Person, revision: number): void {
  const row = readOne<{ id: number }>(
    db,
    `UPDATE person
     SET name = :name, kana = :kana, kana_sort = :kanaSort, former_name = :formerName, birth_date = :birthDate, hired_on = :hiredOn,
         term_ends_on = :termEndsOn, search_text = :searchText
     WHERE staff_number = :staffNumber RETURNING id`,
    bound(person),
  )
  if (row !== undefined) saveAddresses(db, row.id, person, revision)
}

interface Service extends ServiceEnd {
  readonly id: number
  readonly known: Day
}

/** Updates the day on which each person leaves (任期満了, 定年): the first day of absence, or `lastDay`. */
export function settleLeaving(db: Database): void {
  const rows = readAll<Service>(
    db,
    `SELECT person.id, birth_date AS birthDate, term_ends_on AS termEndsOn, leaves_on AS known,
            (SELECT employment FROM assignment WHERE person_id = person.id ORDER BY concurrent, starts_on DESC, id DESC LIMIT 1) AS employment,
            (SELECT MAX(starts_on) FROM assignment WHERE person_id = person.id) AS lastPostStartsOn
     FROM person`,
  )
  for (const { id, known, ...end } of rows) {
    const day = leavesOn(end)
    if (day !== known) write(db, 'UPDATE person SET leaves_on = :day WHERE id = :id', { id, day })
  }
}

/** Addresses or DIDs of all people, by the stored id of the person. */
function addressesOf(db: Database, table: 'email' | 'did'): ReadonlyMap<number, readonly string[]> {
  const rows = readAll<{ personId: number; text: string }>(
    db,
    table === 'email'
      ? 'SELECT person_id AS personId, address AS text FROM email ORDER BY person_id, ordering'
      : 'SELECT person_id AS personId, did AS text FROM did ORDER BY person_id, ordering',
  )
  const byPerson = new Map<number, string[]>()
  for (const { personId, text } of rows) {
    const list = byPerson.get(personId)
    if (list === undefined) byPerson.set(personId, [text])
    else list.push(text)
  }
  return byPerson
}

/** All people, with and without a post. */
export function readPersons(db: Database): readonly Person[] {
  const emails = addressesOf(db, 'email')
  const dids = addressesOf(db, 'did')
  return readAll<Omit<Person, 'emails' | 'dids'> & { readonly id: number }>(
    db,
    `SELECT id, staff_number AS staffNumber, name, kana, former_name AS formerName, birth_date AS birthDate, hired_on AS hiredOn, term_ends_on AS termEndsOn
     FROM person ORDER BY id`,
  ).map(({ id, ...person }) => ({ ...person, emails: emails.get(id) ?? [], dids: dids.get(id) ?? [] }))
}
