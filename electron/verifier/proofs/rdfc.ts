import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { type LabelDigest, labelDataset } from '../jsonld/canonicalize'
import { type CanonicalOrder, ordersMayDiffer } from '../jsonld/canonicalOrder'
import { type ContextTable, type ContextText, contextDigest } from '../jsonld/contextTable'
import { type CanonicalProblem, type Quad, readDataset } from '../jsonld/dataset'
import { isPrefixOf } from '../jsonld/inputBans'
import type { PublicKey } from '../keys/key'
import { findLooseForm } from './looseForm'
import { readProofValue } from './proofValue'
import { isSigned, signingOf } from './signing'
import type { SuiteOutcome } from './suite'

const verdicts: Readonly<Partial<Record<VerifierProblemCode, SuiteOutcome['verdict']>>> = {
  'context.data-loss': 'data-loss',
  'context.unknown-url': 'unsupported',
  'canonicalization.too-complex': 'unsupported',
  'proof.base-only': 'unsupported',
}

/** What a problem found on the way to the signature means for the proof. */
export const outcomeOf = (problem: CanonicalProblem): SuiteOutcome => ({ verdict: verdicts[problem.code] ?? 'malformed', at: problem.at, problems: [problem] })

export const altered: SuiteOutcome = { verdict: 'altered', at: '/proof/proofValue', problems: [{ code: 'proof.altered', at: '/proof/proofValue' }] }

export const intact: SuiteOutcome = { verdict: 'intact', problems: [] }

/** Addresses of contexts the value names, at whatever depth, whose text was changed in place. */
function changedContexts(value: JsonValue, table: ContextTable): readonly string[] {
  if (isArray(value)) return value.flatMap((element) => changedContexts(element, table))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    name === '@context' ? asList(child).filter((url): url is string => typeof url === 'string' && table.older.has(url)) : changedContexts(child, table),
  )
}

interface Both {
  readonly document: readonly Quad[]
  readonly options: readonly Quad[]
}

async function readBoth(document: JsonObject, proof: JsonObject, text: ContextText, table: ContextTable): Promise<Both | CanonicalProblem> {
  const body = await readDataset(document, text, table)
  if (!body.ok) return body.problem
  const { proofValue: _signature, ...rest } = proof
  const options = await readDataset({ ...rest, '@context': document['@context'] ?? null }, text, table)
  if (options.ok) return { document: body.value, options: options.value }
  return { ...options.problem, at: `/proof${options.problem.at}` }
}

/** Says by its digest which text held. */
const olderTexts = (urls: readonly string[], { older }: ContextTable): readonly Problem<VerifierProblemCode>[] =>
  [...older].filter(([url]) => urls.includes(url)).map(([, document]) => ({ code: 'context.older-text', detail: contextDigest(document) }))

/** The two canonical texts a signature is made over, and the order their statements were sorted in. */
export interface CanonicalTexts {
  readonly document: string
  readonly options: string
  readonly order: CanonicalOrder
}

/** Compares with one text of the contexts: the standard's order and the one many signers use. Where both fit, the standard's is named. */
async function holdsWith(both: Both, digest: LabelDigest, compare: Comparison): Promise<SuiteOutcome> {
  // rdf-canonize's own order costs less; where no character can tell the two apart, it is the standard's.
  const usual = await holdsInOrder('utf-16', both, digest, compare)
  if (!usual.mayDiffer) return usual.outcome
  const { outcome } = await holdsInOrder('code-point', both, digest, compare)
  if (outcome.verdict === 'intact' || usual.outcome.verdict !== 'intact') return outcome
  return { ...usual.outcome, problems: [...usual.outcome.problems, { code: 'context.canonical-order' }] }
}

async function holdsInOrder(
  order: CanonicalOrder,
  both: Both,
  digest: LabelDigest,
  compare: Comparison,
): Promise<{ readonly outcome: SuiteOutcome; readonly mayDiffer: boolean }> {
  const document = await labelDataset(both.document, order, digest)
  if (!document.ok) return { outcome: outcomeOf(document.problem), mayDiffer: false }
  const options = await labelDataset(both.options, order, digest)
  if (!options.ok) return { outcome: outcomeOf({ ...options.problem, at: '/proof' }), mayDiffer: false }
  const mayDiffer = ordersMayDiffer(document.value + options.value)
  return { outcome: compare({ document: document.value, options: options.value, order: mayDiffer ? order : 'code-point' }), mayDiffer }
}

/** What a suite says of the canonical texts: whether its signature was made over them. */
type Comparison = (texts: CanonicalTexts) => SuiteOutcome

/** Others read the proof with the contexts it names itself: it may repeat the document's, all of them, and nothing else. */
const repeatsContexts = (document: JsonObject, proof: JsonObject): boolean =>
  proof['@context'] === undefined ||
  (isPrefixOf(proof['@context'], document['@context']) && asList(proof['@context']).length === asList(document['@context']).length)

/**
 * What a suite says of the canonical RDF form of document and proof options, over every text and order it may have been signed with.
 * Proof options are read with the document's own contexts.
 *
 * @param proof Whatever its `proofValue` is, it is left out of the options; a suite that keeps its signature elsewhere leaves that out itself.
 * @returns `intact` with `context.older-text` or `context.canonical-order` where only that form fits; else what was found with the newer text.
 * @source RDFC-1.0, section 4.4; VC Data Integrity 1.0, section 4.4
 */
export async function verifyCanonical(
  document: JsonObject,
  proof: JsonObject,
  digest: LabelDigest,
  table: ContextTable,
  compare: Comparison,
): Promise<SuiteOutcome> {
  if (!repeatsContexts(document, proof)) return outcomeOf({ code: 'context.nested', at: '/proof/@context' })
  const holds = async (text: ContextText): Promise<SuiteOutcome> => {
    const both = await readBoth(document, proof, text, table)
    const outcome = 'code' in both ? outcomeOf(both) : await holdsWith(both, digest, compare)
    const loose = outcome.verdict === 'intact' ? findLooseForm({ ...document, proof }) : null
    return loose ? outcomeOf(loose) : outcome
  }
  const changed = changedContexts(document, table)
  const newer = await holds('newer')
  if (newer.verdict === 'intact' || changed.length === 0) return newer
  const older = await holds('older')
  return older.verdict === 'intact' ? { ...older, problems: [...older.problems, ...olderTexts(changed, table)] } : newer
}

/**
 * What a proof over the canonical RDF form says: one signature over the digests of options and document.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2; Data Integrity ECDSA Cryptosuites 1.0, section 3.2
 */
export async function verifyRdfc(document: JsonObject, proof: JsonObject, key: PublicKey, table: ContextTable): Promise<SuiteOutcome> {
  const signing = signingOf(key)
  if (!signing) return { verdict: 'malformed', at: '/proof/verificationMethod', problems: [{ code: 'key.malformed', at: '/proof/verificationMethod' }] }
  const signature = readProofValue(proof.proofValue, signing.signatureBytes)
  if (!signature.ok) return outcomeOf(signature.problem)
  return verifyCanonical(document, proof, signing.digest, table, (texts) =>
    isSigned(texts.options, texts.document, signing, key, signature.value) ? intact : altered,
  )
}
