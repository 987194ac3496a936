import type { RosterProblem } from '../../shared/contract/roster'
import { type Day, firstDay, lastDay } from '../../shared/model/day'
import type { Headers } from './headers'
import type { RosterPerson, RosterPost, Stated } from './rosterRead'
import type { SeatedRow } from './rowFacts'

interface Surroundings {
  readonly on: Day
  readonly headers: Headers
  readonly flag: (problem: RosterProblem) => void
}

/** Puts the rows of each 職員番号 together: one person, in the order of the file. */
export function joinPersons(rows: readonly SeatedRow[], surroundings: Surroundings): readonly RosterPerson[] {
  const people = [...Map.groupBy(rows, ({ staffNumber }) => staffNumber).values()].map((own) => joinPerson(own, surroundings))
  flagSharedEmails(people, surroundings)
  return people
}

function joinPerson(rows: readonly SeatedRow[], { on, headers, flag }: Surroundings): RosterPerson {
  const main = rows.find(({ concurrent }) => concurrent !== true)
  const ordered = main ? [main, ...rows.filter((row) => row !== main)] : rows
  const column = (field: 'name' | 'divisionCode' | 'department' | 'section' | 'concurrent' | 'staffNumber') =>
    headers.headers[headers.columns.get(field) ?? (field === 'name' ? headers.columns.get('familyName') : undefined) ?? -1] ?? null
  const first = rows[0]!
  const name = ordered.find((row) => row.name !== '')?.name ?? ''
  if (name === '') flag({ code: 'roster.name-missing', row: first.row, column: column('name'), value: null })
  for (const row of rows) {
    if (row.name !== '' && row.name.replace(/\s/g, '') !== name.replace(/\s/g, ''))
      flag({ code: 'roster.name-differs', row: row.row, column: column('name'), value: row.name, detail: name })
    if (row.divisionCode === null)
      flag({ code: 'roster.division-missing', row: row.row, column: column('divisionCode') ?? column('section') ?? column('department'), value: null })
  }
  const posts = postsOf(ordered, (row) => flag({ code: 'roster.duplicate-row', row, column: column('staffNumber'), value: first.staffNumber }))
  const mains = posts.filter(({ concurrent, startsOn, endsOn }) => !concurrent && (startsOn ?? firstDay) <= on && on < (endsOn ?? lastDay))
  for (const post of mains.slice(1)) flag({ code: 'roster.several-main-posts', row: post.row, column: column('concurrent'), value: first.staffNumber })
  return {
    staffNumber: first.staffNumber,
    row: first.row,
    name,
    kana: joined(ordered, main, ({ kana }) => kana),
    formerName: joined(ordered, main, ({ formerName }) => formerName),
    emails: [...new Set(ordered.flatMap(({ emails }) => emails))],
    dids: [...new Set(ordered.flatMap(({ dids }) => dids))],
    birthDate: joined(ordered, main, ({ birthDate }) => birthDate),
    hiredOn: joined(ordered, main, ({ hiredOn }) => hiredOn),
    termEndsOn: joined(ordered, main, ({ termEndsOn }) => termEndsOn),
    // Without a column that says so, the first row is the main post and the others are concurrent; it is flagged above.
    posts: headers.columns.has('concurrent') ? posts : posts.map((post) => ({ ...post, concurrent: mains.indexOf(post) > 0 })),
    divisionMissing: rows.some(({ divisionCode }) => divisionCode === null),
  }
}

/** The main row's value, else that of another row. Blank everywhere is "none" only where a main row says it. */
function joined<Value>(ordered: readonly SeatedRow[], main: SeatedRow | undefined, of: (row: SeatedRow) => Stated<Value>): Stated<Value> {
  const filled = ordered.map(of).find((value) => value !== null && value !== undefined)
  if (filled !== undefined) return filled
  return main && ordered.some((row) => of(row) === null) && of(main) !== undefined ? null : undefined
}

function postsOf(rows: readonly SeatedRow[], duplicate: (row: number) => void): readonly RosterPost[] {
  const posts: RosterPost[] = []
  // Somebody on leave is on leave from all posts, unless a row says otherwise.
  const [first] = rows
  for (const { row, divisionCode, post: title, jobType, employment, leave = first?.leave, concurrent = false, startsOn, endsOn } of rows) {
    if (divisionCode === null) continue
    // A blank in a 兼務 row erases nothing.
    const quiet = (value: Stated<string>): Stated<string> => (concurrent && value === null ? undefined : value)
    const post: RosterPost = {
      row,
      divisionCode,
      post: quiet(title),
      jobType: quiet(jobType),
      employment: quiet(employment),
      leave,
      concurrent,
      startsOn,
      endsOn,
    }
    const same = posts.findIndex((one) => isSamePost(one, post))
    if (same < 0) posts.push(post)
    else {
      duplicate(row)
      posts[same] = { ...posts[same]!, startsOn: posts[same]!.startsOn ?? startsOn, endsOn: posts[same]!.endsOn ?? endsOn }
    }
  }
  return posts
}

/** One post written twice: same place, at one time, under one title or with one left blank. */
const isSamePost = (one: RosterPost, other: RosterPost): boolean =>
  one.divisionCode === other.divisionCode &&
  one.concurrent === other.concurrent &&
  (!one.post || !other.post || one.post === other.post) &&
  (one.startsOn ?? firstDay) < (other.endsOn ?? lastDay) &&
  (other.startsOn ?? firstDay) < (one.endsOn ?? lastDay)

/** An address of two people identifies neither: badges sent to it stay unmatched. */
function flagSharedEmails(people: readonly RosterPerson[], { headers, flag }: Surroundings): void {
  const owners = Map.groupBy(
    people.flatMap((person) => [...new Set(person.emails.map(plainEmail))].map((email) => ({ email, person }))),
    ({ email }) => email,
  )
  for (const [email, shared] of owners) {
    if (shared.length < 2) continue
    for (const { person } of shared)
      flag({ code: 'roster.shared-email', row: person.row, column: headers.headers[headers.columns.get('email') ?? -1] ?? null, value: email })
  }
}

const plainEmail = (email: string): string => email.normalize('NFKC').toLowerCase()
