import type { Output } from '../../shared/contract'
import type { Achievement, Credential } from '../../shared/model/credential'
import type { Result } from '../../shared/model/problem'
import type { SkillMapping } from '../../shared/model/skill'
import type { Act } from './act'
import { appendAudit } from './audit'
import { type BadgesOfAchievements, badgesOfAchievements } from './badgesOf'
import { withColumns } from './columns/columns'
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

/** A column of the badges that came last of their achievements, by the store's numbers of achievements. */
function ofNewest(db: Database, { newest }: BadgesOfAchievements, column: 'achievement_name' | 'document'): ReadonlyMap<number, string | null> {
  const rows = readAll<{ achievement: number; value: string | null }>(
    db,
    `SELECT achievement_id AS achievement, ${column} AS value FROM credential WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify([...newest.values()]) },
  )
  return new Map(rows.map(({ achievement, value }) => [achievement, value]))
}

interface AchievementRow {
  readonly achievement: number
  readonly achievementId: string
}

/** Achievements of held badges that stand for no skill yet, the most held first. */
const unmapped = (db: Database, { badges }: BadgesOfAchievements): readonly AchievementRow[] =>
  readAll<AchievementRow>(db, 'SELECT id AS achievement, uri AS achievementId FROM achievement WHERE id NOT IN (SELECT achievement_id FROM mapping)')
    .filter(({ achievement }) => badges.has(achievement))
    .sort((one, other) => badges.get(other.achievement)! - badges.get(one.achievement)! || one.achievement - other.achievement)

type Skills = Output<'skills.read'>

/** The skills with how many achievements stand for each, every mapping, and the achievements of held badges that stand for nothing yet, the most held first. */
export const readSkills = (db: Database): Skills =>
  withColumns(db, (columns) => {
    const held = badgesOfAchievements(columns.badges)
    const names = ofNewest(db, held, 'achievement_name')
    const heldOf = ({ achievement, achievementId }: AchievementRow) => ({
      achievementId,
      achievementName: names.get(achievement) ?? null,
      badges: held.badges.get(achievement) ?? 0,
    })
    return {
      skills: readAll<Skills['skills'][number]>(
        db,
        'SELECT path, (SELECT COUNT(*) FROM mapping WHERE skill_id = skill.id) AS achievements FROM skill ORDER BY id',
      ),
      mappings: readAll<AchievementRow & Pick<SkillMapping, 'skill' | 'level'>>(
        db,
        `SELECT achievement_id AS achievement, uri AS achievementId, path AS skill, level
         FROM mapping JOIN achievement ON achievement.id = achievement_id JOIN skill ON skill.id = skill_id ORDER BY skill.id, achievement.id`,
      ).map(({ skill, level, ...row }) => ({ ...heldOf(row), skill, level })),
      unmapped: unmapped(db, held).map(heldOf),
    }
  })

/** An achievement of held badges that stands for no skill yet, as its newest badge describes it. */
export interface UnmappedAchievement extends Achievement {
  readonly id: string
  readonly badges: number
}

/** What a proposal is made from. */
export const achievementsWithoutMapping = (db: Database): readonly UnmappedAchievement[] =>
  withColumns(db, (columns) => {
    const held = badgesOfAchievements(columns.badges)
    const found = unmapped(db, held)
    const newest = new Map(found.map(({ achievement }) => [achievement, held.newest.get(achievement)!]))
    const documents = ofNewest(db, { ...held, newest }, 'document')
    return found.map(({ achievement, achievementId }) => ({
      ...(JSON.parse(documents.get(achievement)!) as Credential).achievement,
      id: achievementId,
      badges: held.badges.get(achievement)!,
    }))
  })
