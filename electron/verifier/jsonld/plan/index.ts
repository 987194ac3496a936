import { isArray, type JsonObject } from '../../../../shared/model/json'
import { remember } from '../../keys/remember'
import type { Source } from '../dataset'
import { type ObjectScope, type Processing, rootScope } from './scope'
import type { Group } from './statements'
import { writeDocument } from './write'

export { labelGroups } from './label'

/** The statements of a document, and whether the plan had to be extended for it: then it is the first of its shape. */
export interface Planned {
  readonly groups: readonly Group[]
  readonly isFirst: boolean
}

/** Plans stand and fall with the processed contexts they were made from. */
const plans = new WeakMap<Source, Map<string, ObjectScope>>()

/** Lists of contexts that have a plan. */
const mostPlans = 100

function plansOf(source: Source): Map<string, ObjectScope> {
  const known = plans.get(source)
  if (known) return known
  const created = new Map<string, ObjectScope>()
  plans.set(source, created)
  return created
}

/** More missing parts than any badge has: whoever sends more is served by stock. */
const mostParts = 300

async function extend(document: JsonObject, scope: ObjectScope, options: Processing): Promise<Planned | null> {
  for (let parts = 0; parts < mostParts; parts++) {
    const written = writeDocument(document, scope, options)
    if (written === null || !('kind' in written)) return written && { groups: written, isFirst: parts > 0 }
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
  if (list.length === 0 || !list.every((one) => typeof one === 'string')) return null
  const [known, key] = [plansOf(source), list.join('\n')]
  const { options } = source
  try {
    const scope = known.get(key)
    if (scope) return await extend(document, scope, options)
    const created = await rootScope(source.activeCtx, contexts, options)
    remember(known, mostPlans, key, created)
    const planned = await extend(document, created, options)
    return planned && { ...planned, isFirst: true }
  } catch {
    // Contexts that contradict each other, an address that is not pinned: jsonld's own steps throw the same and say what it was.
    return null
  }
}
