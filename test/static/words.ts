import type { Source } from './sources.ts'
import { exceptions } from './wordExceptions.ts'

/** A word that does not say plainly what is meant. `prose` is looked for in comments, test titles and Markdown, `name` in identifiers and file names. */
export interface PoorWord {
  readonly word: string
  readonly prose?: RegExp
  readonly name?: RegExp
  /** What to write instead. */
  readonly say: string
  /** A text in which the word is found. */
  readonly planted: string
}

export const poorWords: readonly PoorWord[] = [
  { word: 'heed', prose: /\bheed(?:s|ed|ing)?\b/i, name: /heed(?:s|ed)?(?![a-z])|Heed/, say: 'disablePlans; follow, use', planted: '// Nobody heeds it.' },
  { word: 'nobody’s', prose: /\bnobody['’]s\b/i, name: /nobodys/i, say: 'unmatched', planted: "// Those that are nobody's." },
  { word: 'in vain', prose: /\bin vain\b/i, name: /InVain/, say: 'filesWithoutMatch, without a match', planted: 'const soughtInVain = 1' },
  {
    word: 'hang',
    prose: /\bhang(?:s|ing)?\b/i,
    name: /\bhang(?:s|ing)(?![a-z])|Hang(?:s|ing)(?![a-z])/,
    say: 'dependencies, depends on',
    planted: '// What a verdict hangs on.',
  },
  { word: 'whomFirst', name: /whomFirst/i, say: 'candidatesFor', planted: 'const whomFirst = 1' },
  { word: 'ledTo', name: /\bledTo\b/, say: 'recordHit', planted: 'const ledTo = 1' },
  {
    word: 'hear',
    prose: /\bhear(?:s|d|ing|ings)?\b/i,
    name: /\bhear(?:s|ings?)?(?![a-z])|Hear(?:s|ings?)?(?![a-z])/,
    say: 'applyRows, maxPasses; is notified',
    planted: 'const hearings = 3',
  },
  { word: 'unreadableInOneWay', name: /unreadableInOneWay/i, say: 'rejectAmbiguousJson', planted: 'const unreadableInOneWay = 1' },
  {
    word: 'isDueElsewhere',
    prose: /\bdue elsewhere\b/i,
    name: /DueElsewhere/i,
    say: 'needsSecondLibrary, cross-check',
    planted: 'const isDueElsewhere = true',
  },
  { word: 'useLasting', name: /useLasting/i, say: 'useDelayedTrue', planted: 'useLasting(true)' },
  { word: 'last word', prose: /\blast word\b/i, say: 'overwrites, decides', planted: '/** It must not have the last word. */' },
  { word: 'believe', prose: /\bbeliev(?:e|es|ed)\b/i, say: 'is accepted, counts as proof', planted: "test('a claim is not believed', () => {})" },
  { word: 'in peace', prose: /\b(?:left|leave|leaves) in peace\b/i, say: 'do not steal focus; is unchanged', planted: '// The person is left in peace.' },
  { word: 'stand beside', prose: /\bst(?:ands?|ood) beside\b/i, say: 'is next to, is carried outside', planted: '/** Texts stand beside the JSON. */' },
  { word: 'better times', prose: /\bbetter times\b/i, say: 'pending, interrupted', planted: '// It waits for better times.' },
  { word: 'to the ear', prose: /\b(?:to|for) the ear\b/i, say: 'hidden from screen readers, for screen readers', planted: '// Decoration to the ear.' },
  { word: 'business', prose: /\bnone of \w+(?: \w+)?['’]s business\b/i, say: 'left unchanged', planted: "// None of this function's business." },
  {
    word: 'another’s word',
    prose: /\b(?:another|nobody|somebody|sender)['’]s word\b/i,
    say: 'claim, statement of another issuer',
    planted: "// It is another's word.",
  },
  { word: 'come into being', prose: /\bc[oa]me into being\b/i, say: 'is created, is new', planted: '// What has just come into being.' },
  { word: 'good word', prose: /\bput in a (?:good )?word\b|\bspeaks? for itself\b/i, say: 'shows, proves', planted: '// It speaks for itself.' },
]

const tokens = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
const titleBefore = /\b(?:test|it|describe)(?:\.\w+(?:\([^()]*\))?)*\(\s*$/

/** The prose of a file (comments and test titles, or all of a Markdown file) and its names (code without comments and texts, and the path). */
export function wordsOf({ path, text }: Source): { readonly prose: string; readonly names: string } {
  if (path.endsWith('.md')) return { prose: text, names: path }
  const prose: string[] = []
  const names = text.replace(tokens, (token, at: number) => {
    if (token.startsWith('//') || token.startsWith('/*') || titleBefore.test(text.slice(Math.max(0, at - 80), at))) prose.push(token)
    return "''"
  })
  return { prose: prose.join('\n'), names: `${path}\n${names}` }
}

export const says = ({ prose, name }: PoorWord, words: { readonly prose: string; readonly names: string }): boolean =>
  prose?.test(words.prose) === true || name?.test(words.names) === true

const houses = /^(?:electron|renderer|shared|test|resources)\/|^README\.md$/
/** The lists of these words themselves, and what others wrote. */
const excluded =
  /^test\/static\/(?:words|wordExceptions)\b|^test\/unit\/text\/phrases\.test\.ts$|^test\/fixtures\/|^resources\/(?:licences|sample)\/|^test\/bench\/RESULTS\.md$/

/** Whether the words of a file are checked. */
export const isChecked = ({ path }: Source): boolean => houses.test(path) && !excluded.test(path)

/** The files that say a word, without its exceptions, and the exceptions that do not say it. */
export function found(
  one: PoorWord,
  sources: readonly (Source & { readonly words: ReturnType<typeof wordsOf> })[],
): {
  readonly files: readonly string[]
  readonly needless: readonly string[]
} {
  const excepted = exceptions[one.word] ?? []
  const files = sources.filter(({ words }) => says(one, words)).map(({ path }) => path)
  return { files: files.filter((path) => !excepted.includes(path)), needless: excepted.filter((path) => !files.includes(path)) }
}
