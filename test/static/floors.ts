import { importsOf, type Source } from './sources.ts'
import type { Wall } from './walls.ts'

/** A room inside a house: a folder or a file, and what it is for. */
interface Floor {
  readonly room: string
  readonly purpose: string
}

/**
 * The rooms inside the houses that have many, lowest first: a file imports from its own room and from lower ones. What is named by no floor is the roof
 * and imports them all.
 */
export const floors: Readonly<Record<string, readonly Floor[]>> = {
  'electron/verifier': [
    { room: 'remember.ts', purpose: 'a cache with a bound' },
    { room: 'partition.ts', purpose: 'values that meet a condition, and the others' },
    { room: 'context', purpose: 'what a verdict may rest on: register, keys, lists, evidence, time' },
    { room: 'keys', purpose: 'a key by its name: the register, DIDs, documents' },
    { room: 'signature.ts', purpose: 'the finding of a signature' },
    { room: 'rejectAmbiguousJson.ts', purpose: 'documents that can be read in two ways' },
    { room: 'hosted', purpose: 'Open Badges 2.0 at its own address: assertion, class, profile' },
    { room: 'jsonld', purpose: 'canonicalization: plans, and jsonld itself' },
    { room: 'proofs', purpose: 'suites, JWS, selective disclosure' },
    { room: 'status', purpose: 'revocation and suspension lists' },
    { room: 'checks', purpose: 'schema, time, recipient' },
    { room: 'secured.ts', purpose: 'how each form of a credential is signed' },
    { room: 'issuer', purpose: 'names of issuers, and names that look alike' },
    { room: 'dependencies', purpose: 'what a verdict used or missed, and whom a change affects' },
  ],
  'electron/store': [
    { room: 'database', purpose: 'statements, settings, the audit log, owners of a folder and of an import' },
    { room: 'department', purpose: 'divisions, people, posts' },
    { room: 'trust', purpose: 'the issuer register, evidence that was asked for' },
    { room: 'credential', purpose: 'credentials, their versions, recipients and original bytes' },
    { room: 'coverage', purpose: 'skills, mappings, who holds what on a day' },
    { room: 'verdict', purpose: 'verdicts, their history and dependencies, what is to be verified again' },
    { room: 'page', purpose: 'what one screen shows of people and badges' },
    { room: 'planning', purpose: 'requirements and their history, what is missing on a day, what is lost between two' },
    { room: 'import', purpose: 'imports, line by line, and their undo' },
    { room: 'migrations', purpose: 'released schemas, one file each' },
    { room: 'opening', purpose: 'a data folder is opened, made, checked and mended' },
  ],
  'electron/engine': [
    { room: 'handler.ts', purpose: 'what a handler is given' },
    { room: 'act.ts', purpose: 'who did what, when' },
    { room: 'changed.ts', purpose: 'the window is notified of changed facts' },
    { room: 'recordExport.ts', purpose: 'the audit log of data that leave the program' },
    { room: 'wholeOriginal.ts', purpose: 'stored bytes whose digest is right' },
    { room: 'knowledge', purpose: 'register, keys, lists and evidence as the verifier takes them' },
    { room: 'maintenance', purpose: 'long reading work in a thread of its own' },
    { room: 'files', purpose: 'registers, mappings and evidence that come as files' },
    { room: 'jobs', purpose: 'work with progress and stop' },
    { room: 'handlers', purpose: 'one handler for each call of the contract' },
  ],
  renderer: [
    { room: 'words', purpose: 'texts, numbers and days in the chosen language' },
    { room: 'view', purpose: 'what the window shows: screen, day, filters' },
    { room: 'ask', purpose: 'calls to the engine, and what it notifies of' },
    { room: 'components', purpose: 'form, table, notice, grid' },
    { room: 'charts', purpose: 'one chart, one file' },
    { room: 'screens', purpose: 'one folder for each screen' },
    { room: 'app', purpose: 'frame, bars, rail' },
  ],
}

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`) || `${path}.ts` === room

/** The number of the floor a path lies on, from 0; the roof is the highest. Undefined outside of the house. */
function floorOf(house: string, path: string): number | undefined {
  if (!within(path, house)) return undefined
  const at = floors[house]!.findIndex(({ room }) => within(path, `${house}/${room}`))
  return at < 0 ? floors[house]!.length : at
}

/** Paths a source imports from a higher floor of the same house. */
const importsFromAbove = (house: string, source: Source): readonly string[] => {
  const own = floorOf(house, source.path)
  if (own === undefined) return []
  return importsOf(source).flatMap(({ file }) => {
    const other = file === null ? undefined : floorOf(house, file)
    return file !== null && other !== undefined && other > own ? [file] : []
  })
}

const up = (room: string) => (room.endsWith('.ts') ? './' : '../')
const planted = (room: string) => (room.endsWith('.ts') ? room : `${room}/planted.ts`)

/** One wall for each floor but the highest: nothing on it imports from above. */
export const floorWalls: readonly Wall[] = Object.entries(floors).flatMap(([house, rooms]) =>
  rooms.slice(0, -1).map(({ room }, place) => ({
    says: `${house}/${room} imports nothing from ${rooms[place + 1]!.room} or higher`,
    broken: (source: Source) => (within(source.path, `${house}/${room}`) ? importsFromAbove(house, source) : []),
    planted: {
      path: `${house}/${planted(room)}`,
      text: `import { planted } from '${up(room)}${rooms[place + 1]!.room.replace(/\.ts$/, '')}'\n`,
    },
  })),
)

/** The rooms inside the houses for the README, highest first. */
export const floorTable = (): string =>
  Object.entries(floors)
    .map(
      ([house, rooms]) =>
        `| **${house}** | |\n${[...rooms]
          .reverse()
          .map(({ room, purpose }) => `| ${room} | ${purpose} |`)
          .join('\n')}`,
    )
    .join('\n')
