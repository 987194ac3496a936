import type { Text } from '../ja'

export const start: Text['start'] = {
  title: 'Nothing leaves this PC.',
  lead: 'Badges and the staff roster are read and checked inside this PC only, and shown as skills by division. Everything works without a network.',
  sends: 'What is sent out',
  sendsText: 'Nothing. Not even a check for updates.',
  place: 'Where the data is kept',
  trust: 'How badges are checked',
  trustText: 'Their signatures are checked with the keys of issuers you registered.',
  purpose: 'Purpose',
  purposeText: 'Placement and development of staff only.',
  sampleTitle: 'Try it with a sample city',
  sampleText: 'An invented city lets you try every screen.',
  samplePoints: ['People, divisions, issuers and badges are all there', 'With altered, expired and unmatched examples', 'Removed at any time in one step'],
  sampleDo: 'Open the sample city',
  sampleOpening: 'Making the sample city…',
  ownTitle: 'Begin with your own data',
  ownText: 'First the staff roster, then the badges. You see what will happen before anything is stored.',
  ownPoints: ['Roster as CSV or XLSX (its own column names are read)', 'Badges as files, folders or ZIPs', 'Or drop the files on this screen'],
  ownDo: 'Choose the staff roster',
  ownBadges: 'Import badges before the roster',
  foot: 'No administrator rights needed. Original files are left untouched.',
}
