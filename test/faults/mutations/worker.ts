import { parentPort, workerData } from 'node:worker_threads'
import { completeCredential, credentialKey, type Parsed, parse, type StoredDocuments } from '../../../electron/parser'
import { readFile, readTable } from '../../../electron/reader'
import { type VerifierContext, verify } from '../../../electron/verifier'
import { contextWith } from '../../unit/verifier/stage'
import { type ContainerName, mutatedFile } from './mutateFile'
import { originals } from './originals'
import type { Accepted, MutationReport, MutationTask } from './report'

const nothingHeld: StoredDocuments = { assertionAt: () => null, badgeClassAt: () => null, profileAt: () => null }

// Run by runMutations.ts as a thread of its own: makes mutated files, one after the other, and has each read, parsed and verified.

const { container, seed, count, signed, here } = workerData as MutationTask
const progress = new Int32Array(here)
const context = signed && contextWith(signed.known.register, signed.known.documents)
const alike = (signed?.originals ?? originals).filter((original) => original.container === container)
const names: Readonly<Record<ContainerName, string>> = { json: 'a.json', jwt: 'a.jwt', png: 'a.png', svg: 'a.svg', zip: 'a.zip', csv: 'a.csv', xlsx: 'a.xlsx' }

const said: Record<string, number> = {}
const say = (word: string) => {
  said[word] = (said[word] ?? 0) + 1
}
const [unanswered, thrown, accepted]: [number[], { number: number; message: string }[], Accepted[]] = [[], [], []]

function readAsTable(bytes: Uint8Array): number {
  const table = readTable(bytes)
  say(table.ok ? 'table' : `unreadable ${table.problem.code}`)
  return 1
}

async function judge(parsed: Parsed, number: number, context: VerifierContext): Promise<void> {
  if (parsed.kind !== 'credential' && parsed.kind !== 'envelope') return
  const { grade } = await verify(parsed, context)
  say(grade)
  if (grade !== 'verified' && grade !== 'confirmed') return
  const { secured } = parsed
  const text = secured.kind === 'jwt' || secured.kind === 'ob2-jws' ? secured.token : secured.kind === 'address' ? secured.url : secured.text
  accepted.push({ number, grade, text })
}

async function readAsBadges(bytes: Uint8Array, number: number): Promise<number> {
  const parsed = readFile(names[container], bytes).flatMap((read): readonly Parsed[] => (read.kind === 'envelope' ? parse(read) : [read]))
  for (const each of parsed) {
    say(each.kind === 'unreadable' ? `unreadable ${each.problem.code}` : each.kind)
    if (each.kind === 'credential') credentialKey(completeCredential(each.credential, nothingHeld))
    if (context) await judge(each, number, context)
  }
  return parsed.length
}

/** Seconds this thread has computed. */
function computed(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

let slowest = { number: -1, seconds: 0 }
let peak = 0
for (let number = 0; number < count; number++) {
  Atomics.store(progress, 0, number)
  const { bytes } = mutatedFile(alike, seed, number)
  const begun = computed()
  try {
    const answers = container === 'csv' || container === 'xlsx' ? readAsTable(bytes) : await readAsBadges(bytes, number)
    if (answers === 0) unanswered.push(number)
  } catch (error) {
    // No file may cause an exception: it is reported with the number of its file.
    thrown.push({ number, message: String(error instanceof Error ? error.stack : error) })
  }
  const seconds = computed() - begun
  if (seconds > slowest.seconds) slowest = { number, seconds }
  const { heapUsed, external } = process.memoryUsage()
  peak = Math.max(peak, heapUsed + external)
}
const report: MutationReport = { said, unanswered, thrown, accepted, slowest, peakMebibytes: Math.ceil(peak / 1024 / 1024) }
parentPort?.postMessage(report)
