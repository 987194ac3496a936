import { isArray, isObject, type JsonValue } from '../../../shared/model/json'
import { type ContextTable, pinnedContexts } from './contextTable'

interface Vocabulary {
  /** Every full name (IRI) that a pinned context gives a short name. */
  readonly fullNames: ReadonlySet<string>
  /** The prefix of a compact name, before its colon, and the IRIs it may stand for. */
  readonly prefixes: ReadonlyMap<string, ReadonlySet<string>>
}

/** Terms of all scopes are taken together: refusing a name in one scope too many does no harm, accepting one does. */
function readVocabulary(contexts: Iterable<JsonValue | undefined>): Vocabulary {
  const ids = new Set<string>()
  const prefixes = new Map<string, Set<string>>()
  const read = (context: JsonValue | undefined): void => {
    if (isArray(context)) for (const one of context) read(one)
    if (!isObject(context)) return
    for (const [term, definition] of Object.entries(context)) {
      const id = isObject(definition) ? definition['@id'] : definition
      if (isObject(definition) && definition['@context'] !== undefined) read(definition['@context'])
      if (term.startsWith('@') || typeof id !== 'string' || id.startsWith('@')) continue
      ids.add(id)
      prefixes.set(term, (prefixes.get(term) ?? new Set()).add(id))
    }
  }
  for (const context of contexts) read(context)
  const vocabulary = { fullNames: ids, prefixes }
  return { fullNames: new Set([...ids].flatMap((id) => expansions(id, vocabulary))), prefixes }
}

/** What a name with a colon may stand for: itself, or what its prefix stands for. One prefix may lead to another. */
function expansions(name: string, { prefixes }: Vocabulary, depth = 0): readonly string[] {
  const colon = name.indexOf(':')
  if (colon < 1 || depth > 3 || name.startsWith('//', colon + 1)) return [name]
  const bases = [...(prefixes.get(name.slice(0, colon)) ?? [])].flatMap((base) => expansions(base, { fullNames: new Set(), prefixes }, depth + 1))
  return [name, ...bases.map((base) => base + name.slice(colon + 1))]
}

const vocabularies = new WeakMap<ContextTable, Vocabulary>()

function vocabularyOf(table: ContextTable): Vocabulary {
  const known = vocabularies.get(table)
  if (known) return known
  const read = readVocabulary([...table.newer.values(), ...table.older.values()].map((document) => document['@context']))
  vocabularies.set(table, read)
  return read
}

/**
 * Second names that the pinned contexts give to a member; a test finds all of them.
 * `expiration` (security v1) is the end of a proof, which every suite's own context calls `expires`.
 */
const secondNames: readonly string[] = ['expiration']

/** Names of types: the contexts of Open Badges 3.0.0 to 3.0.2 allow `Criteria` in place of `criteria`. */
const isTypeName = (name: string): boolean => /^[A-Z]/.test(name)

/**
 * Is this another spelling of a name that programs read? The signature covers what a name stands for, not its spelling: `credentialStatus` written out in full
 * keeps its signature and is read by no program. Names for which the contexts have no short form are the issuer's own and allowed.
 *
 * @source JSON-LD 1.1, on compact IRIs; JSON-LD 1.1 API, section 5.2 (IRI expansion)
 */
export function isAliasedMember(name: string, table: ContextTable = pinnedContexts): boolean {
  if (name.includes(':')) {
    const vocabulary = vocabularyOf(table)
    return expansions(name, vocabulary).some((expansion) => vocabulary.fullNames.has(expansion))
  }
  return secondNames.includes(name) || (isTypeName(name) && vocabularyOf(table).prefixes.has(name))
}

/** The same for the value of `type`. */
export function isAliasedType(type: string, table: ContextTable = pinnedContexts): boolean {
  return type.includes(':') && isAliasedMember(type, table)
}
