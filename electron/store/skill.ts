import type { Output } from '../../shared/contract'
import type { Achievement, Credential } from '../../shared/model/credential'
import type { Result } from '../../shared/model/problem'
import type { SkillMapping } from '../../shared/model/skill'
import type { Act } from './act'
import { appendAudit } from './audit'
import { achievementIdOf } from './credential'
import { attempt } from './databaseProblem'
import { type Database, readAll, readOne, transaction, write } from './statement'

/** A path as it is kept: no blanks around its names, no empty ones. */
const plainPath = (path: string): string =>
  path
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join('/')

function skillIdOf(db: Database, path: string): number {
  const held = readOne<{ id: number }>(db, 'SELECT id FROM skill WHERE path = :path', { path })
  return held?.id ?? write(db, 'INSERT INTO skill (path) VALUES (:path)', { path }).id
}

/** Says for which skills achievements stand, and at which level. A mapping of the same achievement and skill takes the new level; others stay. */
export const importMappings = (db: Database, { mappings, ...act }: { readonly mappings: readonly SkillMapping[] } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      for (const { achievementId, skill, level } of mappings) {
        write(
          db,
          `INSERT INTO mapping (achievement_id, skill_id, level) VALUES (:achievementId, :skillId, :level)
           ON CONFLICT (achievement_id, skill_id) DO UPDATE SET level = excluded.level`,
          { achievementId: achievementIdOf(db, achievementId), skillId: skillIdOf(db, plainPath(skill)), level },
        )
      }
      appendAudit(db, {
        ...act,
        action: 'skills.map',
        subject: String(mappings.length),
        detail: mappings.map(({ achievementId, skill, level }) => ({ achievementId, skill: plainPath(skill), level })),
      })
      return null
    }),
  )

/** Every mapping, in the order of skills. */
export const readMappings = (db: Database): readonly SkillMapping[] =>
  readAll<SkillMapping>(
    db,
    `SELECT uri AS achievementId, path AS skill, level FROM mapping
     JOIN achievement ON achievement.id = achievement_id JOIN skill ON skill.id = skill_id
     ORDER BY skill.id, achievement.id`,
  )

/** The badge of an achievement that came last: rejected ones and older versions aside. */
const newestSql = "(SELECT MAX(id) FROM credential WHERE achievement_id = achievement.id AND superseded_by IS NULL AND grade <> 'rejected')"

/** Badges that stand for an achievement: rejected ones and older versions aside. Their newest name for it. */
const badgesSql = `
  (SELECT COUNT(*) FROM credential WHERE achievement_id = achievement.id AND superseded_by IS NULL AND grade <> 'rejected') AS badges,
  (SELECT achievement_name FROM credential WHERE id = ${newestSql}) AS achievementName`

const unmappedSql = `achievement.id NOT IN (SELECT achievement_id FROM mapping)
  AND EXISTS (SELECT 1 FROM credential WHERE achievement_id = achievement.id AND superseded_by IS NULL AND grade <> 'rejected')`

type Skills = Output<'skills.read'>

/** The skills with how many achievements stand for each, every mapping, and the achievements of held badges that stand for nothing yet, the most held first. */
export const readSkills = (db: Database): Skills => ({
  skills: readAll<Skills['skills'][number]>(db, 'SELECT path, (SELECT COUNT(*) FROM mapping WHERE skill_id = skill.id) AS achievements FROM skill ORDER BY id'),
  mappings: readAll<Skills['mappings'][number]>(
    db,
    `SELECT uri AS achievementId, path AS skill, level, ${badgesSql}
     FROM mapping JOIN achievement ON achievement.id = mapping.achievement_id JOIN skill ON skill.id = skill_id ORDER BY skill.id, achievement.id`,
  ),
  unmapped: readAll<Skills['unmapped'][number]>(
    db,
    `SELECT uri AS achievementId, ${badgesSql} FROM achievement WHERE ${unmappedSql} ORDER BY badges DESC, achievement.id`,
  ),
})

/** An achievement of held badges that stands for no skill yet, as its newest badge describes it. */
export interface UnmappedAchievement extends Achievement {
  readonly id: string
  readonly badges: number
}

/** What a proposal is made from. */
export const achievementsWithoutMapping = (db: Database): readonly UnmappedAchievement[] =>
  readAll<{ uri: string; badges: number; document: string }>(
    db,
    `SELECT uri, ${badgesSql},
            (SELECT document FROM credential WHERE id = ${newestSql}) AS document
     FROM achievement WHERE ${unmappedSql} ORDER BY badges DESC, achievement.id`,
  ).map(({ uri, badges, document }) => ({ ...(JSON.parse(document) as Credential).achievement, id: uri, badges }))
