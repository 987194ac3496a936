import { type JsonObject, textOf } from '../../../shared/model/json'
import { failure, type Result, success } from '../../../shared/model/problem'
import { remember } from '../remember'
import { type LabelDigest, labelDataset } from './canonicalize'
import { type CanonicalOrder, ordersMayDiffer } from './canonicalOrder'
import type { ContextTable, ContextText } from './contextTable'
import { type CanonicalProblem, readDataset, type Source, sourceOf } from './dataset'
import type { Pieces } from './pieces'
import { labelGroups, makeReady, type Planned, planStatements } from './plan'
import { isSame } from './plan/fragments'
import { type Group, lengthOf } from './plan/statements'

/** What a signature covers: a document, and the options of its proof under the document's contexts. */
export interface SecuredPair {
  readonly document: JsonObject
  readonly options: JsonObject
}

/** How both are read. */
export interface Form {
  readonly text: ContextText
  readonly digest: LabelDigest
  readonly table: ContextTable
}

/** Both canonical texts in one order. */
export interface PairInOrder {
  readonly document: Pieces
  readonly options: Pieces
  /** Whether another order might give other texts. */
  readonly mayDiffer: boolean
}

/** Computes the texts in the order asked for. */
export type Texts = (order: CanonicalOrder) => Promise<Result<PairInOrder, CanonicalProblem>>

const ofOptions = (problem: CanonicalProblem): CanonicalProblem => ({ ...problem, at: `/proof${problem.at}` })

/**
 * The texts computed by jsonld and rdf-canonize, with which planned texts are cross-checked. Each is computed once.
 *
 * Problems are those of `readDataset` and `labelDataset`.
 */
export async function fallbackTexts({ document, options }: SecuredPair, { text, digest, table }: Form): Promise<Texts> {
  const body = await readDataset(document, text, table)
  const rest = body.ok ? await readDataset(options, text, table) : null
  const made = new Map<CanonicalOrder, Promise<Result<PairInOrder, CanonicalProblem>>>()
  const make = async (order: CanonicalOrder): Promise<Result<PairInOrder, CanonicalProblem>> => {
    if (!body.ok) return body
    const ofDocument = await labelDataset(body.value, order, digest)
    if (!ofDocument.ok) return ofDocument
    const ofProof = rest?.ok ? await labelDataset(rest.value, order, digest) : rest
    if (!ofProof?.ok) return failure(ofOptions(ofProof!.problem))
    const mayDiffer = ordersMayDiffer(ofDocument.value + ofProof.value)
    return success({ document: [ofDocument.value], options: [ofProof.value], mayDiffer })
  }
  return (order) => {
    const known = made.get(order) ?? make(order)
    made.set(order, known)
    return known
  }
}

/** Both texts written by plans. */
export interface PlannedTexts {
  /** At least one of the two is the first of its shape. */
  readonly isFirst: boolean
  /** Null where first-degree hashes do not tell all blank nodes apart. */
  inOrder(order: CanonicalOrder): PairInOrder | null
}

const has = (groups: readonly Group[], what: 'surrogates' | 'high'): boolean => groups.some((group) => group[what])

function inTexts(body: Planned | null, rest: Planned | null, digest: LabelDigest): PlannedTexts | null {
  if (body === null || rest === null) return null
  const all = [...body.groups, ...rest.groups]
  const mayDiffer = has(all, 'surrogates') && has(all, 'high')
  return {
    isFirst: body.isFirst || rest.isFirst,
    inOrder: (order) => {
      const ofDocument = labelGroups(body.groups, order, digest)
      const ofProof = labelGroups(rest.groups, order, digest)
      return ofDocument === null || ofProof === null ? null : { document: ofDocument, options: ofProof, mayDiffer }
    },
  }
}

/** Options seen before, as those of an issuer's badges of one day, by creation date and method; null where they were seen once. */
type KnownOptions = Map<string, { readonly options: JsonObject; readonly planned: Planned } | null>

const knownOptions = new WeakMap<Source, KnownOptions>()
const mostOptions = 100
/** Characters of cached options: no issuer's are longer. */
const longestOptions = 20_000

function keep(name: string, options: JsonObject, planned: Planned, known: KnownOptions): Planned {
  if (name.length + lengthOf(planned.groups) > longestOptions) return planned
  const isMet = known.has(name)
  if (isMet) planned.groups.forEach(makeReady)
  remember(known, mostOptions, name, isMet ? { options, planned: { ...planned, isFirst: false } } : null)
  return planned
}

/** The statements of proof options, which often are those of the badge before. */
function planOptions(options: JsonObject, source: Source): Planned | null | Promise<Planned | null> {
  const known: KnownOptions = knownOptions.get(source) ?? new Map()
  knownOptions.set(source, known)
  const name = `${textOf(options.created)} ${textOf(options.verificationMethod)}`
  const before = known.get(name)
  if (before && isSame(before.options, options)) return before.planned
  const planned = planStatements(options, source)
  return planned instanceof Promise || planned === null ? planned : keep(name, options, planned, known)
}

/**
 * The texts by plans; null where one of the two is unusual. A promise only where a plan is not ready: awaiting a finished one would take a large part of its
 * time.
 */
export function plannedTexts({ document, options }: SecuredPair, { text, digest, table }: Form): PlannedTexts | null | Promise<PlannedTexts | null> {
  const source = sourceOf(table, text)
  const body = planStatements(document, source, 'fallback')
  if (body === null) return null
  if (!(body instanceof Promise)) {
    const rest = planOptions(options, source)
    return rest instanceof Promise ? rest.then((ready) => inTexts(body, ready, digest)) : inTexts(body, rest, digest)
  }
  // One after the other: the second uses what the first added to the plan.
  return body.then(async (ready) => inTexts(ready, await planOptions(options, source), digest))
}
