import { asList, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { failure, type Result, success } from '../../../shared/model/problem'
import { idOf } from '../../parser/members'
import type { ContextTable } from '../jsonld/contextTable'
import { type CanonicalProblem, type Quad, readDataset } from '../jsonld/dataset'
import { isPrefixOf } from '../jsonld/inputBans'

const at = '/proof/@context'
const security = 'https://w3id.org/security#'

/** Does the proof repeat the contexts of its document, all of them, and nothing else? */
const repeatsContexts = (document: JsonObject, context: JsonValue): boolean =>
  isPrefixOf(context, document['@context']) && asList(context).length === asList(document['@context']).length

/** The decisive members of a proof with their usual meaning. @source VC Data Integrity 1.0, section 4.6 (the security vocabulary) */
const usual: readonly (readonly [member: string, predicate: string, object: (value: string) => string])[] = [
  ['proofPurpose', 'proofPurpose', (purpose) => security + purpose],
  ['verificationMethod', 'verificationMethod', (method) => method],
  ['expires', 'expiration', (instant) => instant],
]

/** Whether the statements of the options are those that other programs read from these members. */
const meansUsual = (options: JsonObject, dataset: readonly Quad[]): boolean =>
  usual.every(([member, predicate, object]) => {
    const value = idOf(options[member])
    return value === null || dataset.some((quad) => quad.predicate.value === security + predicate && quad.object.value === object(value))
  })

type ContextReading = Result<JsonValue, CanonicalProblem>

/**
 * The contexts that proof options are read with: the document's, or contexts of the proof's own. Its own must be pinned addresses under which its purpose,
 * its key and its end mean what they usually do.
 *
 * @returns `context.nested` where they mean something else or are no addresses, `context.unknown-url` where one of them is not pinned. A promise only for contexts of its own.
 * @source VC Data Integrity 1.0, sections 2.4.1 and 4.6
 */
export function proofContext(document: JsonObject, options: JsonObject, table: ContextTable): ContextReading | Promise<ContextReading> {
  const context = options['@context']
  if (context === undefined || repeatsContexts(document, context)) return success(document['@context'] ?? null)
  return ownContext(context, options, table)
}

async function ownContext(context: JsonValue, options: JsonObject, table: ContextTable): Promise<ContextReading> {
  const unknown = asList(context).find((url) => typeof url !== 'string' || !table.newer.has(url))
  if (typeof unknown === 'string') return failure({ code: 'context.unknown-url', at, detail: unknown })
  if (unknown !== undefined) return failure({ code: 'context.nested', at })
  const dataset = await readDataset(options, 'newer', table)
  if (!dataset.ok) return failure({ ...dataset.problem, at: `/proof${dataset.problem.at}` })
  return meansUsual(options, dataset.value) ? success(context) : failure({ code: 'context.nested', at })
}
