import { isArray, type JsonObject } from '../../../../shared/model/json'
import { remember } from '../../remember'
import type { Source } from '../dataset'
import type { Plan } from './parts'
import { prepare } from './prepare'
import { keyOf, rootScope } from './scope'
import type { Group } from './statements'
import { writeDocument } from './write'

export { labelGroups } from './label'
export { makeReady } from './ready'

/** The statements of a document, and whether the plan had to be extended for it: then it is the first of its shape. */
export interface Planned {
  readonly groups: readonly Group[]
  readonly isFirst: boolean
}

/** A plan depends on the processed contexts it was made from. */
const plans = new WeakMap<Source, Plan>()

/** Lists of contexts with a plan or seen once, and contexts in one of them: each new sequence costs milliseconds. */
const mostRoots = 100
/** Characters of cached parts. At the limit the plan is made anew: ever new large parts must not fill the memory. */
const mostCharacters = 16_000_000
const mostContexts = 12

function planOf(source: Source): Plan {
  const known = plans.get(source)
  if (known && known.cachedCharacters < mostCharacters) return known
  const created: Plan = { options: source.options, roots: new Map(), met: new Map(), parts: 0, cachedCharacters: 0 }
  plans.set(source, created)
  return created
}

/** Adds what the plan lacks for the document, and writes the document. */
async function extend(plan: Plan, { key, contexts, names }: Named, document: JsonObject, { activeCtx }: Source): Promise<readonly Group[] | null> {
  try {
    const scope = plan.roots.get(key) ?? (await rootScope(activeCtx, contexts, plan))
    remember(plan.roots, mostRoots, key, scope)
    await prepare(document, names, scope, plan)
    return writeDocument(document, names, scope, plan).groups
  } catch {
    // Contexts that contradict each other, or an address that is not pinned: jsonld throws the same in the fallback, which reports it.
    return null
  }
}

interface Named {
  readonly key: string
  readonly contexts: readonly string[]
  /** The document's members without its contexts. */
  readonly names: readonly string[]
}

/** Contexts that have, or may get, a plan; null where they are not addresses only. */
function namedBy(document: JsonObject): Named | null {
  const found = document['@context']
  const list = isArray(found) ? found : [found]
  const contexts = list.filter((one) => typeof one === 'string')
  const key = keyOf(contexts)
  if (contexts.length === 0 || contexts.length > mostContexts || contexts.length < list.length || key === null) return null
  return { key, contexts, names: Object.keys(document).filter((name) => name !== '@context') }
}

/**
 * The statements of a JSON-LD document of a usual kind: contexts that are addresses only, node objects, texts, addresses, whole numbers and booleans.
 *
 * jsonld's own context processing gives the meaning of the terms, once for each list of contexts and combination of types; the result is cached as a plan. A
 * document of a known shape is then written without processing. What a plan does not implement (lists, graphs, value objects, languages, nested contexts,
 * relative addresses, empty values, fractions) goes to the fallback, jsonld itself.
 *
 * @param source The processed contexts plans are built on.
 * @param atFirstSight What happens with a list of contexts that is seen for the first time. A plan costs more than it saves once: it is made for lists that
 * come again.
 * @returns null where the document is unusual or faulty: the fallback decides which. A promise only where the plan has to be extended.
 * @source JSON-LD 1.1 API, sections 5.1 (expansion) and 8.1 (deserialise JSON-LD to RDF)
 */
export function planStatements(document: JsonObject, source: Source, atFirstSight: 'plan' | 'fallback' = 'plan'): Planned | null | Promise<Planned | null> {
  const named = namedBy(document)
  if (named === null) return null
  const plan = planOf(source)
  const before = plan.parts
  const planned = (groups: readonly Group[] | null): Planned | null => groups && { groups, isFirst: plan.parts > before }
  const scope = plan.roots.get(named.key)
  if (!scope && atFirstSight === 'fallback' && !plan.met.delete(named.key)) {
    remember(plan.met, mostRoots, named.key, true)
    return null
  }
  const { groups, lacks } = scope ? writeDocument(document, named.names, scope, plan) : { groups: null, lacks: true }
  return lacks ? extend(plan, named, document, source).then(planned) : planned(groups)
}
