import type { Unreadable } from '../../shared/model/found'
import { failure, type Result, success } from '../../shared/model/problem'
import type { IssuerRegister } from '../../shared/model/register'
import { openDocument, type PackedDocument } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { buildContext, dataOf, type Mismatch, type VerifierContext } from '../verifier'
import type { Inspected } from './inspected'
import { listUnits } from './list'
import type { Kept } from './pool/keep'
import type { Task, WantedUnit } from './pool/message'
import { type Answered, makePool, type PoolLimits, usualLimits } from './pool/pool'
import type { Seeking, Sought, Wanted } from './seek'
import type { Unit } from './unit'
import type { Units } from './units'

export type { Inspected, InspectedCredential, InspectedEnvelope } from './inspected'
export { listUnits } from './list'
export { type MissedTable, missedTable } from './missedTable'
export type { Kept, KeptBadge } from './pool/keep'
export { release } from './pool/pack'
export { usualLimits } from './pool/pool'
export { type Budget, makeBudget, type Seeking, type Sought, type Wanted } from './seek'
export type { Unit } from './unit'
export { compactUnits, type Units } from './units'

/** What an intake needs of its surroundings. */
export interface IntakeSurroundings {
  /** The built worker. */
  readonly workerFile: string
  readonly limits?: PoolLimits
  readonly signal: AbortSignal
  /** Whether canonicalization plans may be used: not after a mismatch. */
  readonly plans?: boolean
}

/** Worker threads that gather and verify. */
export interface Intake {
  /** All supporting documents among the units: issuer profiles, keys, lists, evidence. They are needed before the first badge is verified. */
  gather(units: Units): Promise<readonly SupportDocument[]>
  /** Everything found in the units, batch by batch, in their order: one list for each unit. */
  inspect(units: Units, context: VerifierContext): AsyncGenerator<readonly (readonly Inspected[])[]>
  /** The same in the form it is stored in, with the people of its hashed recipients. */
  keep(units: Units, context: VerifierContext, seeking: Seeking): AsyncGenerator<readonly (readonly Kept[])[]>
  /**
   * Searches for the people of stored credentials, any number of times with the same knowledge: batch by batch, a list of answers for each, or the reason there
   * is none.
   */
  seeker(seeking: Seeking): (wanted: readonly Wanted[]) => AsyncGenerator<readonly Answered<readonly Sought[]>[]>
  /** The mismatches that workers reported since the last call: see `verifier/context/crossCheck.ts`. */
  takeMismatches(): readonly Mismatch[]
  /** Ends the worker threads. */
  close(): void
}

/** A unit without an answer is unreadable, for the reason there is none. */
const listOf = <Found>({ source }: Unit, answer: Answered<readonly Found[]>): readonly (Found | Unreadable)[] =>
  answer.ok ? answer.value : [{ kind: 'unreadable', source, problem: answer.problem }]

/** Opens an intake; no thread is started before there is work for it. */
export function openIntake({ workerFile, limits = usualLimits, signal, plans = true }: IntakeSurroundings): Intake {
  const mismatches: Mismatch[] = []
  const pool = makePool(workerFile, limits, signal, (found) => mismatches.push(...found))
  async function* found<Found>(task: Task, units: Units) {
    let at = 0
    for await (const answers of pool.run<readonly Found[]>(task, units)) {
      const asked = units.slice(at, at + answers.length)
      at += answers.length
      yield answers.map((answer, place) => listOf(asked[place]!, answer))
    }
  }
  return {
    gather: async (units) => {
      const documents: SupportDocument[] = []
      for await (const answers of pool.run<readonly (SupportDocument | PackedDocument)[]>({ kind: 'gather' }, units)) {
        for (const answer of answers) if (answer.ok) documents.push(...answer.value.map(openDocument)) // A unit that could not be read is reported when it is inspected.
      }
      return documents
    },
    inspect: (units, context) => found<Inspected>({ kind: 'inspect', context: dataOf(context), plans }, units),
    keep: (units, context, seeking) => found<Kept>({ kind: 'keep', context: dataOf(context), plans, seeking }, units),
    seeker: (seeking) => {
      // One task: it is sent to a worker once, however many credentials are searched for.
      const task: Task = { kind: 'seek', seeking }
      return (wanted) =>
        pool.run<readonly Sought[]>(
          task,
          wanted.map((one): WantedUnit => ({ source: one.source, path: '', entry: null, size: 0, wanted: one })),
        )
    },
    takeMismatches: () => mismatches.splice(0),
    close: pool.close,
  }
}

/**
 * Lists, gathers and inspects: everything found under the paths, in path order. Fails where a path itself cannot be read, and at
 * the end where a cross-check reported a mismatch: the verdicts before it cannot be relied on.
 *
 * @param accepted `evidenceDigest` of evidence that counts though no list asked for it.
 */
export async function* inspectPaths(
  paths: readonly string[],
  {
    register,
    now,
    held = [],
    accepted = [],
  }: { readonly register: IssuerRegister; readonly now: Date; readonly held?: readonly SupportDocument[]; readonly accepted?: readonly string[] },
  surroundings: IntakeSurroundings,
): AsyncGenerator<Result<readonly Inspected[]>> {
  const listed = listUnits(paths)
  if (!listed.ok) {
    yield listed
    return
  }
  const units = listed.value
  const intake = openIntake(surroundings)
  try {
    const context = buildContext([...held, ...(await intake.gather(units))], register, now, { accepted })
    for await (const lists of intake.inspect(units, context)) yield success(lists.flat())
    const [mismatch] = intake.takeMismatches()
    if (mismatch) yield failure({ code: 'verifier.plan-difference', detail: mismatch.kind })
  } finally {
    intake.close()
  }
}
