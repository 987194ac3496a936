import { z } from 'zod'
import { call } from './call'
import { facts } from './change'
import { count, day, locale, nothing, path, problem } from './parts'

export const applicationCalls = {
  /** The program's own facts and how much it holds: what the first screen needs. */
  'application.read': call(
    'engine',
    { reads: ['settings', 'roster', 'badges', 'imports', 'health'] },
    nothing,
    z.strictObject({
      version: z.string(),
      dataFolder: z.string(),
      /** Whether the data folder may not be written: it can be read, and nothing changed. */
      readOnly: z.boolean(),
      today: day,
      locale,
      cityName: z.string().nullable(),
      sample: z.boolean(),
      people: count,
      credentials: count,
      imports: count,
      unmatched: count,
      rosterOn: day.nullable(),
      /** The earliest day a roster describes: before it nothing is known about who worked where; null where there has been none. */
      firstRosterOn: day.nullable(),
      /** When the fast way of verifying was found to differ from the one it is checked by, and put out of use; null where it never was. RFC 3339. */
      differenceAt: z.string().nullable(),
      /** What is wrong with the stored data itself: tables the newest check of the database found damaged, and originals (`detail` is how many). */
      damage: z.array(problem),
    }),
  ),
  'application.saveSettings': call(
    'engine',
    { changes: ['settings'], audit: ['setting.save'] },
    z.strictObject({ locale: locale.optional(), cityName: z.string().max(100).nullable().optional() }),
    nothing,
  ),
  /** Asks for files or a folder in the system's own dialog; an empty list when the person thought better of it. */
  'dialog.choose': call(
    'shell',
    { reads: [] },
    z.strictObject({ what: z.enum(['badges', 'folder', 'roster', 'register', 'skills', 'requirements']) }),
    z.strictObject({ paths: z.array(path) }),
  ),
  /** Makes the sample city and imports it: roster, register, skills, then the badges as an import that reports its progress. */
  'sample.open': call(
    'engine',
    {
      changes: ['settings', 'roster', 'register', 'skills', 'requirements', 'imports', 'documents', 'work'],
      audit: ['sample.open', 'setting.save', 'roster.apply', 'register.save', 'skills.map', 'requirement.save', 'import.start', 'courier.accept'],
      begins: 'import',
    },
    nothing,
    z.strictObject({ importId: z.string() }),
  ),
  /** Takes the sample city away again. Refused where data of one's own is held. */
  'sample.remove': call('engine', { changes: facts, audit: ['sample.remove'] }, nothing, nothing),
}
