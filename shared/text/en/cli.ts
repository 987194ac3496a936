import type { Text } from '../ja'

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
  },
  checked: (damaged, mended) => `The data was checked: ${damaged} damaged original files${mended === 0 ? '' : `, ${mended} mended`}.`,
  importId: (id) => `import ${id}`,
  undone: (count) => `The import was undone: ${count} badges removed.`,
  cancelled: (count) => `The import was cancelled: ${count} badges removed.`,
  registered: (issuers, keys, again, changed) =>
    `Registered ${issuers} issuers with ${keys} keys. ${again} badges were verified again; ${changed} verdicts changed.`,
  registerChanges: { new: 'new', changed: 'changed', closed: 'closed', removed: 'removed', unchanged: 'unchanged' },
  mapped: (mappings, skills) => `Registered ${mappings} mappings to ${skills} skills.`,
  mappedLeft: (waiting, otherIssuers) =>
    `${waiting > 0 ? ` Mappings that wait for a badge that counts: ${waiting}.` : ''}${otherIssuers > 0 ? ` Decisions about badges of other issuers: ${otherIssuers} (skills list).` : ''}`,
  proposals: (count, accepted) => (accepted ? `All ${count} proposals were accepted.` : `${count} proposals. Add --accept to take them.`),
  written: (path) => `Written: ${path}`,
  sampleWritten: (path) => `The sample city was written to ${path}`,
  courierList: (count, leftOut) =>
    leftOut === 0
      ? `${count} addresses to ask.`
      : `${count} addresses to ask. ${leftOut} with an e-mail address or a password in them were left out, so that nothing about a person leaves the house.`,
  courierScript: 'On a PC on the internet (Node.js 18 or newer), run: node courier.mjs list.json evidence.json',
  accepted: (files, again, changed) => `${files} evidence files accepted. ${again} badges verified again, ${changed} of them with another result.`,
  people: (count) => `${count} people`,
  city: 'Whole city',
}
