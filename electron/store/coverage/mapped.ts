import { maskOf, type PlacedSkill, type SkillMask } from '../../../shared/coverage'
import type { Level } from '../../../shared/model/skill'
import { type Database, readAll } from '../database/statement'

interface Row {
  readonly achievement: number
  readonly path: string
  readonly level: Level
}

/** The skills of achievements, by stored achievement id. */
export interface Mapped {
  /** 1 where the achievement is mapped to a skill, at any level. */
  readonly atAnyLevel: Uint8Array
  /** The parts of the achievement's mask are `first[a]` up to `first[a + 1]`, that one not included. */
  readonly first: Int32Array
  /** Of each part: which word of a person's share … */
  readonly words: Int32Array
  /** … and which bits of it: the skills the achievement is mapped to at the level or above, and all skills above these. */
  readonly bits: Int32Array
}

/** The skills of achievements at the level or above. @param skills All skills, in tree order. */
export function readMapped(db: Database, skills: readonly PlacedSkill[], level: Level): Mapped {
  const places = new Map(skills.map(({ path }, place) => [path, place]))
  const parents = skills.map(({ parent }) => parent)
  const rows = readAll<Row>(db, 'SELECT achievement_id AS achievement, path, level FROM mapping_in_force JOIN skill ON skill.id = skill_id')
  const byAchievement = Map.groupBy(rows, ({ achievement }) => achievement)
  const length = rows.reduce((most, { achievement }) => Math.max(most, achievement), 0) + 1
  const masks = Array.from({ length }, (_, achievement): SkillMask => {
    const reached = (byAchievement.get(achievement) ?? []).filter((row) => row.level >= level)
    return maskOf(
      reached.map(({ path }) => places.get(path)!),
      parents,
    )
  })
  const first = new Int32Array(length + 1)
  for (const [achievement, { words }] of masks.entries()) first[achievement + 1] = first[achievement]! + words.length
  return {
    atAnyLevel: Uint8Array.from(masks, (_, achievement) => (byAchievement.has(achievement) ? 1 : 0)),
    first,
    words: Int32Array.from(masks.flatMap(({ words }) => words)),
    bits: Int32Array.from(masks.flatMap(({ bits }) => bits)),
  }
}
