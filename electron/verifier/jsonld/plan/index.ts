import { isArray, type JsonObject } from '../../../../shared/model/json'
import { remember } from '../../keys/remember'
import type { Source } from '../dataset'
import { keyOf, type ObjectScope, type Plan, rootScope } from './scope'
import type { Group } from './statements'
import { writeDocument } from './write'

export { labelGroups } from './label'

/** The statements of a document, and whether the plan had to be extended for it: then it is the first of its shape. */
export interface Planned {
  readonly groups: readonly Group[]
  readonly isFirst: boolean
}

/** Plans stand and fall with the processed contexts they were made from. */
const plans = new WeakMap<Source, Plan>()

/** Lists of contexts that have a plan. */
const mostRoots = 100

function planOf(source: Source): Plan {
  const known = plans.get(source)
  if (known) return known
  const created: Plan = { options: source.options, roots: new Map(), parts: 0 }
  plans.set(source, created)
  return created
}

/** More missing parts than any badge has: whoever sends more is served by stock. */
const mostMissing = 300

async function scopeOf(key: string, contexts: readonly string[], { activeCtx }: Source, plan: Plan): Promise<ObjectScope> {
  const known = plan.roots.get(key)
  if (known) return known
  const created = await rootScope(activeCtx, contexts, plan)
  remember(plan.roots, mostRoots, key, created)
  return created
}

async function writeWith(plan: Plan, document: JsonObject, scope: ObjectScope): Promise<readonly Group[] | null> {
  for (let attempt = 0; attempt < mostMissing; attempt++) {
    const written = writeDocument(document, scope, plan)
    if (written === null || !('kind' in written)) return written
    await written.make()
  }
  return null
}

/**
 * The statements of a JSON-LD document of a usual kind: contexts that are addresses only, node objects, texts, addresses, whole numbers and booleans.
 *
 * What terms mean is found out by jsonld's own context processing, once for each list of contexts and combination of types, and kept as a plan; a document
 * whose shape is known is then written down without processing anything. Whatever a plan does not carry out (lists, graphs, value objects, languages,
 * nested contexts, relative addresses, empty values, fractions) is left to jsonld itself.
 *
 * @param source The processed contexts plans are built on.
 * @returns null where the document is unusual or faulty: jsonld's own steps have to say which.
 * @source JSON-LD 1.1 API, sections 5.1 (expansion) and 8.1 (deserialise JSON-LD to RDF)
 */
export async function planStatements(document: JsonObject, source: Source): Promise<Planned | null> {
  const contexts = document['@context']
  const list = isArray(contexts) ? contexts : [contexts]
  const urls = list.filter((one) => typeof one === 'string')
  const key = keyOf(urls)
  if (urls.length === 0 || urls.length < list.length || key === null) return null
  const plan = planOf(source)
  const before = plan.parts
  try {
    const groups = await writeWith(plan, document, await scopeOf(key, urls, source, plan))
    return groups && { groups, isFirst: plan.parts > before }
  } catch {
    // Contexts that contradict each other, an address that is not pinned: jsonld's own steps throw the same and say what it was.
    return null
  }
}
