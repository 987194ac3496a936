import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { problemOf } from '../../disk/problemOf'
import { packDocument } from '../../parser'
import type { Ignored, Unreadable } from '../../parser/parsed'
import { describeUnread, isLeftBehind, limits, openArchive, type ZipArchive } from '../../reader'
import { type CrossCheck, makeContext, makeCrossCheck, type VerifierContext } from '../../verifier'
import { type OpenFile, openFile } from '../files'
import { inspectUnit, supportOf, type UnitBytes } from '../inspect'
import { makeSeeker, type Seeker } from '../seek'
import type { Unit } from '../unit'
import { keep } from './keep'
import type { FromWorker, Task, ToWorker, WantedUnit } from './message'
import { beginPack, type Packer } from './pack'

// The entry of a worker thread: it reads, parses and verifies units, and sends the answers.

/** Answers are sent when there are this many bytes of files with them. */
const sentBytes = 4 * 1024 * 1024

/** Reads the bytes of units. The last ZIP stays open: its entries follow one another. */
function unitReader(): (unit: Unit) => Result<UnitBytes, Unreadable | Ignored> {
  let open: { readonly path: string; readonly file: OpenFile; readonly archive: Result<ZipArchive> } | null = null
  const archiveAt = (path: string): Result<ZipArchive> => {
    if (open?.path !== path) {
      open?.file.close()
      open = null
      const opened = openFile(path)
      if (!opened.ok) return opened
      open = { path, file: opened.value, archive: openArchive(opened.value) }
    }
    return open.archive
  }
  return (unit) => {
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
}

/** The bytes of a plain file, or what it is where it is too large to be a badge. */
function plainFile({ source, path }: Unit): Result<UnitBytes, Unreadable | Ignored> {
  const opened = openFile(path)
  if (!opened.ok) return failure(unreadable(source, opened.problem))
  const file = opened.value
  try {
    if (file.size > limits.zipTotalBytes) return failure(describeUnread(source, file.read(0, 65536)))
    return success({ source, bytes: file.read(0, file.size), nesting: 0 })
  } finally {
    file.close()
  }
}

const unreadable = (source: string, problem: Problem): Unreadable => ({ kind: 'unreadable', source, problem })

/** What a thread does with units: the task, with what is made once for it. */
interface Work {
  readonly task: Task
  /** Null where the task verifies nothing. */
  readonly context: VerifierContext | null
  readonly seek: Seeker
}

const noSeeker: Seeker = () => ({ sought: [], putOff: false })

function begin(task: Task, crossCheck: CrossCheck): Work {
  const seek = 'seeking' in task ? makeSeeker(task.seeking) : noSeeker
  if (!('context' in task)) return { task, context: null, seek }
  if (!task.plans) crossCheck.disablePlans()
  return { task, context: makeContext(task.context, crossCheck), seek }
}

/** Answers messages of one port, one after the other, in the order they came. */
function serve(port: MessagePort, pulse: Int32Array): void {
  const crossCheck = makeCrossCheck()
  const bytesOf = unitReader()
  let work = begin({ kind: 'gather' }, crossCheck)

  const answer = async (unit: Unit): Promise<readonly object[]> => {
    const { task, context, seek } = work
    if (task.kind === 'seek') return 'wanted' in unit ? seek((unit as WantedUnit).wanted).sought : []
    const read = bytesOf(unit)
    if (context === null) return read.ok ? supportOf(read.value).map(packDocument) : []
    const found = read.ok ? await inspectUnit(read.value, context) : [read.problem]
    return task.kind === 'keep' ? found.map((one) => keep(one, seek)) : found
  }
  const send = (packer: Packer) => {
    const [packed, mismatches] = [packer.seal(), crossCheck.takeMismatches()]
    port.postMessage({ ...packed, ...(mismatches.length > 0 ? { mismatches } : {}) } satisfies FromWorker, [packed.bytes])
  }
  const processUnits = async (number: number, units: readonly Unit[]): Promise<void> => {
    const { kind } = work.task
    const form = kind === 'keep' || kind === 'seek' ? 'texts' : 'clone'
    let [packer, bytes] = [beginPack(form), 0]
    for (const [place, unit] of units.entries()) {
      Atomics.store(pulse, 1, place)
      Atomics.store(pulse, 0, number)
      const list = await answer(unit).catch((error: unknown) => {
        // The worker's door: a fault while reading one file is that file's answer.
        const detail = error instanceof Error ? error.message : String(error)
        return kind === 'gather' ? [] : [unreadable(unit.source, { code: 'file.unreadable', detail })]
      })
      packer.add(list)
      bytes += unit.size
      if (bytes < sentBytes && place < units.length - 1) continue
      send(packer)
      ;[packer, bytes] = [beginPack(form), 0]
    }
  }
  let last: Promise<void> = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(() => {
      if ('units' in message) return processUnits(message.number, message.units)
      work = begin(message.task, crossCheck)
    })
  })
}

serve(parentPort!, (workerData as { readonly pulse: Int32Array }).pulse)
