/** Skill levels: 1 basic … 4 leading others. */
export const levels = [1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

export const isLevel = (value: unknown): value is Level => levels.includes(value as Level)

/** A node of the skill tree, named by its path: `行政DX/データ活用`. */
export type SkillPath = string

/** The mapping of an issuer's achievement to a skill at a level. One achievement may map to several skills. */
export interface SkillMapping {
  readonly achievementId: string
  /** Absent or null if not named: it is bound to an issuer once a badge of the achievement counts. */
  readonly issuerId?: string | null | undefined
  readonly skill: SkillPath
  readonly level: Level
}

/**
 * Why a mapping belongs to its issuer: the issuer was named with it, it has the achievement id's own origin, it issued the earliest counting badge, or a person
 * decided.
 */
export const boundValues = ['named', 'origin', 'earliest', 'hand'] as const
export type Bound = (typeof boundValues)[number]

/** All paths from the root to the skill, itself last: `a/b/c` → `a`, `a/b`, `a/b/c`. */
export const skillLineage = (path: SkillPath): readonly SkillPath[] => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
