import type { LossBecause, RiskEnding, RiskLeaver, RiskLoss, RiskPerson, RiskSingle, RiskTable } from '../../../shared/contract/risk'
import { type Day, isDay } from '../../../shared/model/day'
import { type LossReason, lossReasons } from '../../../shared/model/risk'
import type { Text } from '../../../shared/text'
import { nextApril } from '../../words/dayStep'

/** The lists of the screen, in the order of their tiles. */
export const riskLists = ['losses', 'leavers', 'ending', 'single'] as const
export type RiskList = (typeof riskLists)[number]

export const isRiskList = (name: string | undefined): name is RiskList => riskLists.some((list) => list === name)

/**
 * The two days that are compared: today, or the chosen day where that is past; and the chosen later day, which is the next 1 April where none is chosen. A day
 * chosen in the future is the later day.
 */
export function riskDays(today: Day, on: Day, chosen: string | undefined): { readonly from: Day; readonly until: Day } {
  const from = on < today ? on : today
  return { from, until: chosen !== undefined && isDay(chosen) ? chosen : on > today ? on : nextApril(from) }
}

/** What the lists are narrowed to; undefined narrows nothing. `part` is the highest division, `*` the whole city; `field` the highest skill. */
export interface RiskFilter {
  readonly reason?: string | undefined
  readonly part?: string | undefined
  readonly field?: string | undefined
}

/** The first name of a path. */
export const topOf = (path: string): string => path.split('/')[0]!

export type Shown = Pick<RiskTable, RiskList>

/** The people of the table, by 職員番号. */
export const peopleOf = ({ people }: Pick<RiskTable, 'people'>): ReadonlyMap<string, RiskPerson> =>
  new Map(people.map((person) => [person.staffNumber, person]))

/** The lines that fit: losses with the reason among theirs, lines of the division, or of a person in it, and of the field. */
export function narrowed(table: RiskTable, { reason, part, field }: RiskFilter): Shown {
  const people = peopleOf(table)
  const inPart = (division: string | undefined) => part === undefined || (division !== undefined && topOf(division) === part)
  const inField = (skill: string) => field === undefined || topOf(skill) === field
  const divisionOf = (staffNumber: string) => people.get(staffNumber)?.division
  return {
    losses: table.losses.filter(
      (loss) => inPart(loss.division) && inField(loss.skill) && (reason === undefined || loss.because.some((one) => one.reason === reason)),
    ),
    leavers: table.leavers.filter((leaver) => inPart(divisionOf(leaver.staffNumber)) && (reason === undefined || leaver.reason === reason)),
    ending: table.ending.filter(({ staffNumber, skill }) => inPart(divisionOf(staffNumber)) && inField(skill)),
    single: table.single.filter(({ division, skill }) => inPart(division) && inField(skill)),
  }
}

/** The choices of each filter, in the order of the lists; a list has only the filters that can narrow it. */
export function choicesOf(
  table: RiskTable,
  list: RiskList,
): { readonly reasons: readonly LossReason[]; readonly parts: readonly string[]; readonly fields: readonly string[] } {
  const people = peopleOf(table)
  const lines: readonly (RiskLoss | RiskLeaver | RiskEnding | RiskSingle)[] = table[list]
  const divisions = lines.map((line) => ('division' in line ? line.division : (people.get(line.staffNumber)?.division ?? '')))
  const found = new Set(lines.flatMap((line) => ('because' in line ? line.because.map(({ reason }) => reason) : 'reason' in line ? [line.reason] : [])))
  return {
    reasons: lossReasons.filter((reason) => found.has(reason)),
    parts: [...new Set(divisions.filter((division) => division !== '').map(topOf))],
    fields: [...new Set(lines.flatMap((line) => ('skill' in line ? [topOf(line.skill)] : [])))],
  }
}

/** A person, the reason and the day in one line. */
export const becauseInWords = ({ staffNumber, reason, on }: LossBecause, people: ReadonlyMap<string, RiskPerson>, { risk }: Text): string =>
  `${people.get(staffNumber)?.name ?? staffNumber} ${risk.reasons[reason]} ${on}`

/** A list as rows of text for other programs, the head first. */
export function copiedRisk(list: RiskList, shown: Shown, people: ReadonlyMap<string, RiskPerson>, text: Text): readonly (readonly string[])[] {
  const { risk, shell } = text
  const { head } = risk
  const place = (division: string) => (division === '*' ? risk.whole : division)
  const who = (staffNumber: string) => [staffNumber, people.get(staffNumber)?.name ?? '', people.get(staffNumber)?.division ?? '']
  const whoHead = [head.staffNumber, head.person, head.division]
  const tables: Readonly<Record<RiskList, () => readonly (readonly string[])[]>> = {
    losses: () => [
      [head.division, head.skill, head.level, head.before, head.after, head.required, head.because],
      ...shown.losses.map(({ division, skill, level, before, after, target, because }) => [
        place(division),
        skill,
        String(level),
        String(before),
        String(after),
        target === null ? '' : String(target.required),
        shell.list(because.map((one) => becauseInWords(one, people, text))),
      ]),
    ],
    single: () => [
      [head.division, head.skill, ...whoHead.slice(0, 2)],
      ...shown.single.map(({ division, skill, staffNumber }) => [place(division), skill, ...who(staffNumber).slice(0, 2)]),
    ],
    ending: () => [
      [...whoHead, head.skill, head.level, head.badge, head.lastDay],
      ...shown.ending.map(({ staffNumber, skill, level, achievementName, on }) => [...who(staffNumber), skill, String(level), achievementName ?? '', on]),
    ],
    leavers: () => [
      [...whoHead, head.reason, head.firstDay],
      ...shown.leavers.map(({ staffNumber, reason, on }) => [...who(staffNumber), risk.reasons[reason], on]),
    ],
  }
  return tables[list]()
}
