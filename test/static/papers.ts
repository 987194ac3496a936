import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** A paper for developers: its path from the root, and its text. */
export interface Paper {
  readonly path: string
  readonly text: string
}

/** What the names in papers are compared with. */
export interface Project {
  readonly root: string
  /** Paths of every file of the project, from the root. */
  readonly files: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
}

const withoutBlocks = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '')

/** The words of a paper that are set as code, those in blocks aside. */
const codeWords = (text: string): readonly string[] => [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!)

const isFileName = (word: string): boolean => /^[\w.@-]+\.(tsx?|mjs|md|json|ya?ml|css|html)$/.test(word)

/** Files and folders a paper names that do not exist. A name without a folder may be that of any file. */
function missingPaths({ text }: Paper, { root, files }: Project): readonly string[] {
  const tops = new Set(files.map((file) => file.split('/')[0]!))
  return codeWords(text).filter((word) => {
    if (/^[\w.@-]+(\/[\w.@-]+)*\/?$/.test(word) && word.includes('/') && tops.has(word.split('/')[0]!)) return !existsSync(join(root, word))
    return isFileName(word) && !files.some((file) => file === word || file.endsWith(`/${word}`))
  })
}

/** The npm scripts a paper names, in blocks as well. */
export const namedScripts = ({ text }: Paper): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:]+)|(test|start)\b)/g)].map(([, run, short]) => run ?? short!)

/** The anchor GitHub makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (text: string): readonly string[] => [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!))

/** Relative links of a paper that lead to no file, to a file outside of the project, or to no heading of a paper. */
function brokenLinks({ path, text }: Paper, papers: readonly Paper[], { root }: Project): readonly string[] {
  return [...withoutBlocks(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].flatMap(([, link]) => {
    const [file = '', anchor] = link!.split('#', 2)
    const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/')
    const paper = papers.find((one) => one.path === target)
    const leads =
      !target.startsWith('..') && existsSync(join(root, target)) && (anchor === undefined || (paper !== undefined && anchorsOf(paper.text).includes(anchor)))
    return leads ? [] : [link!]
  })
}

/** A section on how to add an entry. */
export interface Recipe {
  readonly title: string
  readonly text: string
}

/** The sections under the heading `Recipes`. */
export const recipesOf = ({ text }: Paper): readonly Recipe[] =>
  (/^## Recipes$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text)?.[1] ?? '')
    .split(/^### /m)
    .slice(1)
    .map((section) => ({ title: section.split('\n', 1)[0]!, text: section }))

const fileCount = /\b(one|two|three|four|five|ten|twenty) files?\b/i

/** What is wrong with a recipe: it has to name the table of its shelf, a file that exists, how many files an entry takes, and tests. */
function faultsOf({ title, text }: Recipe, { root }: Project): readonly string[] {
  const [, table] = /^Table: `([^`]+)`/m.exec(text) ?? []
  const isFile = table !== undefined && statSync(join(root, table), { throwIfNoEntry: false })?.isFile() === true
  return [
    ...(isFile ? [] : [`${title}: no table at ${table ?? 'any place'}`]),
    ...(fileCount.test(text) ? [] : [`${title}: no number of files`]),
    ...(text.includes('`test/') ? [] : [`${title}: names no test`]),
  ]
}

/** Everything papers say of the project that is not so. */
export const faultsIn = (papers: readonly Paper[], project: Project): readonly string[] =>
  papers.flatMap((paper) =>
    [
      ...missingPaths(paper, project).map((word) => `names ${word}`),
      ...namedScripts(paper)
        .filter((name) => !Object.hasOwn(project.scripts, name))
        .map((name) => `names the script ${name}`),
      ...brokenLinks(paper, papers, project).map((link) => `links to ${link}`),
      ...recipesOf(paper).flatMap((recipe) => faultsOf(recipe, project)),
    ].map((fault) => `${paper.path}: ${fault}`),
  )
