import { type Imported, importsOf, type Source } from './sources.ts'

/** A wall of the house: what it says, and how to see that a file breaks it. */
export interface Wall {
  readonly says: string
  /** What in the file breaks the wall; nothing where it holds. */
  readonly broken: (source: Source) => readonly string[]
  /** A file that breaks it, so that a test can see the wall stand. */
  readonly planted: Source
}

/** Who may import whom, by the beginning of a path; the longest beginning that fits speaks for a file. Itself is always allowed. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/model': [],
  'shared/coverage': ['shared/model'],
  'shared/contract': ['shared/model', 'shared/text'],
  'shared/text': ['shared/model', 'shared/contract'],
  'electron/disk': ['shared/model'],
  'electron/reader': ['shared/model'],
  'electron/parser': ['electron/reader', 'shared/model'],
  'electron/verifier': ['electron/parser', 'electron/reader', 'shared/model', 'resources'],
  'electron/intake': ['electron/verifier', 'electron/parser', 'electron/reader', 'electron/roster', 'electron/disk', 'shared/model'],
  'electron/roster': ['shared', 'resources'],
  'electron/placement': ['shared'],
  'electron/report': ['electron/reader', 'shared'],
  'electron/store': ['shared'],
  'electron/sample': ['shared/model', 'resources'],
  'electron/engine': [
    'electron/intake',
    'electron/verifier',
    'electron/parser',
    'electron/reader',
    'electron/store',
    'electron/roster',
    'electron/placement',
    'electron/report',
    'electron/sample',
    'electron/disk',
    'shared',
    'package.json',
  ],
  'electron/cli': ['electron/engine', 'electron/intake', 'electron/disk', 'electron/sample', 'shared'],
  'electron/main': ['electron/disk', 'shared'],
  'electron/preload': ['shared/contract'],
  renderer: ['shared', 'resources/licences'],
}

/** The one place, or few, a module is at home. */
export const homeOf: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main', 'electron/preload'],
  'better-sqlite3': ['electron/store'],
  'node:worker_threads': ['electron/intake', 'electron/engine/maintenance'],
  jsonld: ['electron/verifier/jsonld'],
  'rdf-canonize': ['electron/verifier/jsonld'],
  '@noble/ed25519': ['electron/verifier'],
  highs: ['electron/placement'],
  jose: ['electron/sample'],
  '@digitalbazaar/vc': ['electron/sample'],
  '@digitalbazaar/data-integrity': ['electron/sample'],
  recharts: ['renderer/charts'],
  'node:child_process': ['electron/main/headless.ts'],
}

const networkModules = ['http', 'http2', 'https', 'net', 'tls', 'dns', 'dgram', 'undici', '@digitalbazaar/http-client', 'node-fetch', 'ws']
const pureRooms = [
  'electron/reader',
  'electron/parser',
  'electron/verifier',
  'electron/roster',
  'electron/report',
  'electron/sample',
  'shared',
  'electron/placement',
]
const clockRooms = ['electron/main/index.ts', 'electron/engine/index.ts', 'electron/cli', 'renderer/app']
const diskRooms = ['electron/disk', 'electron/intake', 'electron/store', 'electron/main', 'electron/cli', 'electron/engine']

/** Who may take a document as it was read: it is hashed or kept there, and nothing is taken from it. */
const rawReaders = [
  'electron/parser/normalForm',
  'electron/parser/support.ts',
  'electron/verifier/secured.ts',
  'electron/verifier/status/verifyList.ts',
  'electron/intake/inspect.ts',
]
/** Where keywords are known: in the normal form, and in what is canonicalised. */
const spellingRooms = ['electron/parser/normalForm', 'electron/verifier/jsonld']
const documentReaders = [
  'electron/parser/parseWith.ts',
  'electron/parser/token.ts',
  // A disclosed value is placed in a payload before the normal form is made of it.
  'electron/parser/selective/readDisclosure.ts',
  'electron/verifier/context/inquiry.ts',
  // Each makes the normal form of what it reads in the same line.
  'electron/parser/packedDocument.ts',
  'electron/verifier/status/storedLists.ts',
  // A key, and the header of a token: no documents.
  'electron/verifier/keys/didJwk.ts',
  'electron/verifier/proofs/jws/detachedJws.ts',
]

/** Files that still have state of the module, each with the reason. */
export const moduleState: Readonly<Record<string, string>> = {}

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`)
const isHouse = ({ path }: Source) => /^(electron|renderer|shared)\//.test(path)

/** The one file that may use the network: it is written out for a PC on the internet, and is neither bundled nor run by the program. */
export const courierScript = 'resources/courier/courier.mjs'
const isShipped = (source: Source) => isHouse(source) || (source.path.startsWith('resources/') && source.path !== courierScript)
const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => within(path, room))
    .sort((one, other) => other.length - one.length)[0]
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length
const matches = ({ text }: Source, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => `line ${lineOf(text, match.index)}: ${match[0].trim()}`)
const imports = (source: Source, bad: (imported: Imported) => boolean, asked = isHouse) =>
  asked(source)
    ? importsOf(source)
        .filter(bad)
        .map(({ file, module }) => file ?? module ?? '')
    : []
const code = ({ path, text }: Source): Source => ({
  path,
  text: text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' ')),
})

export const walls: readonly Wall[] = [
  {
    says: 'a room imports only the rooms it may',
    broken: (source) => {
      const room = roomOf(source.path)
      if (room === undefined) return isHouse(source) ? ['stands in no room'] : []
      return imports(source, ({ file }) => file !== null && !within(file, room) && !mayImport[room]!.some((allowed) => within(file, allowed)))
    },
    planted: { path: 'electron/reader/planted.ts', text: "import { openDatabase } from '../store'\n" },
  },
  {
    says: 'arithmetic takes plain counts: shared/coverage imports shared/model and itself, nothing else',
    broken: (source) =>
      source.path.startsWith('shared/coverage/')
        ? imports(source, ({ file }) => file === null || !(within(file, 'shared/coverage') || within(file, 'shared/model')))
        : [],
    planted: { path: 'shared/coverage/planted.ts', text: "import type { CoverageTable } from '../contract/coverage'\n" },
  },
  {
    says: 'steps, shares and symbols of depth are defined in shared/coverage alone',
    broken: (source) =>
      /^(electron|renderer)\//.test(source.path)
        ? matches(code(source), /\bholders\s*(===|!==|<=?|>=?)\s*[1-9]|\bMath\.min\([\w.]*holders\b|\bholders \/ |\bholders (<|>=) (need|required)\b|[▲◎]/g)
        : [],
    planted: { path: 'renderer/components/planted.ts', text: 'const deep = holders >= 3\n' },
  },
  {
    says: 'formulas are guarded in one place',
    broken: (source) =>
      isHouse(source) && source.path !== 'shared/model/safeCell.ts' ? matches(code(source), /\[[^\]\n]*=[^\]\n]*\\?-[^\]\n]*@[^\]\n]*\]/g) : [],
    planted: { path: 'electron/cli/planted.ts', text: 'const isFormula = /^[=+\\-@]/.test(cell)\n' },
  },
  {
    says: 'shared imports zod and itself, nothing else',
    broken: (source) => (source.path.startsWith('shared/') ? imports(source, ({ module }) => module !== null && module !== 'zod') : []),
    planted: { path: 'shared/model/planted.ts', text: "import { join } from 'node:path'\n" },
  },
  {
    says: 'the window runs no Node and takes only types from the contract',
    broken: (source) =>
      source.path.startsWith('renderer/')
        ? imports(
            source,
            ({ module, file, typeOnly }) =>
              module?.startsWith('node:') === true || module === 'zod' || (file !== null && within(file, 'shared/contract') && !typeOnly),
          )
        : [],
    planted: { path: 'renderer/app/planted.ts', text: "import { contract } from '../../shared/contract'\n" },
  },
  {
    says: 'nobody imports a network module',
    broken: (source) => imports(source, ({ module }) => module !== null && networkModules.includes(module.replace(/^node:/, '')), isShipped),
    planted: { path: 'electron/engine/planted.ts', text: "import { get } from 'node:https'\n" },
  },
  {
    says: 'nobody calls the network',
    broken: (source) => (isShipped(source) ? matches(code(source), /(?<![.\w])(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|openExternal)/g) : []),
    planted: { path: 'renderer/app/planted.ts', text: "const answer = await fetch('x')\n" },
  },
  {
    says: 'the one file that may use the network is imported by none, and no other file stands beside it',
    broken: (source) => [
      ...imports(
        source,
        ({ file, module }) => /courier\.mjs/.test(file ?? module ?? ''),
        ({ path }) => path !== courierScript,
      ),
      ...(source.path.startsWith('resources/courier/') && source.path !== courierScript ? ['stands beside the courier script'] : []),
    ],
    planted: { path: 'electron/disk/planted.ts', text: "import script from '../../resources/courier/courier.mjs?raw'\n" },
  },
  {
    says: 'a module that has one home is imported nowhere else',
    broken: (source) => imports(source, ({ module }) => module !== null && homeOf[module]?.some((home) => within(source.path, home)) === false),
    planted: { path: 'electron/engine/planted.ts', text: "import Database from 'better-sqlite3'\n" },
  },
  {
    says: 'the inner files of a package are named in one place',
    broken: (source) =>
      source.path === 'electron/verifier/jsonld/internals.ts' || source.path.endsWith('.d.ts')
        ? []
        : matches(code(source), /(?<=from\s*['"])jsonld\/lib\/[^'"]+/g),
    planted: { path: 'electron/verifier/jsonld/planted.ts', text: "import url from 'jsonld/lib/url.js'\n" },
  },
  {
    says: 'the clock is read at the edge alone',
    broken: (source) =>
      isHouse(source) && !clockRooms.some((room) => within(source.path, room))
        ? matches(code(source), /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/g)
        : [],
    planted: { path: 'electron/verifier/checks/planted.ts', text: 'const now = new Date()\n' },
  },
  {
    says: 'pure rooms have no randomness, no files and no processes',
    broken: (source) =>
      pureRooms.some((room) => within(source.path, room))
        ? [
            ...imports(source, ({ module }) => module !== null && /^(node:)?(fs|fs\/promises|os|child_process|worker_threads|process)$/.test(module)),
            ...matches(code(source), /\bMath\.random\(|\brandomBytes\(|\brandomUUID\(|\bprocess\.(env|argv|cwd)/g),
          ]
        : [],
    planted: { path: 'electron/parser/planted.ts', text: "import { readFileSync } from 'node:fs'\n" },
  },
  {
    says: 'files are touched only at the edge',
    broken: (source) =>
      source.path.startsWith('electron/') && !diskRooms.some((room) => within(source.path, room))
        ? imports(source, ({ module }) => module !== null && /^(node:)?fs(\/promises)?$/.test(module))
        : [],
    planted: { path: 'electron/report/planted.ts', text: "import { writeFileSync } from 'fs'\n" },
  },
  {
    says: 'a document as it was read is reached only where a signature over it is checked, where it is kept, and where its normal form is made',
    broken: (source) =>
      isHouse(source) && !rawReaders.some((place) => within(source.path, place))
        ? matches(code(source), /\basRead\b(?=\()|\bas (unknown as )?NormalDocument\b/g)
        : [],
    planted: { path: 'electron/verifier/checks/planted.ts', text: 'const issuer = asRead(secured.raw).issuer\n' },
  },
  {
    says: 'what an alternative spelling means is decided in the normal form alone',
    broken: (source) =>
      /^electron\/(parser|verifier|intake|engine|store)\//.test(source.path) && !spellingRooms.some((place) => within(source.path, place))
        ? matches(code(source), /['"`.]@(id|type)\b|\bissued_on\b/g)
        : [],
    planted: { path: 'electron/parser/planted.ts', text: "const id = document.id ?? document['@id']\n" },
  },
  {
    says: 'a text becomes a document only where its normal form is made of it',
    broken: (source) =>
      /^electron\/(parser|verifier)\//.test(source.path) && !documentReaders.includes(source.path)
        ? matches(code(source), /\breadJson\(|\bJSON\.parse\(/g)
        : [],
    planted: { path: 'electron/verifier/planted.ts', text: 'const document = JSON.parse(list.text)\n' },
  },
  {
    says: 'no module keeps changing state: it comes in as an argument or lives in an object that a function makes',
    broken: (source) => (isHouse(source) && moduleState[source.path] === undefined ? matches(code(source), /^(?:export )?(?:let|var) \w*/gm) : []),
    planted: { path: 'electron/verifier/planted.ts', text: 'let planned = true\n' },
  },
  {
    says: 'what is computed from a context of the verifier is a member of its index',
    broken: (source) =>
      within(source.path, 'electron/verifier') ? matches(code(source), /\bWeakMap<(VerifierContext|ContextData|IssuerRegister|RegisteredIssuer)\b/g) : [],
    planted: { path: 'electron/verifier/planted.ts', text: 'const lists = new WeakMap<VerifierContext, number>()\n' },
  },
  {
    says: 'text from a badge is never put in as markup, and nothing is run from text',
    broken: (source) =>
      isHouse(source) ? matches(code(source), /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|\bnew Function\(|(?<![.\w])eval\(/g) : [],
    planted: { path: 'renderer/components/planted.tsx', text: 'const a = <b dangerouslySetInnerHTML={{ __html: x }} />\n' },
  },
  {
    says: 'no file is longer than 300 lines',
    broken: ({ text }) => (text.split('\n').length > 301 ? [`${text.split('\n').length - 1} lines`] : []),
    planted: { path: 'electron/store/planted.ts', text: 'x\n'.repeat(301) },
  },
  {
    says: 'no file is named for being of use',
    broken: ({ path }) => (/(^|\/)(utils?|helpers?|managers?|services?|misc|common)(\.|\/|$)/i.test(path) ? [path] : []),
    planted: { path: 'electron/reader/utils.ts', text: '' },
  },
  {
    says: 'no any, no suppressed type, no test that is skipped or alone, nothing left for later',
    broken: (source) =>
      matches(
        code(source),
        /(?<![\w'])any\[\]|:\s*any\b|\bas any\b|<any>|@ts-(ignore|expect-error|nocheck)|\b(it|test|describe)\.(skip|only|todo)\b|\bTODO\b|\bFIXME\b/g,
      ),
    planted: { path: 'test/unit/planted.test.ts', text: "it.only('runs alone', () => {})\n" },
  },
]
