import type { RosterProblem, RosterSummary } from '../../shared/contract/roster'
import type { Day } from '../../shared/model/day'
import type { Person } from '../../shared/model/department'
import type { DepartmentSnapshot, NewAssignment, RosterPlan, StoredAssignment } from '../../shared/model/rosterPlan'
import { alignDivisions } from './alignDivisions'
import { planDivisions } from './planDivisions'
import { addressesOf, isSamePerson, type Likeness, likenessAmong, mergePerson } from './planPeople'
import { endPosts, isSameAssignment, type Piece, planPosts } from './planPosts'
import type { RosterPerson, RosterRead } from './rosterRead'

export {
  type DepartmentSnapshot,
  type DivisionPeriod,
  isEmptyPlan,
  type NewAssignment,
  type RosterPlan,
  type StoredAssignment,
} from '../../shared/model/rosterPlan'

/** What a roster changes, and what the summary says of it. */
export interface PlannedRoster {
  readonly plan: RosterPlan
  readonly summary: RosterSummary
  /** 職員番号 of the people behind three numbers of the summary, in the order of the file; those who end in the order they are stored. */
  readonly people: Readonly<Record<'new' | 'changed' | 'ended', readonly string[]>>
}

/**
 * What has to be written so that the store agrees with a roster that speaks of the day `on`?
 *
 * People the file does not name are ended on that day, never deleted. Planning the same roster again, after applying the plan, writes nothing.
 */
export function planRoster(read: RosterRead, snapshot: DepartmentSnapshot, on: Day): PlannedRoster {
  const divisions = alignDivisions(read.divisions, snapshot.divisions, on)
  const codes = new Map(read.divisions.map(({ code }, index) => [code, divisions[index]!.code]))
  const stored = new Map(snapshot.people.map((person) => [person.staffNumber, person]))
  const assignments = Map.groupBy(snapshot.assignments, ({ staffNumber }) => staffNumber)
  const owners = addressesOf(read.people)
  const people = { add: [] as Person[], change: [] as Person[] }
  const behind = { new: [] as string[], changed: [] as string[], ended: [] as string[] }
  let unchanged = 0
  const problems: RosterProblem[] = [...read.problems]
  const planned: Difference[] = []
  const likeness = likenessAmong(snapshot.people)

  for (const person of read.people) {
    const known = stored.get(person.staffNumber)
    const before = assignments.get(person.staffNumber) ?? []
    const posts = person.posts.map((post) => ({ ...post, divisionCode: codes.get(post.divisionCode) ?? post.divisionCode }))
    const difference = compare(before, planPosts({ staffNumber: person.staffNumber, posts, incomplete: person.divisionMissing }, before, on))
    const merged = mergePerson(person, known, takenByOthers(person, known, owners))
    planned.push(difference)
    if (!known) {
      people.add.push(merged)
      behind.new.push(person.staffNumber)
      problems.push(...likenessProblem(person, likeness(person), read))
    } else if (!isSamePerson(known, merged)) {
      people.change.push(merged)
      behind.changed.push(person.staffNumber)
    } else if (difference.isEmpty) unchanged++
    else behind.changed.push(person.staffNumber)
  }
  const named = new Set(read.people.map(({ staffNumber }) => staffNumber))
  for (const [staffNumber, before] of assignments) {
    if (named.has(staffNumber)) continue
    const difference = compare(before, endPosts(before, on))
    planned.push(difference)
    if (!difference.isEmpty) behind.ended.push(staffNumber)
  }

  const occupied = new Set(planned.flatMap(({ after }) => after.filter(({ endsOn }) => endsOn > on).map(({ divisionCode }) => divisionCode)))
  const tree = planDivisions(divisions, snapshot.divisions, occupied, on)
  return {
    plan: {
      people,
      divisions: tree.divisions,
      assignments: {
        add: planned.flatMap(({ add }) => add),
        change: planned.flatMap(({ change }) => change),
        remove: planned.flatMap(({ remove }) => remove),
      },
    },
    summary: {
      rows: read.rows,
      people: read.people.length,
      divisions: divisions.length,
      assignments: read.people.reduce((sum, { posts }) => sum + posts.length, 0),
      new: behind.new.length,
      changed: behind.changed.length,
      unchanged,
      ended: behind.ended.length,
      renamedDivisions: [...tree.renamed],
      problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    },
    people: behind,
  }
}

interface Difference {
  readonly after: readonly Piece[]
  readonly add: readonly NewAssignment[]
  readonly change: readonly StoredAssignment[]
  readonly remove: readonly number[]
  readonly isEmpty: boolean
}

function compare(before: readonly StoredAssignment[], after: readonly Piece[]): Difference {
  const kept = new Set(after.map(({ id }) => id))
  const written = new Map(before.map((one) => [one.id, one]))
  const add = after.filter((piece): piece is NewAssignment & { readonly id?: never } => piece.id === undefined)
  const change = after.filter((piece): piece is StoredAssignment => piece.id !== undefined && !isSameAssignment(piece, written.get(piece.id)))
  const remove = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  return { after, add, change, remove, isEmpty: add.length + change.length + remove.length === 0 }
}

/** Stored addresses of this person that the file gives to others and not to this person. */
function takenByOthers(person: RosterPerson, known: Person | undefined, owners: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  return new Set([...(known?.emails ?? []), ...(known?.dids ?? [])].filter((address) => owners.has(address) && !owners.get(address)?.has(person.staffNumber)))
}

function likenessProblem(person: RosterPerson, like: Likeness | null, read: RosterRead): readonly RosterProblem[] {
  return like ? [{ code: like.code, row: person.row, column: read.mapping.staffNumber ?? null, value: person.staffNumber, detail: like.staffNumber }] : []
}
