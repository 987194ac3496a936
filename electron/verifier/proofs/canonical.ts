import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { type CrossCheck, needsCrossCheck } from '../context/crossCheck'
import type { LabelDigest } from '../jsonld/canonicalize'
import type { CanonicalOrder } from '../jsonld/canonicalOrder'
import { type Form, fallbackTexts, type PairInOrder, type PlannedTexts, plannedTexts, type SecuredPair, type Texts } from '../jsonld/canonicalTexts'
import { type ContextTable, type ContextText, contextDigest } from '../jsonld/contextTable'
import type { CanonicalProblem } from '../jsonld/dataset'
import { isPrefixOf } from '../jsonld/inputBans'
import { hasLongContexts } from '../jsonld/longContexts'
import { digestOf, type Pieces, wholeOf } from '../jsonld/pieces'
import { findLooseForm } from './looseForm'
import type { Canonicalizing, SuiteOutcome } from './suite'

const verdicts: Readonly<Partial<Record<VerifierProblemCode, SuiteOutcome['verdict']>>> = {
  'context.data-loss': 'data-loss',
  'context.unknown-url': 'unsupported',
  'canonicalization.too-complex': 'unsupported',
  'proof.base-only': 'unsupported',
}

/** The outcome of a proof with a problem before its signature is verified. */
export const outcomeOf = (problem: CanonicalProblem): SuiteOutcome => ({ verdict: verdicts[problem.code] ?? 'malformed', at: problem.at, problems: [problem] })

export const altered: SuiteOutcome = { verdict: 'altered', at: '/proof/proofValue', problems: [{ code: 'proof.altered', at: '/proof/proofValue' }] }

/** A signature that only one of two libraries accepts proves nothing; no other text is tried. */
const disputed: SuiteOutcome = { ...altered }

export const intact: SuiteOutcome = { verdict: 'intact', problems: [] }

/** Addresses of contexts in the value, at any depth, whose text was changed in place. */
function changedContexts(value: JsonValue, table: ContextTable): readonly string[] {
  if (isArray(value)) return value.flatMap((element) => changedContexts(element, table))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    name === '@context' ? asList(child).filter((url): url is string => typeof url === 'string' && table.older.has(url)) : changedContexts(child, table),
  )
}

/** Names the text for which the signature fitting by its digest. */
const olderTexts = (urls: readonly string[], { older }: ContextTable): readonly Problem<VerifierProblemCode>[] =>
  [...older].filter(([url]) => urls.includes(url)).map(([, document]) => ({ code: 'context.older-text', detail: contextDigest(document) }))

/** The two canonical texts a signature is made over, and the order of their statements. */
export interface CanonicalTexts {
  readonly document: Pieces
  readonly options: Pieces
  readonly order: CanonicalOrder
}

/** The digest of the options, then that of the document. */
export const digestsOf = ({ document, options }: CanonicalTexts, algorithm: LabelDigest): Buffer =>
  Buffer.concat([digestOf(options, algorithm), digestOf(document, algorithm)])

/** How a suite verifies canonical texts. */
export interface Comparison {
  /** Was the signature made over them? */
  compare(texts: CanonicalTexts): SuiteOutcome
  /** Does a second library accept the signature too? Left out where there is none for the key type. */
  agrees?(texts: CanonicalTexts): boolean
  /** The signature as written in the proof. */
  readonly signature: string
}

/** rdf-canonize's own order costs less; for texts on which both orders agree, it is the standard's. */
const usualOrder: CanonicalOrder = 'utf-16'
const standardOrder: CanonicalOrder = 'code-point'

const asked = ({ document, options, mayDiffer }: PairInOrder, order: CanonicalOrder): CanonicalTexts => ({
  document,
  options,
  order: mayDiffer ? order : standardOrder,
})

/** The outcome of the standard's order, or of the one many signers use where only that fits. */
function chosen(usual: SuiteOutcome, standard: SuiteOutcome): SuiteOutcome {
  if (standard.verdict === 'intact' || usual.verdict !== 'intact') return standard
  return { ...usual, problems: [...usual.problems, { code: 'context.canonical-order' }] }
}

async function compareByFallback(texts: Texts, compare: Comparison['compare']): Promise<SuiteOutcome> {
  const inOrder = async (order: CanonicalOrder) => {
    const made = await texts(order)
    return made.ok ? { mayDiffer: made.value.mayDiffer, outcome: compare(asked(made.value, order)) } : { mayDiffer: false, outcome: outcomeOf(made.problem) }
  }
  const usual = await inOrder(usualOrder)
  return usual.mayDiffer ? chosen(usual.outcome, (await inOrder(standardOrder)).outcome) : usual.outcome
}

/** Null where the plan has no text. */
function compareByPlan({ inOrder }: PlannedTexts, compare: Comparison['compare']): SuiteOutcome | null {
  const usual = inOrder(usualOrder)
  if (usual === null) return null
  const ofUsual = compare(asked(usual, usualOrder))
  if (!usual.mayDiffer) return ofUsual
  const standard = inOrder(standardOrder)
  return standard && chosen(ofUsual, compare(asked(standard, standardOrder)))
}

const digestOfPair = ({ document, options }: Pick<PairInOrder, 'document' | 'options'>): string => digestOf([...options, ...document], 'sha256').toString('hex')

const isSamePair = (one: PairInOrder, other: PairInOrder): boolean =>
  wholeOf(one.document) === wholeOf(other.document) && wholeOf(one.options) === wholeOf(other.options) && one.mayDiffer === other.mayDiffer

const contextsOf = ({ document }: SecuredPair): readonly string[] => asList(document['@context']).map(String)

/** Are the planned texts equal to jsonld's, in each order that may give another text? Reports a mismatch. */
async function isSame(pair: SecuredPair, planned: PlannedTexts, fallback: Texts, crossCheck: CrossCheck): Promise<boolean> {
  for (const order of [usualOrder, standardOrder]) {
    const [ours, theirs] = [planned.inOrder(order), await fallback(order)]
    if (ours === null) return true
    if (!theirs.ok || !isSamePair(ours, theirs.value)) {
      crossCheck.report({
        kind: 'canonical-form',
        contexts: contextsOf(pair),
        planned: digestOfPair(ours),
        stock: theirs.ok ? digestOfPair(theirs.value) : theirs.problem.code,
      })
      return false
    }
    if (!ours.mayDiffer) return true
  }
  return true
}

/**
 * The outcome of a suite for document and options with one text of the contexts. Plans are tried first. Where the signature fits the planned text, that is final
 * unless the text is cross-checked; where it does not, and where there is no plan, jsonld's own text decides.
 */
async function compareAll(pair: SecuredPair, form: Form, comparison: Comparison, crossCheck: CrossCheck): Promise<SuiteOutcome> {
  const found = crossCheck.mayPlan() ? plannedTexts(pair, form) : null
  const planned = found instanceof Promise ? await found : found
  const fitting: CanonicalTexts[] = []
  const compare = (texts: CanonicalTexts) => {
    const outcome = comparison.compare(texts)
    if (outcome.verdict === 'intact') fitting.push(texts)
    return outcome
  }
  const byPlan = planned && compareByPlan(planned, compare)
  const isIntact = byPlan?.verdict === 'intact'
  if (planned && isIntact && !needsCrossCheck(planned.isFirst, comparison.signature)) return byPlan
  if (hasLongContexts(pair.document)) return outcomeOf({ code: 'canonicalization.too-complex', at: '/@context' })
  const fallback = await fallbackTexts(pair, form)
  const same = planned !== null && (await isSame(pair, planned, fallback, crossCheck))
  // The same texts have the same outcome.
  const outcome = await (same && isIntact ? byPlan : compareByFallback(fallback, compare))
  const last = fitting.at(-1)
  if (!same || last === undefined || !crossCheck.needsSecondLibrary(comparison.signature)) return outcome
  if (comparison.agrees?.(last) !== false) return outcome
  crossCheck.report({ kind: 'signature', contexts: contextsOf(pair), planned: digestOfPair(last), stock: digestOfPair(last) })
  return disputed
}

/** Other programs read the proof with its own contexts: it may repeat the document's, all of them, and nothing else. */
const repeatsContexts = (document: JsonObject, proof: JsonObject): boolean =>
  proof['@context'] === undefined ||
  (isPrefixOf(proof['@context'], document['@context']) && asList(proof['@context']).length === asList(document['@context']).length)

/**
 * The outcome of a suite for the canonical RDF form of document and proof options, over every text and order it may have been signed with. Proof options are
 * read with the document's own contexts.
 *
 * @param proof Its `proofValue` is left out of the options; a suite that keeps its signature elsewhere leaves that out itself.
 * @returns `intact` with `context.older-text` or `context.canonical-order` where only that form fits; else the outcome with the newer text.
 * @source RDFC-1.0, section 4.4; VC Data Integrity 1.0, section 4.4
 */
export async function verifyCanonical(
  document: JsonObject,
  proof: JsonObject,
  digest: LabelDigest,
  { contexts: table, crossCheck }: Canonicalizing,
  comparison: Comparison,
): Promise<SuiteOutcome> {
  if (!repeatsContexts(document, proof)) return outcomeOf({ code: 'context.nested', at: '/proof/@context' })
  const { proofValue: _signature, ...rest } = proof
  const pair: SecuredPair = { document, options: { ...rest, '@context': document['@context'] ?? null } }
  const withText = async (text: ContextText): Promise<SuiteOutcome> => {
    const outcome = await compareAll(pair, { text, digest, table }, comparison, crossCheck)
    const loose = outcome.verdict === 'intact' ? findLooseForm({ ...document, proof }) : null
    return loose ? outcomeOf(loose) : outcome
  }
  const newer = await withText('newer')
  if (newer.verdict === 'intact' || newer === disputed) return newer
  const changed = changedContexts(document, table)
  const older = changed.length === 0 ? newer : await withText('older')
  return older.verdict === 'intact' ? { ...older, problems: [...older.problems, ...olderTexts(changed, table)] } : newer
}
