import { digits } from '../digits'
import type { Text } from '../ja'
import { counted, form, people, skills } from './counted'

export const risk: Text['risk'] = {
  title: (day) => `What is lost by ${day}`,
  kinds: { losses: 'Falls to 0', single: 'Rests on one', ending: 'Ends', leavers: 'Leaves' },
  reasons: { retirement: 'retirement', term: 'end of term', 'post-ended': 'end of post', moved: 'moved', leave: 'on leave', 'badge-ended': 'badge ends' },
  sums: (losses, single, ending, leavers) =>
    `falls to 0: ${digits(losses)}  rests on one: ${digits(single)}  ends: ${digits(ending)}  leaves: ${digits(leavers)}`,
  lead: (leavers, ending, losses) =>
    `${people(leavers)} ${form(leavers, 'leaves', 'leave')}, ${counted(ending, 'last badge')} ${form(ending, 'ends', 'end')}, and **${skills(losses)} ${form(losses, 'falls', 'fall')} to 0 holders**.`,
  leadNone: (leavers, ending) =>
    `${people(leavers)} ${form(leavers, 'leaves', 'leave')} and ${counted(ending, 'last badge')} ${form(ending, 'ends', 'end')}, but **no skill falls to 0 holders**.`,
  lists: 'Lists',
  count: { losses: digits, single: digits, ending: digits, leavers: digits },
  below: {
    losses: 'Skills without a holder in a section or the city',
    single: 'Skills with one holder in a section or the city today',
    ending: 'A person’s last badge for a skill',
    leavers: 'Retirement, end of term or end of post',
  },
  until: 'Look ahead to',
  toApril: 'Next 1 April',
  reason: 'Reason',
  division: 'Division',
  field: 'Field',
  all: 'All',
  whole: 'Whole city',
  head: {
    division: 'Division',
    skill: 'Skill',
    change: 'Holders',
    because: 'Who, and why',
    person: 'Person',
    badge: 'Badge',
    lastDay: 'Last day',
    reason: 'Reason',
    firstDay: 'First day away',
    staffNumber: 'Staff number',
    level: 'Level',
  },
  change: (before, after) => `${digits(before)} to ${digits(after)}`,
  level: (level) => `Level ${digits(level)}`,
  unnamedBadge: 'Badge without a name',
  shown: (shown, all) => (shown === all ? counted(all, 'line') : `${digits(shown)} of ${counted(all, 'line')}`),
  print: 'Print',
  nothingTitle: { losses: 'No skill falls to 0 holders', single: 'No skill rests on one person', ending: 'No badge ends', leavers: 'No person leaves' },
  nothing: 'The imported roster and badges show nothing of this kind in this period. Badges that are not imported yet are not counted.',
  filtered: 'Nothing fits these conditions.',
  clear: 'Remove the conditions',
  noBadges: 'There are no badges yet',
  noBadgesText: 'Import badges to see which skills are lost. No badge does not mean no skill.',
  toImport: 'Go to import',
  past: (day) => `Choose a day after ${day}.`,
  band: {
    from: 'Today',
    until: 'Later day',
    leavers: 'Retirement and end of term',
    leaversValue: 'left out on the later day',
    counted: 'Counted',
    left: 'Left out',
  },
}
