import type { Input, Output } from '../../../shared/contract'
import type { Scope } from '../../../shared/contract/parts'
import { singleHolder } from '../../../shared/coverage'
import { type Day, lastDay } from '../../../shared/model/day'
import type { Leave } from '../../../shared/model/department'
import { failure, type Result, success } from '../../../shared/model/problem'
import { countingGrades } from '../../../shared/model/verification'
import { withColumns } from '../coverage/columns/columns'
import { countCoverage } from '../coverage/coverage'
import { type Database, readAll, readOne } from '../database/statement'
import { readBadgesOf } from './badge'
import { divisionPathsOn, readHeldSkills } from './people'

type Page = Output<'people.read'>

interface PersonRow {
  readonly id: number
  readonly name: string
  readonly kana: string | null
  readonly formerName: string | null
  readonly hiredOn: Day | null
  readonly termEndsOn: Day | null
  readonly leavesOn: Day
}

interface PostRow {
  readonly divisionId: number
  readonly divisionCode: string
  readonly post: string | null
  readonly concurrent: number
  readonly leave: Leave
  readonly startsOn: Day
  readonly endsOn: Day
}

/** All posts of a person, the newest first, each with the path of its division on the day, or on the day the post began. */
function readPosts(db: Database, personId: number, on: Day): Page['assignments'] {
  const pathsByDay = new Map<Day, ReadonlyMap<number, string>>()
  const pathOn = (day: Day, divisionId: number): string | undefined => {
    const paths = pathsByDay.get(day) ?? divisionPathsOn(db, day)
    pathsByDay.set(day, paths)
    return paths.get(divisionId)
  }
  return readAll<PostRow>(
    db,
    `SELECT division.id AS divisionId, code AS divisionCode, post, concurrent, leave, starts_on AS startsOn, ends_on AS endsOn
     FROM assignment JOIN division ON division.id = division_id WHERE person_id = :personId ORDER BY starts_on DESC, concurrent, assignment.id`,
    { personId },
  ).map(({ divisionId, divisionCode, concurrent, post, leave, startsOn, endsOn }) => {
    const current = startsOn <= on && on < endsOn
    return {
      divisionCode,
      division: pathOn(current ? on : startsOn, divisionId) ?? pathOn(on, divisionId) ?? divisionCode,
      post,
      concurrent: concurrent === 1,
      leave,
      startsOn,
      endsOn: endsOn >= lastDay ? null : endsOn,
      current,
    }
  })
}

/** The level of 課 in the tree of divisions. */
const sectionDepth = 2

type Moment = Pick<Scope, 'on' | 'withLeavers'>

/** Skills of which this person is the only holder: in the whole city, or else in a 課 of theirs. Branches of the skill tree are left out. */
function readSoleHoldings(db: Database, held: ReadonlySet<string>, codes: readonly string[], { on, withLeavers }: Moment): Page['soleHolderOf'] {
  const scope: Scope = { on, level: 1, grades: [...countingGrades], includeLeave: false, withLeavers }
  const { divisions, skills, rolledUp } = withColumns(db, (columns) => countCoverage(db, columns, scope))
  const sections = new Set<number>()
  for (const code of codes) {
    let place = divisions.findIndex(({ division }) => division.code === code)
    while (place >= 0 && divisions[place]!.depth > sectionDepth) place = divisions[place]!.parent
    if (place >= 0) sections.add(place)
  }
  return skills.flatMap(({ path, branch }, column): Page['soleHolderOf'] => {
    if (branch || !held.has(path)) return []
    if (singleHolder(rolledUp.holders[0]![column]!)) return [{ skill: path, divisionCode: null, division: '*' }]
    return [...sections]
      .filter((place) => singleHolder(rolledUp.holders[place + 1]![column]!))
      .map((place) => ({ skill: path, divisionCode: divisions[place]!.division.code, division: divisions[place]!.path }))
  })
}

/** Everything about one person on a day: posts over time, badges, their skills, and the skills of which this person is the only holder. */
export function readPerson(db: Database, { staffNumber, on, withLeavers }: Input<'people.read'>): Result<Page> {
  const person = readOne<PersonRow>(
    db,
    `SELECT id, name, kana, former_name AS formerName, hired_on AS hiredOn, term_ends_on AS termEndsOn, leaves_on AS leavesOn FROM person WHERE staff_number = :staffNumber`,
    { staffNumber },
  )
  if (person === undefined) return failure({ code: 'person.not-found', detail: staffNumber })
  const { id, leavesOn, ...facts } = person
  const assignments = readPosts(db, id, on)
  const scope: Scope = { on, level: 1, grades: [...countingGrades], includeLeave: true }
  const skills = [...(readHeldSkills(db, JSON.stringify([id]), scope, null).get(id) ?? [])]
  const current = assignments.filter((assignment) => assignment.current)
  const hasLeft = withLeavers === true && leavesOn <= on
  const present = !hasLeft && current.length > 0 && current.every(({ leave }) => leave === 'none')
  const held = new Set(skills.filter(({ counts }) => counts).map(({ skill }) => skill))
  return success({
    staffNumber,
    ...facts,
    emails: readAll<{ address: string }>(db, 'SELECT address FROM email WHERE person_id = :id ORDER BY ordering', { id }).map(({ address }) => address),
    assignments,
    badges: readBadgesOf(db, { personId: id, on }),
    skills,
    soleHolderOf:
      present && held.size > 0
        ? readSoleHoldings(
            db,
            held,
            current.map(({ divisionCode }) => divisionCode),
            { on, withLeavers },
          )
        : [],
  })
}
