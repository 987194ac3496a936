import { floorTable } from './floors.ts'
import { importsOf, type Source } from './sources.ts'
import { mayImport } from './walls.ts'

/** What each room is for, in the order of the way of a badge. */
export const purposes: Readonly<Record<string, string>> = {
  'shared/model': 'what is true: credential, verdict, department, skill, day',
  'shared/coverage': 'holders, depth, reach: pure arithmetic',
  'shared/contract': 'every call between window and engine, one table',
  'shared/text': 'all prose, Japanese and English',
  'electron/reader': 'bytes → envelopes: JSON, JWS, PNG, SVG, ZIP, tables',
  'electron/parser': 'envelope → credential, envelope or supporting document',
  'electron/verifier': 'credential + context → verdict',
  'electron/intake': 'paths → inspected credentials, in worker threads',
  'electron/roster': 'roster rows → a plan of changes; recipient → person; skill proposals',
  'electron/store': 'SQLite: migrations, one file per noun',
  'electron/report': 'reports as XLSX, CSV, HTML',
  'electron/sample': 'a fictitious city, signed by libraries that are not ours',
  'electron/disk': 'whole files: read, written, or a problem',
  'electron/engine': 'the working process: contract calls to handlers, jobs',
  'electron/cli': 'the same handlers without a window',
  'electron/main': 'the shell: window, security, dialogs, the one door',
  'electron/preload': 'window.api',
  renderer: 'the window',
}

const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0]

/** Which room imports which, as the code has it: pairs `from>to`, sorted. */
export function arrows(sources: readonly Source[]): readonly (readonly [string, string])[] {
  const found = new Set<string>()
  for (const source of sources) {
    const from = roomOf(source.path)
    if (from === undefined) continue
    for (const { file } of importsOf(source)) {
      const to = file === null ? undefined : roomOf(file)
      if (to !== undefined && to !== from) found.add(`${from}>${to}`)
    }
  }
  return [...found].sort().map((pair) => pair.split('>') as [string, string])
}

/** Circles among the arrows: rooms that can be come back to. */
export function circles(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    pairs.some(([start, end]) => start === from && (end === goal || (!seen.has(end) && reaches(end, goal, seen.add(end)))))
  return [...new Set(pairs.map(([from]) => from))].filter((room) => reaches(room, room))
}

const name = (room: string) => room.replace(/\W/g, '_')

/**
 * The picture of the house for the README: rooms and arrows as a Mermaid chart, then the floors inside the houses. Every room of electron/ and the window stand on shared/model and shared/text:
 * those arrows are left out, because they would hide the others.
 */
export function picture(sources: readonly Source[]): string {
  const shown = arrows(sources).filter(([, to]) => to !== 'shared/model' && to !== 'shared/text')
  const houses = ['electron', 'shared']
  const rooms = Object.keys(purposes)
  const box = (room: string) => `${name(room)}["<b>${room.split('/').at(-1)}</b><br/>${purposes[room]}"]`
  return [
    '```mermaid',
    'flowchart LR',
    ...houses.flatMap((house) => [`  subgraph ${house}`, ...rooms.filter((room) => room.startsWith(`${house}/`)).map((room) => `    ${box(room)}`), '  end']),
    `  ${box('renderer')}`,
    ...shown.map(([from, to]) => `  ${name(from)} --> ${name(to)}`),
    '```',
    '',
    'Houses with many rooms have floors: a room imports from the rooms below it in this table, never from above.',
    '',
    '| room | what it is for |',
    '| --- | --- |',
    floorTable(),
  ].join('\n')
}

const begin = '<!-- rooms: made by `npm run rooms` -->'
const end = '<!-- end of rooms -->'

/** The README with the picture in its place. */
export const withPicture = (readme: string, drawn: string): string => {
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error('README.md has no place for the picture of the rooms')
  return `${readme.slice(0, from)}${begin}\n${drawn}\n${readme.slice(to)}`
}
