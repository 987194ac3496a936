import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, texts } from '../../../shared/text'

const folder = join(import.meta.dirname, '../../../shared/text/ja')

/** The types of the parameters of each text function, by its place: `importing/lead/running` → `['number', 'number']`. Read from the formatted source: its indentation is the nesting. */
export function parameterTypes(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== 'lists.ts')) {
    const path: string[] = []
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const member = /^(\s*)(?:export const )?'?([\w-]+)'?(?::[^=]*?)?(?: =|:) ?(.*)$/.exec(line)
      if (member === null) continue
      const [, indent, name, rest] = member as unknown as readonly [string, string, string, string]
      path.length = indent.length / 2
      path.push(name)
      const header = /: \((?!\) =>)(.*?)\)(?:: [\w ]+)? =>/.exec(line) ?? (/: \(\) =>/.exec(line) && ['', ''])
      if (rest !== '' && header !== null) found.set(path.join('/'), typesOf(header[1] ?? ''))
    }
  }
  return found
}

const typesOf = (header: string): readonly string[] =>
  header
    .replace(/\{[^}]*\}/, 'destructured')
    .split(', ')
    .map((parameter) => parameter.replace(/^\w+: /, ''))

/** An argument of a type: every number is `count`, every list of names has three. */
function argument(type: string, count: number, name: string): unknown {
  if (type.startsWith('number')) return count
  if (type.startsWith('string')) return name
  if (type === 'readonly string[]') return ['A', 'B', 'C']
  if (type === 'readonly number[]') return [count, count]
  if (type === 'boolean') return true
  if (type === 'Day') return '2026-11-20'
  if (type === 'Thinness') return { skills: count, units: count, nobody: [], single: [], thinnest: { name, nobody: count, single: count } }
  if (type === 'GapTotals') return { targets: count, met: count, unmet: count, none: count, short: count }
  if (type === 'RequirementChanges') return { new: count, changed: count, unchanged: count, removed: count }
  if (type === 'RequirementRule') return { kind: 'people', people: count }
  throw new Error(`no argument is known for a parameter of the type ${type}`)
}

type Words = (...parts: readonly unknown[]) => unknown

/** Every function of a language with its place and the types of its parameters. */
export function textFunctions(locale: Locale): readonly { readonly place: string; readonly types: readonly string[]; readonly words: Words }[] {
  const types = parameterTypes()
  const walk = (member: unknown, place: string): readonly (readonly [string, Words])[] =>
    typeof member === 'function'
      ? [[place, member as Words]]
      : typeof member === 'object' && member !== null
        ? Object.entries(member).flatMap(([name, inner]) => walk(inner, place === '' ? name : `${place}/${name}`))
        : []
  return walk(texts[locale], '').map(([place, words]) => ({ place, types: types.get(place) ?? ['unknown'], words }))
}

/** The text a function makes with one count and one name for all its parameters. */
export const made = ({ types, words }: { readonly types: readonly string[]; readonly words: Words }, count: number, name = 'X'): string =>
  String(words(...types.map((type) => argument(type, count, name))))

/** Every text without parameters, with its place. */
export function* plainTexts(member: unknown, place = ''): Generator<readonly [string, string]> {
  if (typeof member === 'string') yield [place, member]
  else if (typeof member === 'object' && member !== null)
    for (const [name, inner] of Object.entries(member)) yield* plainTexts(inner, place === '' ? name : `${place}/${name}`)
}
