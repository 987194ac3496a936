import { describe, expect, it } from 'vitest'
import { readSources, type Source } from './sources.ts'

/** Names of classes that style sheets have rules for. */
const ruled = (sheets: readonly Source[]): ReadonlySet<string> =>
  new Set(
    sheets.flatMap(({ text }) =>
      [...text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g)]
        .filter(([, selector]) => !selector!.trim().startsWith('@'))
        .flatMap(([, selector]) => [...selector!.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name!)),
    ),
  )

/** From `start`, the text up to the bracket that closes the first one. */
function bracketed(text: string, start: number): string {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if ('({'.includes(text[at]!)) depth++
    if (')}'.includes(text[at]!) && --depth === 0) return text.slice(start, at + 1)
  }
  return ''
}

/** Where a component names its classes: a plain attribute, an expression in one, a call of `classes`. */
const places = ({ text }: Source): readonly string[] => [
  ...[...text.matchAll(/\bclassName=("[^"]*")/g)].map(([, value]) => value!),
  ...[...text.matchAll(/\b(?:className=(?=\{)|classes(?=\())/g)].map((found) => bracketed(text, found.index + found[0].length)),
]

/** The words of texts in code; a name that goes on with a value ends in `*`. Texts that are only compared are none. */
const wordsOf = (code: string): readonly string[] =>
  [...code.replaceAll(/[!=]==\s*'[^']*'|'[^']*'\s*[!=]==/g, '').matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)]
    .flatMap(([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '*').split(/\s+/))
    .filter((word) => /^[A-Za-z][\w-]*\*?$/.test(word))

const fits = (name: string, word: string) => (word.endsWith('*') ? name.startsWith(word.slice(0, -1)) : name === word)

/** Classes that components name and no style sheet has a rule for. */
const withoutRule = (components: readonly Source[], sheets: readonly Source[]): readonly string[] => {
  const names = [...ruled(sheets)]
  return components.flatMap((source) =>
    places(source)
      .flatMap(wordsOf)
      .filter((word) => !names.some((name) => fits(name, word)))
      .map((word) => `${source.path}: ${word}`),
  )
}

/** Classes that style sheets have rules for and no file names. */
const withoutUse = (sources: readonly Source[], sheets: readonly Source[]): readonly string[] => {
  const words = new Set(sources.flatMap(({ text }) => wordsOf(text)))
  const begun = [...words].filter((word) => word.length > 3 && word.endsWith('-*'))
  return [...ruled(sheets)].filter((name) => !words.has(name) && !begun.some((word) => fits(name, word)))
}

/** Classes that code looks elements up by, and that no component names. */
const lookedUpOnly = (code: readonly Source[], components: readonly Source[]): readonly string[] => {
  const named = components.flatMap(places).flatMap(wordsOf)
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:querySelector(?:All)?|closest|matches)(?:<\w+>)?\(\s*(['"`])(.*?)\1/g)]
      .flatMap(([, , selector]) => [...selector!.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name!))
      .filter((name) => !named.some((word) => fits(name, word)))
      .map((name) => `${path}: ${name}`),
  )
}

const window = (source: Source) => source.path.startsWith('renderer/')
const sheets = readSources('.css').filter(window)
const components = readSources('.tsx').filter(window)
const sources = readSources('.tsx', '.ts', '.html').filter(window)
const sheet: Source = { path: 'renderer/planted.css', text: '@layer app { .planted-rule { color: red; } }' }
const component: Source = { path: 'renderer/planted.tsx', text: "<b className={classes('planted-use', kind === 'compared' && `planted-$" + '{kind}`)} />' }

describe('classes', () => {
  it('are read from style sheets and components', () => {
    expect(ruled(sheets).size).toBeGreaterThan(150)
    expect(components.flatMap(places).length).toBeGreaterThan(200)
  })

  it('that a component names have a rule in a style sheet', () => {
    expect(withoutRule(components, sheets)).toEqual([])
    expect(new Set(withoutRule([component], []))).toEqual(new Set(['renderer/planted.tsx: planted-use', 'renderer/planted.tsx: planted-*']))
    expect(withoutRule([component], [sheet])).toContain('renderer/planted.tsx: planted-use')
  })

  it('that a style sheet has rules for are named by a component', () => {
    expect(withoutUse(sources, sheets)).toEqual([])
    expect(withoutUse(sources, [...sheets, sheet])).toEqual(['planted-rule'])
  })

  it('that code looks an element up by are named by a component', () => {
    expect(lookedUpOnly(sources, components)).toEqual([])
    const planted: Source = { path: 'renderer/planted.ts', text: "root.querySelector<HTMLElement>('.planted-look-up input')" }
    expect(lookedUpOnly([planted], components)).toEqual(['renderer/planted.ts: planted-look-up'])
  })

  it('have names that say what they are', () => {
    const cryptic = (names: Iterable<string>) => [...names].filter((name) => /^[a-z]{1,2}\d?$/i.test(name))
    expect(cryptic(ruled(sheets))).toEqual([])
    expect(cryptic(['t', 'l0', 'number'])).toEqual(['t', 'l0'])
  })

  it('of a screen or component stand in a style sheet beside it, which it imports', () => {
    const imported = new Set(
      sources.flatMap(({ path, text }) =>
        [...text.matchAll(/^import '\.\/([\w.]+\.css)'$/gm)].map(([, name]) => `${path.split('/').slice(0, -1).join('/')}/${name}`),
      ),
    )
    const beside = sheets.map(({ path }) => path).filter((path) => !path.startsWith('renderer/theme'))
    expect(beside.length).toBeGreaterThan(40)
    expect(beside.filter((path) => !imported.has(path))).toEqual([])
  })
})
