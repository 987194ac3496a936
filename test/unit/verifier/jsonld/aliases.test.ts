import { expect, it } from 'vitest'
import { isAliasedMember } from '../../../../electron/verifier/jsonld/aliases'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { isArray, isObject, type JsonValue } from '../../../../shared/model/json'

/** Every short name of every pinned context, by the full name it stands for. */
function shortNames(): ReadonlyMap<string, ReadonlySet<string>> {
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
  for (const table of [pinnedContexts.newer, pinnedContexts.older]) for (const document of table.values()) read(document['@context'], new Map())
  return names
}

it('at most one spelling of every name the pinned contexts define is allowed', () => {
  const names = shortNames()
  expect(names.size).toBeGreaterThan(200)
  const left = [...names].map(([full, terms]) => [full, [...terms].filter((term) => !isAliasedMember(term))] as const)
  // Two texts of one address name it differently, and no text has both: under each of them the other name is a term without a meaning.
  const [early, final] = [pinnedContexts.older, pinnedContexts.newer].map((table) =>
    JSON.stringify(table.get('https://purl.imsglobal.org/spec/ob/v3p0/context.json')),
  )
  expect(left.filter(([, terms]) => terms.length > 1)).toEqual([['https://schema.org/keywords', ['tag', 'tags']]])
  expect([early, final].map((text) => ['"tag":', '"tags":'].map((name) => text?.includes(name)))).toEqual([
    [false, true],
    [true, false],
  ])
  expect([...names.keys()].filter((full) => full.includes(':') && !isAliasedMember(full))).toEqual([])
})
