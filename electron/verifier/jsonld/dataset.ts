import type { Quad } from 'rdf-canonize'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { failure, type PlacedProblem, type Result, success } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { type ContextTable, type ContextText, pinnedContexts } from './contextTable'
import { events, expansion, rdf } from './internals'
import { lossPointer } from './lossPointer'
import { type SharedContexts, sharedContexts } from './sharedContexts'

export type { Quad } from 'rdf-canonize'
/** A problem with the pointer of the faulty member; empty for the whole document. */
export type CanonicalProblem = PlacedProblem<VerifierProblemCode>

/** Contexts of one table and text as jsonld processes them, and the options it is called with. */
export interface Source extends SharedContexts {
  readonly options: object
}

/** The document has no base address; whatever safe mode would drop is thrown. */
const safeOptions = {
  base: null,
  safe: true,
  keepFreeFloatingNodes: false,
  produceGeneralizedRdf: false,
  eventHandler: events.setupEventHandler({ options: { safe: true } }),
}

/** Processed contexts are cached per table and text, and shared by every credential: a worker processes each context once. */
const sources = new WeakMap<ContextTable, Map<ContextText, Source>>()

/**
 * How many processed contexts are cached. Badges of one city name a few lists of contexts, each worth about fifteen; a sender who names them in ever new orders
 * must not fill the memory. At the limit the cache is made anew; documents in progress keep theirs.
 */
const mostProcessed = 4000

export function sourceOf(table: ContextTable, text: ContextText): Source {
  const ofTable = sources.get(table) ?? new Map<ContextText, Source>()
  sources.set(table, ofTable)
  const known = ofTable.get(text)
  if (known && known.processed() < mostProcessed) return known
  const contexts = sharedContexts()
  // A promise rejected here becomes jsonld's own error, which `readDataset` reads.
  const documentLoader = async (url: string) => {
    const document = (text === 'older' ? table.older.get(url) : undefined) ?? table.newer.get(url)
    if (!document) throw new Error(url)
    return { document, documentUrl: url, tag: 'static' }
  }
  const created = { ...contexts, options: { ...safeOptions, contextResolver: contexts.contextResolver, documentLoader } }
  ofTable.set(text, created)
  return created
}

/** A copy of the document, as jsonld's own entry makes one, since expansion changes its input. Members keep their order. */
function copied(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(copied)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, copied(child)])) : value
}

/** The result of jsonld's expansion: lists, objects, and texts and numbers at the leaves. */
type Expanded = unknown

/**
 * The first address in it that is empty, or the name of a member that every object has: `__proto__`, `constructor`; null where there is none.
 *
 * jsonld skips an empty one without an event, even in safe mode. It takes the others for nodes it knows, and writes into them, which would affect every later
 * document.
 */
function unsafeReference(value: Expanded): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value) && '@id' in value && typeof value['@id'] === 'string' && (value['@id'] === '' || value['@id'] in Object.prototype))
    return value['@id']
  for (const inner of Object.values(value)) {
    const found = unsafeReference(inner)
    if (found !== null) return found
  }
  return null
}

/**
 * Expansion, then statements: what jsonld's own `toRDF` does in safe mode, without its entry and the document loader of that.
 *
 * @source JSON-LD 1.1 API, sections 5.1 (expansion) and 8.1 (deserialise JSON-LD to RDF)
 */
async function convert(document: JsonObject, { activeCtx, options }: Source): Promise<readonly Quad[]> {
  const expanded = await expansion.expand({ activeCtx, element: copied(document), options })
  const unsafe = unsafeReference(expanded)
  if (unsafe !== null) throw relativeReference(unsafe)
  return rdf.toRDF([expanded], options)
}

/** What jsonld throws: a name, and details that depend on the name. */
interface JsonLdFailure {
  readonly name: string
  readonly details?: { readonly event?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> }; readonly url?: string }
}

/** The error jsonld should throw: such an address is not absolute. */
const relativeReference = (id: string): JsonLdFailure => ({
  name: 'jsonld.ValidationError',
  details: { event: { code: 'relative reference', details: { id } } },
})

/**
 * The statements (quads) of a JSON-LD document, in safe mode: data loss is a failure.
 *
 * Problems: `context.unknown-url`, `context.data-loss` (`at` names the member), `context.syntax`, `canonicalization.too-complex` (nesting beyond the stack).
 *
 * @source JSON-LD 1.1 API, section 8.1; VC Data Integrity 1.0, on securing data losslessly
 */
export async function readDataset(
  document: JsonObject,
  text: ContextText,
  table: ContextTable = pinnedContexts,
): Promise<Result<readonly Quad[], CanonicalProblem>> {
  const source = sourceOf(table, text)
  try {
    return success(await convert(document, source))
  } catch (thrown) {
    // jsonld throws on everything it refuses; name and details give the kind.
    if (thrown instanceof RangeError) return failure({ code: 'canonicalization.too-complex', at: '' })
    const { name, details } = thrown as JsonLdFailure
    const event = details?.event
    if (event) {
      const lost = await lossPointer(document, event, (candidate) => losesIn(candidate, source))
      return failure({ code: 'context.data-loss', ...lost })
    }
    if (name === 'jsonld.InvalidUrl' && details?.url) return failure({ code: 'context.unknown-url', at: '/@context', detail: details.url })
    return failure({ code: 'context.syntax', at: '' })
  }
}

/** Does this document lose data? Used only to find which of several members with one name was lost. */
async function losesIn(document: JsonObject, source: Source): Promise<boolean> {
  try {
    await convert(document, source)
    return false
  } catch {
    // Any refusal counts as a loss here: only the pointer depends on it.
    return true
  }
}
