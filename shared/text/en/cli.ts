import { digits } from '../digits'
import type { Text } from '../ja'
import { badges, counted, form, issuers as issuersIn, keys as keysIn, people, skills as skillsIn } from './counted'

const addresses = (count: number): string => counted(count, 'address', 'addresses')

export const cli: Text['cli'] = {
  usage: 'Usage:',
  unknownWord: (word) => `tekizai: there is no command "${word}".`,
  wrongWord: (word) => `tekizai: "${word}" does not fit.`,
  missingWord: (word) => `tekizai: "${word}" is missing.`,
  counts: {
    received: 'received',
    credentials: 'credentials',
    new: 'new',
    replaced: 'replaced',
    duplicate: 'duplicate',
    unmatched: 'unmatched',
    rejected: 'rejected',
    support: 'support',
    unreadable: 'unreadable',
    ignored: 'ignored',
    rows: 'rows',
    people: 'people',
    divisions: 'divisions',
    assignments: 'assignments',
    changed: 'changed',
    unchanged: 'unchanged',
    ended: 'ended',
    removed: 'removed',
  },
  checked: (damaged, mended) => `The data was checked: ${counted(damaged, 'damaged original file')}${mended === 0 ? '' : `, ${digits(mended)} repaired`}.`,
  importId: (id) => `import ${id}`,
  undone: (count) => `The import was undone: ${badges(count)} removed.`,
  cancelled: (count) => `The import was cancelled: ${badges(count)} removed.`,
  registered: (issuers, keys, again, changed) =>
    `Registered ${issuersIn(issuers)} with ${keysIn(keys)}. ${badges(again)} verified again; ${counted(changed, 'verdict')} changed.`,
  registerChanges: { new: 'new', changed: 'changed', closed: 'closed', removed: 'removed', unchanged: 'unchanged' },
  mapped: (mappings, skills) => `Registered ${counted(mappings, 'mapping')} to ${skillsIn(skills)}.`,
  mappedLeft: (waiting, otherIssuers) =>
    `${waiting > 0 ? ` Mappings without a badge that counts yet: ${digits(waiting)}.` : ''}${otherIssuers > 0 ? ` Decisions needed about badges of other issuers: ${digits(otherIssuers)} (skills list).` : ''}`,
  proposals: (count, accepted) =>
    accepted ? `${counted(count, 'proposal')} accepted.` : `${counted(count, 'proposal')}. Add --accept to register ${form(count, 'it', 'them')}.`,
  written: (path) => `Written: ${path}`,
  sampleWritten: (path) => `The sample city was written to ${path}`,
  courierList: (count, leftOut) =>
    leftOut === 0
      ? `${addresses(count)} to ask.`
      : `${addresses(count)} to ask. ${addresses(leftOut)} with an e-mail address or a password ${form(leftOut, 'was', 'were')} left out, to keep personal data here.`,
  courierScript: 'On a PC on the internet (Node.js 18 or newer), run: node courier.mjs list.json evidence.json',
  accepted: (files, again, changed) =>
    `${counted(files, 'evidence file')} accepted. ${badges(again)} verified again, ${digits(changed)} with a changed result.`,
  people,
  city: 'Whole city',
  required: (count) => `required: ${people(count)}`,
  amount: (rule, amount) => (rule === null || amount === null ? 'not required' : rule === 'share' ? `${amount} %` : people(amount)),
  gone: { division: 'no such division', skill: 'no such skill' },
  targetStates: { met: 'met', unmet: (short) => `${people(short)} short`, none: 'nobody in scope' },
  gap: ({ targets, met, unmet, none, short }) =>
    `${counted(targets, 'target')}: ${digits(met)} met, ${digits(unmet)} unmet (${people(short)} short), ${digits(none)} with nobody in scope`,
}
