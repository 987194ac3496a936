import { parentPort, workerData } from 'node:worker_threads'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { problemOf } from '../../disk/problemOf'
import { packDocument } from '../../parser'
import type { Ignored, Unreadable } from '../../parser/parsed'
import { isLeftBehind, judgeUnread, limits, openArchive, type ZipArchive } from '../../reader'
import { allowPlans, takeDifferences } from '../../verifier'
import { type OpenFile, openFile } from '../files'
import { inspectUnit, supportOf, type UnitBytes } from '../inspect'
import { makeSeeker, type Seeker } from '../seek'
import type { Unit } from '../unit'
import { keep } from './kept'
import type { FromWorker, Task, ToWorker, WantedUnit } from './message'
import { beginPack, type Packer } from './pack'

// The entry of a worker thread: it reads, parses and verifies what it is handed, and calls nobody back.

/** Where this thread stands, for the engine to see at any time. */
const { pulse } = workerData as { readonly pulse: Int32Array }

/** Answers are sent when there are this many bytes of files with them. */
const sentBytes = 4 * 1024 * 1024

let task: Task = { kind: 'gather' }
let seek: Seeker = () => ({ sought: [], putOff: false })

/** The ZIP read last stays open: its entries come one after the other. */
let open: { readonly path: string; readonly file: OpenFile; readonly archive: Result<ZipArchive> } | null = null

function archiveAt(path: string): Result<ZipArchive> {
  if (open?.path !== path) {
    open?.file.close()
    open = null
    const opened = openFile(path)
    if (!opened.ok) return opened
    open = { path, file: opened.value, archive: openArchive(opened.value) }
  }
  return open.archive
}

/** The bytes of a plain file, or what is to be said of one too large to be a badge. */
function plainFile({ source, path }: Unit): Result<UnitBytes, Unreadable | Ignored> {
  const opened = openFile(path)
  if (!opened.ok) return failure(unreadable(source, opened.problem))
  const file = opened.value
  try {
    if (file.size > limits.zipTotalBytes) return failure(judgeUnread(source, file.read(0, 65536)))
    return success({ source, bytes: file.read(0, file.size), nesting: 0 })
  } finally {
    file.close()
  }
}

const unreadable = (source: string, problem: Problem): Unreadable => ({ kind: 'unreadable', source, problem })

function bytesOf(unit: Unit): Result<UnitBytes, Unreadable | Ignored> {
  try {
    if (unit.entry === null) return plainFile(unit)
    if (isLeftBehind(unit.source)) return failure({ kind: 'ignored', source: unit.source })
    const archive = archiveAt(unit.path)
    if (!archive.ok) return failure(unreadable(unit.source, archive.problem))
    const bytes = archive.value.entry(unit.entry)?.bytes() ?? failure<Problem>({ code: 'zip.broken' })
    return bytes.ok ? success({ source: unit.source, bytes: bytes.value, nesting: 1 }) : failure(unreadable(unit.source, bytes.problem))
  } catch (error) {
    return failure(unreadable(unit.source, problemOf(error, unit.path, 'read')))
  }
}

async function answer(unit: Unit): Promise<readonly object[]> {
  if (task.kind === 'seek') return 'wanted' in unit ? seek((unit as WantedUnit).wanted).sought : []
  const read = bytesOf(unit)
  if (task.kind === 'gather') return read.ok ? supportOf(read.value).map(packDocument) : []
  const found = read.ok ? await inspectUnit(read.value, task.context) : [read.problem]
  return task.kind === 'keep' ? found.map((one) => keep(one, seek)) : found
}

function send(packer: Packer): void {
  const [packed, differences] = [packer.seal(), takeDifferences()]
  parentPort!.postMessage({ ...packed, ...(differences.length > 0 ? { differences } : {}) } satisfies FromWorker, [packed.bytes])
}

async function work(number: number, units: readonly Unit[]): Promise<void> {
  const form = task.kind === 'keep' || task.kind === 'seek' ? 'texts' : 'clone'
  let [packer, bytes] = [beginPack(form), 0]
  for (const [place, unit] of units.entries()) {
    Atomics.store(pulse, 1, place)
    Atomics.store(pulse, 0, number)
    const list = await answer(unit).catch((error: unknown) => {
      // The worker's door: a fault in one file's reading is that file's, and the others go on.
      const detail = error instanceof Error ? error.message : String(error)
      return task.kind === 'gather' ? [] : [unreadable(unit.source, { code: 'file.unreadable', detail })]
    })
    packer.add(list)
    bytes += unit.size
    if (bytes < sentBytes && place < units.length - 1) continue
    send(packer)
    ;[packer, bytes] = [beginPack(form), 0]
  }
}

/** Messages are worked through one after the other, in the order they came. */
let last: Promise<void> = Promise.resolve()

parentPort!.on('message', (message: ToWorker) => {
  last = last.then(() => {
    if ('units' in message) return work(message.number, message.units)
    task = message.task
    if ('plans' in task) allowPlans(task.plans)
    if ('seeking' in task) seek = makeSeeker(task.seeking)
  })
})
