import { type Database, eachArray } from '../../database/statement'
import { dayNumber } from './dayNumber'

/** All people, in the order they are listed in (kana, then 職員番号), and their posts over all days. A place is an index in that order. */
export interface PeopleColumns {
  /** Place → stored id of the person. */
  readonly ids: Int32Array
  /** Stored id → place; -1 where there is no person with that id. */
  readonly places: Int32Array
  /** The first day after a person has left, as `dayNumber`. */
  readonly leavesOn: Int32Array
  /** The posts of place `p` are `postsFrom[p]` up to `postsFrom[p + 1]`, that one not included. */
  readonly postsFrom: Int32Array
  /** Stored id of the post's division. */
  readonly division: Int32Array
  /** Half-open `[from, until)`, as `dayNumber`. */
  readonly from: Int32Array
  readonly until: Int32Array
  /** 1 where the person is on leave in this post. */
  readonly onLeave: Uint8Array
}

/** The order people are listed in. */
export const inKanaOrder = 'kana_sort IS NULL, kana_sort, staff_number'

type PostRow = readonly [person: number, division: number, startsOn: string, endsOn: string, leave: string]

/** As `dayNumber`, with a cache: most days occur many times. */
function cachedDayNumber(): (day: string) => number {
  const known = new Map<string, number>()
  return (day) => {
    let number = known.get(day)
    if (number === undefined) {
      number = dayNumber(day)
      known.set(day, number)
    }
    return number
  }
}

/** Reads all people and all posts. */
export function loadPeople(db: Database): PeopleColumns {
  const number = cachedDayNumber()
  const found: number[] = []
  const leaving: number[] = []
  eachArray<readonly [number, string]>(db, `SELECT id, leaves_on FROM person ORDER BY ${inKanaOrder}`, ([id, leavesOn]) => {
    found.push(id)
    leaving.push(number(leavesOn))
  })
  const ids = Int32Array.from(found)
  const places = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1)
  for (const [place, id] of ids.entries()) places[id] = place

  const rows: PostRow[] = []
  const postsFrom = new Int32Array(ids.length + 1)
  eachArray<PostRow>(db, 'SELECT person_id, division_id, starts_on, ends_on, leave FROM assignment', (row) => {
    rows.push(row)
    postsFrom[places[row[0]]! + 1]! += 1
  })
  for (let place = 0; place < ids.length; place += 1) postsFrom[place + 1]! += postsFrom[place]!
  const columns: PeopleColumns = {
    ids,
    places,
    leavesOn: Int32Array.from(leaving),
    postsFrom,
    division: new Int32Array(rows.length),
    from: new Int32Array(rows.length),
    until: new Int32Array(rows.length),
    onLeave: new Uint8Array(rows.length),
  }
  const next = postsFrom.slice()
  for (const [person, division, startsOn, endsOn, leave] of rows) {
    const at = next[places[person]!]!++
    columns.division[at] = division
    columns.from[at] = number(startsOn)
    columns.until[at] = number(endsOn)
    columns.onLeave[at] = leave === 'none' ? 0 : 1
  }
  return columns
}
