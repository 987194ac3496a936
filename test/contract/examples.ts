import type { CallName, Input } from '../../shared/contract'
import type { Scope } from '../../shared/contract/parts'

const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const page = { offset: 0, limit: 100 }

/** For every call of the contract one input that fits; the compiler asks for a new call's own. */
export const examples: { readonly [Name in CallName]: Input<Name> } = {
  'application.read': {},
  'application.saveSettings': { locale: 'en', cityName: '青峰市' },
  'dialog.choose': { what: 'badges' },
  'sample.open': {},
  'sample.remove': {},
  'import.start': { paths: ['bundle.zip'] },
  'import.pause': { importId: 'i1' },
  'import.resume': { importId: 'i1' },
  'import.cancel': { importId: 'i1' },
  'import.list': {},
  'import.read': { importId: 'i1' },
  'import.items': { importId: 'i1', outcome: 'rejected', grade: null, among: null, code: null, ...page },
  'import.undo': { importId: 'i1' },
  'import.undoPreview': { importId: 'i1' },
  'import.undoState': {},
  'import.stopUndo': {},
  'roster.preview': { path: 'roster.csv', on: '2026-04-01', mapping: null },
  'roster.import': { path: 'roster.csv', on: '2026-04-01', mapping: { staffNumber: '職員番号' } },
  'register.read': {},
  'register.preview': { path: 'register.json', replace: false },
  'register.import': { path: 'register.json', replace: false, digest: null },
  'register.readKey': { id: 'did:web:toho.example', publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' },
  'register.save': {
    id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    name: '東峰大学',
    nameEn: null,
    confirmedBy: '佐伯 由香里',
    confirmedOn: '2026-04-11',
    how: '公文書',
    publicKeyMultibase: null,
    validFrom: null,
    validUntil: null,
  },
  'coverage.read': scope,
  'requirement.list': { on: '2026-11-20' },
  'requirement.save': {
    save: [
      {
        id: 'R1',
        divisionCode: '0104',
        skill: '行政DX/GIS',
        level: 2,
        rule: { kind: 'people', people: 2 },
        reach: 'division',
        exceptions: [],
        posts: [],
        jobTypes: [],
        employments: [],
        startsOn: null,
        endsOn: null,
        note: '',
      },
    ],
    remove: ['R2'],
  },
  'requirement.preview': { path: 'requirements.csv', replace: false },
  'requirement.import': { path: 'requirements.csv', replace: true },
  'requirement.table': {},
  'requirement.export': {},
  'requirement.propose': scope,
  'requirement.history': { id: 'R1', ...page },
  'gap.read': { scope: { on: '2026-11-20', grades: ['verified', 'confirmed'], includeLeave: false, withLeavers: true }, divisionCode: '0104' },
  'risk.read': { on: '2026-11-20', until: '2027-04-01', grades: ['verified', 'confirmed'] },
  'people.list': { scope, skill: '行政DX/GIS', divisionCode: '0104', text: null, which: 'counting', ...page },
  'people.read': { staffNumber: '000123', on: '2026-11-20' },
  'people.unmatched': page,
  'badge.read': { credentialId: 1 },
  'badge.original': { credentialId: 1 },
  'badge.saveOriginal': { credentialId: 1 },
  'skills.read': {},
  'skills.propose': {},
  'skills.accept': { mappings: [{ achievementId: 'https://badges.example/gis', skill: '行政DX/GIS', level: 2 }] },
  'skills.bind': { achievementId: 'https://badges.example/gis', issuerId: 'did:web:badges.example', beside: false },
  'skills.import': { path: 'skills.csv' },
  'courier.list': { olderThanDays: 180 },
  'courier.issue': { addresses: ['https://badge.example/a/1'] },
  'courier.accept': { paths: ['evidence.json'], confirmedBy: '佐伯 由香里' },
  'courier.save': { what: 'list', olderThanDays: 180 },
  'verification.changes': { of: { run: 1 }, ...page },
  'verification.state': {},
  'verification.stop': {},
  'verification.goOn': {},
  'report.list': {},
  'report.save': { name: 'skill-map', scope, format: 'xlsx', encoding: 'utf-8', locale: 'ja', importId: null },
  'report.write': { name: 'skill-map', scope, format: 'xlsx', encoding: 'utf-8', locale: 'ja', importId: null, path: 'map.xlsx' },
  'report.document': { name: 'skill-map', scope, format: 'pdf', encoding: 'utf-8', locale: 'ja', importId: null },
}

const strange: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  1.5,
  Number.NaN,
  '',
  'x'.repeat(5000),
  [],
  [null],
  {},
  { a: 1 },
  () => 1,
  Symbol('s'),
  10n,
  new Date(0),
]

/**
 * At least fifty inputs that do not fit: strange values in place of the whole, each member missing, each member strange, a member too many.
 * @param fits Says whether a value fits after all: those are left out.
 */
export function malformed(example: Readonly<Record<string, unknown>>, fits: (value: unknown) => boolean): readonly unknown[] {
  const members = Object.keys(example)
  const spoiled = [
    ...strange,
    ...members.map((name) => Object.fromEntries(Object.entries(example).filter(([other]) => other !== name))),
    ...members.flatMap((name) => strange.map((value) => ({ ...example, [name]: value }))),
    ...Array.from({ length: 60 }, (_, index) => ({ ...example, [`extra${index}`]: index })),
  ]
  return spoiled.filter((value) => !fits(value))
}
