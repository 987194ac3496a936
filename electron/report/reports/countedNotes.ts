import type { CoverageTable } from '../../../shared/contract/coverage'
import type { ReportFrame, Words } from '../report'

/** The foot of every report of coverage: which badges were counted, which were not, who was left out. */
export function countedNotes({ scope, left }: CoverageTable, { text }: Words): readonly string[] {
  const { notes } = text.report
  const grades = text.verdict.grades
  const counted = scope.grades.map((grade) => `${grades[grade].letter} ${grades[grade].name}`)
  const notCounted = [
    ...(scope.grades.includes('unproven') || left.unproven === 0 ? [] : [notes.unproven(left.unproven)]),
    ...(scope.grades.includes('unregistered') || left.unregistered === 0 ? [] : [notes.unregistered(left.unregistered)]),
    ...(left.expired === 0 ? [] : [notes.expired(left.expired)]),
    ...(left.revoked === 0 ? [] : [notes.revoked(left.revoked)]),
    ...(left.rejected === 0 ? [] : [notes.rejected(left.rejected)]),
    ...(left.unmatched === 0 ? [] : [notes.unmatched(left.unmatched)]),
    ...(left.unmapped === 0 ? [] : [notes.unmapped(left.unmapped)]),
  ]
  return [
    notes.counted(counted),
    ...(notCounted.length > 0 ? [notes.notCounted(notCounted)] : []),
    ...(left.onLeave + left.leavers === 0 ? [] : [notes.left(left.onLeave, left.leavers)]),
    notes.concurrent,
    notes.zero,
  ]
}

/** City, day, people and level: the facts under the sentence of every report of coverage. */
export function coverageFacts({ scope, divisions }: CoverageTable, cityName: string | null, { text }: Words): readonly string[] {
  const words = text.report
  const people = divisions.find(({ code }) => code === null)?.people
  return [
    ...(cityName ? [cityName] : []),
    words.on(scope.on),
    ...(people === undefined ? [] : [words.people(people)]),
    words.level(scope.level),
    ...(scope.includeLeave ? [words.leaveIncluded] : []),
    ...(scope.withLeavers ? [words.leaversApplied] : []),
  ]
}

/** Day, author and version: the last lines of every report. */
export const makerOf = ({ madeOn, author, version }: ReportFrame, { text }: Words): readonly string[] => [
  text.report.made(madeOn, author),
  text.report.version(version),
]
