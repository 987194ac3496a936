import { expect, it } from 'vitest'
import { isAliasedMember } from '../../../../electron/verifier/jsonld/aliases'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'

/** Every text of every pinned context. */
const everyText = [pinnedContexts.newer, pinnedContexts.older].flatMap((table) => [...table.values()])

/** Every short name of these contexts, by the full name it stands for. */
function shortNames(documents: readonly JsonObject[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  const read = (context: JsonValue | undefined, outer: ReadonlyMap<string, string>): void => {
    if (isArray(context)) for (const one of context) read(one, outer)
    if (!isObject(context)) return
    const ids = Object.entries(context).map(([term, definition]) => [term, isObject(definition) ? definition['@id'] : definition, definition] as const)
    const known = new Map([...outer, ...ids.flatMap(([term, id]) => (typeof id === 'string' ? [[term, id] as const] : []))])
    for (const [term, id, definition] of ids) {
      if (isObject(definition)) read(definition['@context'], known)
      if (typeof id !== 'string' || id.startsWith('@') || term.startsWith('@')) continue
      const [prefix = '', ...rest] = id.split(':')
      const base = id.includes('://') ? undefined : known.get(prefix)
      const full = base === undefined ? id : base + rest.join(':')
      names.set(full, (names.get(full) ?? new Set()).add(term))
    }
  }
  for (const document of documents) read(document['@context'], new Map())
  return names
}

/** The early text of Open Badges 3.0 says `tags` for what is `tag` in every later one. No text defines both, and the parser reads both alike. */
const renamedLater = ['tag', 'tags']

it('at most one spelling of every name the pinned contexts define is allowed', () => {
  const names = shortNames(everyText)
  expect(names.size).toBeGreaterThan(200)
  const left = [...names].map(([full, terms]) => [full, [...terms].filter((term) => !isAliasedMember(term))] as const)
  expect(left.filter(([, terms]) => terms.length > 1)).toEqual([['https://schema.org/keywords', renamedLater]])
  const textsWithBoth = everyText.filter((document) => renamedLater.every((name) => [...shortNames([document]).values()].some((terms) => terms.has(name))))
  expect(textsWithBoth).toEqual([])
  expect([...names.keys()].filter((full) => full.includes(':') && !isAliasedMember(full))).toEqual([])
})
