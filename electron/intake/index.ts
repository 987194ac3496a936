import { type Result, success } from '../../shared/model/problem'
import type { IssuerRegister } from '../../shared/model/register'
import type { SupportDocument } from '../parser/parsed'
import { buildContext, type VerifierContext } from '../verifier/context'
import type { Inspected } from './inspected'
import { listUnits } from './list'
import { type PoolLimits, runInWorkers, usualLimits } from './pool'
import type { Unit } from './unit'

export type { Inspected, InspectedCredential, InspectedEnvelope, InspectedSupport } from './inspected'
export { listUnits } from './list'
export { usualLimits } from './pool'
export type { Unit } from './unit'

/** What an intake needs of its surroundings. */
export interface IntakeSurroundings {
  /** The built worker. */
  readonly workerFile: string
  readonly limits?: PoolLimits
  readonly signal: AbortSignal
}

/** All supporting documents among the units: issuer profiles, keys, lists, evidence. They must be known before the first badge is judged. */
export async function gatherSupport(
  units: readonly Unit[],
  { workerFile, limits = usualLimits, signal }: IntakeSurroundings,
): Promise<readonly SupportDocument[]> {
  const documents: SupportDocument[] = []
  for await (const answers of runInWorkers<readonly SupportDocument[]>(workerFile, { kind: 'gather' }, units, limits, signal)) {
    for (const answer of answers) if (answer.ok) documents.push(...answer.value) // A unit that could not be read says so when it is inspected.
  }
  return documents
}

/** Everything found in the units, batch by batch, in their order: one list for each unit. */
export async function* inspectUnits(
  units: readonly Unit[],
  context: VerifierContext,
  { workerFile, limits = usualLimits, signal }: IntakeSurroundings,
): AsyncGenerator<readonly (readonly Inspected[])[]> {
  let at = 0
  for await (const answers of runInWorkers<readonly Inspected[]>(workerFile, { kind: 'verify', context }, units, limits, signal)) {
    const first = at
    at += answers.length
    yield answers.map((answer, index) => (answer.ok ? answer.value : [{ kind: 'unreadable', source: units[first + index]!.source, problem: answer.problem }]))
  }
}

/** Lists, gathers and inspects: everything found under the paths, in path order. Fails only where a path itself cannot be read. */
export async function* inspectPaths(
  paths: readonly string[],
  { register, now, held = [] }: { readonly register: IssuerRegister; readonly now: Date; readonly held?: readonly SupportDocument[] },
  surroundings: IntakeSurroundings,
): AsyncGenerator<Result<readonly Inspected[]>> {
  const listed = listUnits(paths)
  if (!listed.ok) {
    yield listed
    return
  }
  const units = listed.value
  const context = buildContext([...held, ...(await gatherSupport(units, surroundings))], register, now)
  for await (const lists of inspectUnits(units, context, surroundings)) yield success(lists.flat())
}
