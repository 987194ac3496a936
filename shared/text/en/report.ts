import type { Day } from '../../model/day'
import { eraOf } from '../../model/era'
import { digits as number } from '../digits'
import type { Text } from '../ja'
import { badges, counted, firstOf, form, list, people, skills as skillsIn } from './counted'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const names = (all: readonly string[]): string => firstOf(all, 4)

/** Fri 20 November 2026. */
function englishDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${weekdays[new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()]} ${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** R8.11.20. */
function eraDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  const era = eraOf(day)
  return era ? `${era.era.letter}${era.year}.${month}.${date}` : day
}

export const report: Text['report'] = {
  titles: { 'skill-map': 'Skill map by division', holders: 'List of badge holders', risk: 'What is lost by a later day', 'import-result': 'Import report' },
  sheetNames: { print: 'Print', data: 'Data' },
  pageNumber: { between: ' / ', after: '' },
  seals: ['Director', 'Manager', 'Chief', 'Staff'],
  program: 'Tekizai',
  bothDays: (day) => `${englishDay(day)} (${eraDay(day)})`,
  on: (day) => `As of ${englishDay(day)} (${day}, ${eraDay(day)})`,
  people: (count) => `${people(count)} counted`,
  level: (level) => `Level ${number(level)} or above`,
  leaveIncluded: 'people on leave included',
  leaversApplied: 'without people whose term or service has ended',
  made: (day, author) => `Made on ${englishDay(day)}${author ? ` by ${author}` : ''}`,
  version: (version) => `Tekizai ${version}`,
  city: 'Whole city',
  division: 'Division',
  divisionCode: 'Division code',
  headcount: 'People',
  skillMap: {
    finding: (skills, nobody, single) => {
      if (skills === 0) return 'No badge is mapped to a skill yet.'
      const parts = [
        nobody.length > 0 ? `${number(nobody.length)} ${form(nobody.length, 'has', 'have')} no holder (${names(nobody)})` : '',
        single.length > 0 ? `${number(single.length)} ${form(single.length, 'has', 'have')} only one (${names(single)})` : '',
      ].filter((part) => part !== '')
      return parts.length > 0 ? `Of ${skillsIn(skills)}, ${list(parts)}.` : `${skillsIn(skills)}: two holders or more for each.`
    },
    thin: (division, skills) => `Without a holder in ${division}: ${names(skills)}.`,
    holders: ['nobody', '1 person', '2 people', '3 or more'],
    numbers: 'Numbers are holders',
    need: '"/2" is the number required',
    below: 'below requirement',
    bar: 'Bar below = depth (full at 3 people)',
    apart: 'others hold only badges that are not counted',
    noPeople: '― nobody in scope',
    unitsInside: 'Units are included in their sections. Numbers for each unit are in the data table.',
    data: ['As of', 'Division code', 'Division', 'Depth', 'People', 'Skill', 'Level or above', 'Holders', 'Not counted'],
  },
  notes: {
    undoing: 'Note: an import is being undone. These numbers still contain part of it.',
    counted: (grades) => `Counted: ${list(grades)}; current, not revoked.`,
    notCounted: (parts) => `Not counted: ${list(parts)}.`,
    unproven: (count) => `${number(count)} unproven`,
    unregistered: (count) => `${number(count)} with an unregistered issuer`,
    rejected: (count) => `${number(count)} rejected`,
    expired: (count) => `${number(count)} expired`,
    revoked: (count) => `${number(count)} revoked`,
    unmatched: (count) => `${number(count)} unmatched`,
    unmapped: (count) => `${number(count)} without a skill`,
    left: (onLeave, leavers) =>
      `Left out: ${list([...(onLeave > 0 ? [`${people(onLeave)} on leave`] : []), ...(leavers > 0 ? [`${people(leavers)} whose term or service has ended`] : [])])}.`,
    concurrent: 'Concurrent posts counted once in the totals of departments and the city.',
    zero: '"0" means no badge on record. It does not mean no skill.',
  },
  holders: {
    finding: (holders, skills) =>
      holders === 0
        ? 'Nobody holds a badge that counts yet.'
        : `${people(holders)} ${form(holders, 'holds', 'hold')} badges that count, for ${skillsIn(skills)} in all.`,
    columns: {
      staffNumber: 'Staff number',
      name: 'Name',
      kana: 'Reading',
      division: 'Division',
      post: 'Post',
      concurrent: 'Concurrent',
      skill: 'Skill',
      level: 'Level',
      badge: 'Badge',
      grade: 'Grade',
      validFrom: 'Valid from',
      validUntil: 'Valid until',
      revocation: 'Revocation',
    },
    concurrentMark: 'concurrent',
    noEnd: 'no end',
  },
  importResult: {
    finding: (received, added, rejected, unreadable) =>
      `All ${counted(received, 'received item')} accounted for: ${number(added)} new, ${number(rejected)} rejected, ${number(unreadable)} unreadable.`,
    unfinished: (done) => `This import is not finished. The report covers the first ${counted(done, 'item')}.`,
    sources: (all) => `Imported: ${names(all)}`,
    judgedAt: (at) => `Verified as of ${at}`,
    importId: (id) => `Import ${id}`,
    blocks: {
      outcomes: 'Outcomes',
      grades: 'Grades of badges',
      changes: 'Changed grades of stored badges',
      reasons: 'Why items were rejected or unreadable',
      items: 'Items to check',
    },
    columns: {
      sequence: 'No.',
      source: 'File',
      outcome: 'Outcome',
      count: 'Items',
      meaning: 'Meaning',
      badge: 'Badge',
      person: 'Person',
      grade: 'Grade',
      reason: 'Reason',
      next: 'What to do next',
      before: 'Earlier grade',
      after: 'Grade now',
      code: 'Code',
      staffNumber: 'Staff number',
    },
    total: 'Total',
    totalMeaning: 'The eight outcomes add up to the number received.',
    meanings: {
      new: 'Added.',
      replaced: 'Replaced an older version.',
      duplicate: 'Already stored.',
      unmatched: 'It is not known whose badge it is.',
      rejected: 'Cannot count: signature and content do not match, or the like.',
      support: 'Keys, status lists and other documents used to verify.',
      unreadable: 'Its content could not be read.',
      ignored: 'Not a badge.',
    },
    expired: (count) => `${badges(count)} expired (that does not mean fake).`,
    revoked: (count) => `${badges(count)} revoked.`,
    statusUnknown: (count) => `${badges(count)} with revocation not checked.`,
    unsolicited: (count) => `${badges(count)} of D arrived with copies that answer no inquiry from this PC (a courier inquiry can confirm them).`,
    listed: 'The Excel and CSV files list every item, new, supporting and ignored ones included.',
    unproven: 'Unproven does not mean fake: this PC alone cannot decide.',
  },
}
