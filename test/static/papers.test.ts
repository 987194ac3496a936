import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsIn, namedScripts, type Paper, type Project, recipesOf } from './papers.ts'
import { listFiles, readSources, root } from './sources.ts'

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }
const project: Project = { root, files: listFiles(), scripts }
const papers: readonly Paper[] = readSources('.md').filter(({ path }) => path === 'README.md' || path.startsWith('resources/docs/'))
const paperAt = (path: string): Paper => papers.find((paper) => paper.path === path)!
const contributing = paperAt('resources/docs/contributing.md')

/** The kinds of entries that can be added, in the order of the paper. */
const shelves = [
  'A proof suite',
  'A check',
  'A key source',
  'A status method',
  'A file format',
  'A standard',
  'A chart',
  'A screen',
  'A report',
  'A contract call',
  'A stored fact',
  'A text',
  'A language',
  'A wall',
]

describe('the papers', () => {
  it('are the README and those under resources/docs', () => {
    expect(papers.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'resources/docs/architecture.md', 'resources/docs/contributing.md', 'resources/docs/decisions/README.md']),
    )
  })

  it('name only files, folders, scripts and headings that exist', () => {
    expect(faultsIn(papers, project)).toEqual([])
  })

  it('name scripts in text and in blocks', () => {
    expect(namedScripts(paperAt('README.md'))).toEqual(expect.arrayContaining(['test', 'start', 'tekizai', 'rooms']))
  })

  it('list every decision', () => {
    const decisions = papers.filter(({ path }) => path.startsWith('resources/docs/decisions/') && !path.endsWith('README.md'))
    const index = paperAt('resources/docs/decisions/README.md').text
    expect(decisions.filter(({ path }) => !index.includes(`(${path.split('/').at(-1)})`)).map(({ path }) => path)).toEqual([])
    for (const { text } of decisions) for (const part of ['Context', 'Decision', 'Consequences', 'Checked']) expect(text).toContain(`**${part}.**`)
  })

  it('have one recipe for each kind of entry', () => {
    expect(recipesOf(contributing).map(({ title }) => title)).toEqual(shelves)
  })
})

describe('a paper that is wrong', () => {
  const recipe = (text: string) => `## Recipes\n\n### A kind\n\n${text}\n`
  for (const [what, text, fault] of [
    ['names a file that does not exist', 'See `electron/reader/planted.ts`.', 'names electron/reader/planted.ts'],
    ['names a folder that does not exist', 'See `electron/planted`.', 'names electron/planted'],
    ['names a file by its last part, and no file ends so', 'See `plantedPaper.ts`.', 'names plantedPaper.ts'],
    ['names a script that package.json lacks', '```sh\nnpm run planted\n```', 'names the script planted'],
    ['links to a file that does not exist', '[this](planted.md)', 'links to planted.md'],
    ['links outside of the project', '[this](../../../package.json)', 'links to ../../../package.json'],
    ['links to a heading that does not exist', '[this](contributing.md#planted)', 'links to contributing.md#planted'],
    ['has a recipe without a table', recipe('Two files. Tests: `test/unit/reader`.'), 'A kind: no table at any place'],
    ['has a recipe whose table is a folder', recipe('Table: `electron/reader`. Two files. Tests: `test/unit/reader`.'), 'A kind: no table at electron/reader'],
    ['has a recipe without a number of files', recipe('Table: `electron/reader/index.ts`. Tests: `test/unit/reader`.'), 'A kind: no number of files'],
    ['has a recipe without a test', recipe('Table: `electron/reader/index.ts`. Two files.'), 'A kind: names no test'],
  ] as const)
    it(`is found: it ${what}`, () => {
      const planted = { path: 'resources/docs/planted.md', text }
      expect(faultsIn([...papers, planted], project)).toEqual([`resources/docs/planted.md: ${fault}`])
    })
})
