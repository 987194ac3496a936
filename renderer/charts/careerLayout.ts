import type { Output } from '../../shared/contract'
import { addDays, type Day, firstDay, fiscalYear } from '../../shared/model/day'
import type { Grade } from '../../shared/model/verification'

type Person = Output<'people.read'>

/** What the timeline of one person is drawn from. */
export interface CareerSource {
  readonly person: Pick<Person, 'assignments' | 'badges' | 'hiredOn'>
  /** 基準日. */
  readonly on: Day
}

/** A post as a box. `from` and `to` are shares of the width, 0 to 1. */
export interface CareerBox {
  readonly from: number
  readonly to: number
  readonly division: string
  readonly post: string | null
  readonly concurrent: boolean
  readonly current: boolean
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface CareerMark {
  readonly at: number
  /** Marks too close to each other move to further lines. */
  readonly line: number
  readonly grade: Grade
  readonly name: string | null
  readonly credentialId: number
  readonly day: Day
}

export interface CareerLayout {
  readonly posts: readonly (readonly CareerBox[])[]
  readonly concurrent: readonly (readonly CareerBox[])[]
  readonly marks: readonly CareerMark[]
  readonly markLines: number
  readonly ticks: readonly { readonly at: number; readonly day: Day }[]
  /** Where the first post on record begins: before it the roster says nothing; 0 where the record begins at the left edge. */
  readonly recordFrom: number
  /** The position of 基準日. */
  readonly on: number
  /** Years since hiring, the first is 1; null where unknown. */
  readonly years: number | null
  /** Different divisions of the main posts that have begun by 基準日. */
  readonly divisions: number
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const mostTicks = 8
/** Share of the width a mark needs beside the next. */
const markRoom = 0.026

const april = (year: number): Day => `${year}-04-01` as Day

/** The first of April of every so many years between two days, never more than a few. */
function ticksBetween(from: Day, to: Day): readonly Day[] {
  const first = fiscalYear(from) + (from.slice(5) === '04-01' ? 0 : 1)
  const last = fiscalYear(to)
  const step = Math.max(1, Math.ceil((last - first + 1) / mostTicks))
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => april(first + index * step))
}

/** Boxes that overlap go to further lines, each as high up as there is room. */
function inLines(boxes: readonly CareerBox[]): readonly (readonly CareerBox[])[] {
  const lines: CareerBox[][] = []
  for (const box of boxes.toSorted((a, b) => a.from - b.from)) {
    const line = lines.find((placed) => (placed.at(-1)?.to ?? 0) <= box.from + 1e-9)
    if (line) line.push(box)
    else lines.push([box])
  }
  return lines
}

/** Posts over time as boxes, badges as marks, and the position of 基準日. A post without a known beginning starts at the left edge. */
export function careerLayout({ person, on }: CareerSource): CareerLayout {
  const begun = person.assignments.map(({ startsOn }) => startsOn).filter((day) => day !== firstDay)
  const issued = person.badges.flatMap(({ validFrom }) => (validFrom === null ? [] : [validFrom]))
  const known = [...begun, ...issued, ...(person.hiredOn === null ? [] : [person.hiredOn]), on].toSorted()
  const from = known[0] ?? on
  const latest = known.at(-1) ?? on
  // Space right of 基準日, so that a current post visibly continues.
  const room = Math.max(120, Math.round((dayNumber(latest) - dayNumber(from)) * 0.05))
  const to = addDays(latest, room)
  const width = dayNumber(to) - dayNumber(from)
  const share = (day: Day): number => Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / width))
  const boxes = person.assignments.map(
    ({ division, post, concurrent, current, startsOn, endsOn }): CareerBox => ({
      from: share(startsOn),
      to: endsOn === null ? 1 : share(endsOn),
      division: division.split('/').at(-1) ?? division,
      post,
      concurrent,
      current,
      startsOn,
      endsOn,
    }),
  )
  const marks = marksOf(person.badges, share)
  return {
    posts: inLines(boxes.filter(({ concurrent }) => !concurrent)),
    concurrent: inLines(boxes.filter(({ concurrent }) => concurrent)),
    marks,
    markLines: Math.max(0, ...marks.map(({ line }) => line + 1)),
    ticks: ticksBetween(from, to).map((day) => ({ at: share(day), day })),
    recordFrom: person.assignments.length === 0 ? 0 : Math.min(...person.assignments.map(({ startsOn }) => share(startsOn))),
    on: share(on),
    years: person.hiredOn === null || person.hiredOn > on ? null : fiscalYear(on) - fiscalYear(person.hiredOn) + 1,
    divisions: new Set(person.assignments.filter(({ concurrent, startsOn }) => !concurrent && startsOn <= on).map(({ divisionCode }) => divisionCode)).size,
  }
}

function marksOf(badges: CareerSource['person']['badges'], share: (day: Day) => number): readonly CareerMark[] {
  const ends: number[] = []
  return badges
    .flatMap(({ validFrom, grade, achievementName, credentialId }) =>
      validFrom === null ? [] : [{ day: validFrom, grade, name: achievementName, credentialId }],
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.credentialId - b.credentialId))
    .map((badge) => {
      const at = share(badge.day)
      const free = ends.findIndex((end) => end <= at)
      const line = free === -1 ? ends.length : free
      ends[line] = at + markRoom
      return { ...badge, at, line }
    })
}
