import { type SkillPath, skillLineage } from '../model/skill'

/** A skill with its place in the tree. */
export interface PlacedSkill {
  readonly path: SkillPath
  readonly name: string
  /** 0 for a skill without a parent. */
  readonly depth: number
  /** The parent's place in the same list; -1 where there is none. */
  readonly parent: number
  /** Whether there are skills below it. */
  readonly branch: boolean
}

/** The skills in tree order: parents first, each followed by all below it, siblings in the order given. Branches that no mapping names are added. */
export function skillTree(paths: readonly SkillPath[]): readonly PlacedSkill[] {
  const below = new Map<SkillPath | null, SkillPath[]>()
  const known = new Set<SkillPath>()
  for (const path of paths) {
    let above: SkillPath | null = null
    for (const step of skillLineage(path)) {
      if (!known.has(step)) {
        known.add(step)
        const siblings = below.get(above)
        if (siblings === undefined) below.set(above, [step])
        else siblings.push(step)
      }
      above = step
    }
  }
  const placed: PlacedSkill[] = []
  const place = (path: SkillPath, parent: number): void => {
    const at = placed.length
    const children = below.get(path) ?? []
    const names = path.split('/')
    placed.push({ path, name: names.at(-1) ?? path, depth: names.length - 1, parent, branch: children.length > 0 })
    for (const child of children) place(child, at)
  }
  for (const root of below.get(null) ?? []) place(root, -1)
  return placed
}
