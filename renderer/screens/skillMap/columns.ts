import type { CoverageSkill } from '../../../shared/contract/coverage'

/** A column of the map. `index` is its column in the table; a folded branch represents all its leaves. */
export interface MapColumn {
  readonly index: number
  readonly skill: CoverageSkill
  /** Leaves folded into this column; 0 for a leaf itself. */
  readonly leaves: number
}

/** Columns side by side under one branch of the first level; `branch` is null for skills outside any branch. */
export interface MapGroup {
  readonly branch: CoverageSkill | null
  readonly folded: boolean
  /** First column, and how many. */
  readonly from: number
  readonly span: number
}

export interface MapColumns {
  readonly columns: readonly MapColumn[]
  /** Empty where the skills have no branches. */
  readonly groups: readonly MapGroup[]
}

/** How a folded branch is remembered beside folded divisions. */
export const branchKey = (path: string): string => `skill:${path}`

const rootOf = (path: string): string => path.split('/')[0] ?? path

/** Columns to show: the leaves of the skill tree, and one column for each folded branch. `keep` names the leaves that are shown; a folded branch stays where it has one of them. */
export function columnsOf(skills: readonly CoverageSkill[], turned: ReadonlySet<string>, keep: ReadonlySet<number> | null): MapColumns {
  const columns: MapColumn[] = []
  const groups: { branch: CoverageSkill | null; folded: boolean; from: number; span: number }[] = []
  const branches = new Map(skills.filter(({ branch, depth }) => branch && depth === 0).map((skill) => [skill.path, skill]))
  const put = (column: MapColumn, branch: CoverageSkill | null, folded: boolean) => {
    const last = groups.at(-1)
    if (last !== undefined && last.branch === branch) last.span += 1
    else groups.push({ branch, folded, from: columns.length, span: 1 })
    columns.push(column)
  }
  skills.forEach((skill, index) => {
    const branch = branches.get(rootOf(skill.path)) ?? null
    const folded = branch !== null && turned.has(branchKey(branch.path))
    if (folded) {
      const leaves = skills.filter((other) => !other.branch && rootOf(other.path) === skill.path).length
      const isKept = keep === null || skills.some((other, leaf) => rootOf(other.path) === branch.path && keep.has(leaf))
      if (skill === branch && isKept) put({ index, skill, leaves }, branch, true)
    } else if (!skill.branch && (keep === null || keep.has(index))) put({ index, skill, leaves: 0 }, branch, false)
  })
  return { columns, groups: branches.size === 0 ? [] : groups }
}
