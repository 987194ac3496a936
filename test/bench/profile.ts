import type { Profiler, Runtime } from 'node:inspector'
import { posix } from 'node:path'

/** Where a function stands: the path of its source from the root of the project, `node:…` for Node's own, empty for what has no source. */
export type Locate = (frame: Runtime.CallFrame) => string

const outside = 'V8 and the system, outside of JavaScript'

/** What has no source of its own by the names V8 gives it. */
const withoutSource: Readonly<Record<string, string>> = {
  '(garbage collector)': 'garbage collection',
  '(program)': outside,
  '(idle)': 'waiting',
  '(root)': outside,
  jsonParse: 'JSON.parse',
}

/** The calls into SQLite are written in C++ and have no frame of their own: their time is that of whoever calls them. */
export const storeStage = 'electron/store and SQLite below it'
const profilerStage = 'the profiler'
const messagesStage = 'messages between threads'

const ofNode: readonly (readonly [RegExp, string])[] = [
  [/crypto/, 'cryptography (node:crypto, OpenSSL)'],
  [/zlib/, 'inflating (node:zlib)'],
  [/worker|messag|event_target/, messagesStage],
  [/\bfs\b/, 'files (node:fs)'],
  [/task_queues|promises|async_hooks/, 'promises and the task queue'],
  [/inspector/, profilerStage],
  [/modules|bootstrap|amaro|per_context|internal\/vm|^wasm:/, 'loading the program'],
  [/buffer|encoding|string_decoder/, 'bytes and texts (node:buffer)'],
]

/** The part of the program a source belongs to: the folder of ours, the package of others. */
function stageOfSource(source: string): string {
  const [, packaged] = /.*node_modules\/(@[^/]+\/[^/]+|[^/.][^/]*)/.exec(source) ?? []
  if (packaged === 'better-sqlite3') return storeStage
  if (packaged !== undefined) return packaged
  if (/^(node|wasm):/.test(source)) return ofNode.find(([pattern]) => pattern.test(source))?.[1] ?? 'Node, other modules'
  const folder = posix.dirname(source)
  return folder === 'electron/store' ? storeStage : folder
}

/** Time by stage, microseconds. */
export type Times = ReadonlyMap<string, number>

interface Placed {
  readonly self: string
  /** The nearest file of ours on the way up, itself included; a package that went on by itself; null where there is neither. */
  readonly own: string | null
}

/** Functions written in C++ have no source: they belong to whoever called them. */
const stageOfNative = (name: string, above: Placed | null): string => (name === 'postMessage' ? messagesStage : (above?.self ?? outside))

function place(frame: Runtime.CallFrame, above: Placed | null, locate: Locate): Placed {
  const fixed = withoutSource[frame.functionName]
  const source = fixed === undefined ? locate(frame) : ''
  const self = fixed ?? (source === '' ? stageOfNative(frame.functionName, above) : stageOfSource(source))
  const isOwn = /^(electron|shared)\//.test(source)
  // What goes on after an `await` has nobody above it: then the package itself is all that can be named.
  const resumed = source.includes('node_modules/') ? `${self}, going on after it had waited` : null
  return { self, own: isOwn ? source : (above?.own ?? resumed) }
}

/**
 * Where was the time spent, and on behalf of whom?
 *
 * @returns `self`: by the part of the program whose code ran, built-in functions being part of whoever calls them.
 * `own`: by the file of ours that had called, directly or through others; by the package where none can be told.
 * `total` is without waiting and without the profiler itself; `waiting` is in `self` alone.
 */
export function timesOf(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  locate: Locate,
): { readonly self: Times; readonly own: Times; readonly total: number } {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<number, Placed>()
  const placeOf = (id: number): Placed => {
    const known = places.get(id)
    if (known !== undefined) return known
    const parent = parents.get(id)
    const placed = place(byId.get(id)!.callFrame, parent === undefined ? null : placeOf(parent), locate)
    places.set(id, placed)
    return placed
  }
  const [self, own] = [new Map<string, number>(), new Map<string, number>()]
  const add = (times: Map<string, number>, name: string, microseconds: number) => times.set(name, (times.get(name) ?? 0) + microseconds)
  let total = 0
  for (const [index, id] of samples.entries()) {
    const microseconds = timeDeltas[index] ?? 0
    const placed = placeOf(id)
    if (placed.self === profilerStage) continue
    add(self, placed.self, microseconds)
    if (placed.self === 'waiting') continue
    total += microseconds
    add(own, placed.own ?? placed.self, microseconds)
  }
  return { self, own, total }
}

/** The largest shares as rows, the rest as one. @param units Things done in that time. @param least Per cent below which a stage is of the rest. */
export function shareRows(times: Times, total: number, units: number, least: number): readonly Readonly<Record<string, string>>[] {
  const shares = [...times]
    .filter(([name]) => name !== 'waiting')
    .map(([name, microseconds]) => ({ name, microseconds, percent: (100 * microseconds) / total }))
    .sort((one, other) => other.microseconds - one.microseconds)
  const small = shares.filter(({ percent }) => percent < least)
  const rest = { name: `everything else (${small.length})`, microseconds: small.reduce((sum, { microseconds }) => sum + microseconds, 0) }
  const rows = [...shares.filter(({ percent }) => percent >= least), ...(small.length > 0 ? [rest] : [])]
  return rows.map(({ name, microseconds }) => ({
    where: name,
    share: `${((100 * microseconds) / total).toFixed(1)} %`,
    'a credential': `${(microseconds / units).toFixed(1)} µs`,
  }))
}
