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

/** What a signature is made over: a document, and the options of its proof under the document's contexts. */
export interface SecuredPair {
  readonly document: JsonObject
  readonly options: JsonObject
}

/** How both are to be read. */
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

/** A way to come by the texts in the order that is asked for. */
export type Texts = (order: CanonicalOrder) => Promise<Result<PairInOrder, CanonicalProblem>>

const ofOptions = (problem: CanonicalProblem): CanonicalProblem => ({ ...problem, at: `/proof${problem.at}` })

/**
 * The texts by jsonld's and rdf-canonize's own steps: what plans are measured by. Each is made once, however often it is asked for.
 *
 * Problems are those of `readDataset` and `labelDataset`.
 */
export async function stockTexts({ document, options }: SecuredPair, { text, digest, table }: Form): Promise<Texts> {
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

/** Both written by their plans. */
export interface PlannedTexts {
  /** One of the two is the first of its shape. */
  readonly isFirst: boolean
  /** Null where blank nodes cannot be told apart at first sight. */
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

/** Options that came before, as those of an issuer's badges of one day; null where they were met once. By what is least often the same. */
type KnownOptions = Map<string, { readonly options: JsonObject; readonly planned: Planned } | null>

const knownOptions = new WeakMap<Source, KnownOptions>()
const mostOptions = 100
/** Characters of options that are kept: no issuer's are longer. */
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

/** The texts by plans; null where one of the two is unusual. A promise only where a plan is not ready: waiting for what is there would cost a good part of it. */
export function plannedTexts({ document, options }: SecuredPair, { text, digest, table }: Form): PlannedTexts | null | Promise<PlannedTexts | null> {
  const source = sourceOf(table, text)
  const body = planStatements(document, source, 'stock')
  if (body === null) return null
  if (!(body instanceof Promise)) {
    const rest = planOptions(options, source)
    return rest instanceof Promise ? rest.then((ready) => inTexts(body, ready, digest)) : inTexts(body, rest, digest)
  }
  // One after the other: the second stands on what was found out for the first.
  return body.then(async (ready) => inTexts(ready, await planOptions(options, source), digest))
}
