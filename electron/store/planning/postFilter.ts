import type { PostFilter } from '../../../shared/model/requirement'
import { dayNumber } from '../coverage/columns/dayNumber'
import type { PeopleColumns } from '../coverage/columns/people'
import { type Database, eachArray } from '../database/statement'

/** The posts of all people with their 職位, 職種 and 任用区分, in the order of the people. The posts of place `p` are `postsFrom[p]` up to `postsFrom[p + 1]`. */
interface PostKinds {
  readonly division: Int32Array
  readonly from: Int32Array
  readonly until: Int32Array
  /** The place of the post's kind in `kinds`. */
  readonly kind: Int32Array
  readonly kinds: readonly Kind[]
}

interface Kind {
  readonly post: string | null
  readonly jobType: string | null
  readonly employment: string | null
}

type Row = readonly [person: number, division: number, startsOn: string, endsOn: string, post: string | null, jobType: string | null, employment: string | null]

/** The kinds of posts of each set of columns of people; they are read when the first target narrows posts. */
const retained = new WeakMap<PeopleColumns, PostKinds>()

/** Reads the kinds of all posts. The columns must be those of the current snapshot. */
function postKinds(db: Database, people: PeopleColumns): PostKinds {
  const known = retained.get(people)
  if (known !== undefined) return known
  const length = people.division.length
  const numbers = () => new Int32Array(length)
  const read = { division: numbers(), from: numbers(), until: numbers(), kind: numbers(), kinds: [] as Kind[] }
  const [places, days] = [new Map<string, number>(), new Map<string, number>()]
  const numberOf = (day: string): number => days.get(day) ?? days.set(day, dayNumber(day)).get(day)!
  const next = people.postsFrom.slice()
  eachArray<Row>(
    db,
    'SELECT person_id, division_id, starts_on, ends_on, post, job_type, employment FROM assignment',
    ([person, division, startsOn, endsOn, post, jobType, employment]) => {
      const key = JSON.stringify([post, jobType, employment])
      const kind = places.get(key) ?? read.kinds.push({ post, jobType, employment }) - 1
      places.set(key, kind)
      const at = next[people.places[person]!]!++
      read.division[at] = division
      read.from[at] = numberOf(startsOn)
      read.until[at] = numberOf(endsOn)
      read.kind[at] = kind
    },
  )
  retained.set(people, read)
  return read
}

const isAmong = (list: readonly string[], value: string | null): boolean => list.length === 0 || (value !== null && list.includes(value))

/**
 * The posts that a filter lets count, as pairs of person and division.
 *
 * @param present The posts of all who count on the day, as pairs of person and division.
 * @param divisionPlaces Stored division id → number of the division.
 */
export function filteredPosts(
  db: Database,
  people: PeopleColumns,
  filter: PostFilter,
  { present, divisionPlaces, on }: { readonly present: Int32Array; readonly divisionPlaces: Int32Array; readonly on: number },
): Int32Array {
  const { division, from, until, kind, kinds } = postKinds(db, people)
  const counts = Uint8Array.from(kinds, ({ post, jobType, employment }) =>
    isAmong(filter.posts, post) && isAmong(filter.jobTypes, jobType) && isAmong(filter.employments, employment) ? 1 : 0,
  )
  const pairs: number[] = []
  for (let at = 0; at < present.length; at += 2) {
    const person = present[at]!
    if (at > 0 && present[at - 2] === person) continue
    for (let post = people.postsFrom[person]!; post < people.postsFrom[person + 1]!; post += 1)
      if (from[post]! <= on && on < until[post]! && counts[kind[post]!] === 1) pairs.push(person, divisionPlaces[division[post]!] ?? 0)
  }
  return Int32Array.from(pairs)
}
