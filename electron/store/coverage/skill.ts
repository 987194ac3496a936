import type { Output } from '../../../shared/contract'
import type { AchievementRow } from '../../../shared/contract/people'
import type { Achievement } from '../../../shared/model/credential'
import type { Bound, Level, SkillMapping } from '../../../shared/model/skill'
import { noIssuer } from '../credential/credential'
import { type Database, readAll } from '../database/statement'
import { type BadgesOfAchievements, badgesOfAchievements } from './badgesOf'
import { withColumns } from './columns/columns'
import { readClaims, readDescription } from './description'

/** Every mapping, in the order of skills; `issuerId` is null where it waits to be bound. */
export const readMappings = (db: Database): readonly (SkillMapping & { readonly issuerId: string | null })[] =>
  readAll<SkillMapping & { issuerId: string | null }>(
    db,
    `SELECT uri AS achievementId, issuer_uri AS issuerId, path AS skill, level, skill.id AS "order" FROM mapping
       JOIN achievement ON achievement.id = achievement_id JOIN skill ON skill.id = skill_id
     UNION ALL SELECT uri, NULL, path, level, skill.id FROM unbound_mapping JOIN skill ON skill.id = skill_id
     ORDER BY 5, 1, 2`,
  ).map(({ achievementId, issuerId, skill, level }) => ({ achievementId, issuerId, skill, level }))

/** An issuer's achievement that badges name. */
interface Issued {
  readonly id: number
  readonly uri: string
  readonly issuerUri: string
  readonly issuerName: string | null
}

const issuedSql = `SELECT achievement.id, achievement.uri, issuer_uri AS issuerUri, issuer.name AS issuerName
  FROM achievement LEFT JOIN issuer ON issuer.uri = issuer_uri`

/** Compares by the number of badges, most first. */
const byBadges =
  (held: ReadonlyMap<number, number>) =>
  (one: Issued, other: Issued): number =>
    held.get(other.id)! - held.get(one.id)! || (one.uri === other.uri ? (one.issuerUri < other.issuerUri ? -1 : 1) : one.uri < other.uri ? -1 : 1)

/** Issuers' achievements of stored badges where the achievement is mapped for no issuer at all. */
const unmapped = (db: Database, { badges }: BadgesOfAchievements): readonly Issued[] =>
  readAll<Issued>(
    db,
    `${issuedSql} WHERE achievement.uri NOT IN (SELECT uri FROM unbound_mapping)
       AND achievement.uri NOT IN (SELECT uri FROM mapping JOIN achievement ON achievement.id = achievement_id)`,
  )
    .filter(({ id }) => badges.has(id))
    .sort(byBadges(badges))

/** Issuers whose badges of a mapped achievement would count if the mapping belonged to them: somebody has to decide. */
const otherIssuers = (db: Database, { counting }: BadgesOfAchievements): readonly Issued[] =>
  readAll<Issued>(
    db,
    `${issuedSql} WHERE achievement.id NOT IN (SELECT achievement_id FROM mapping)
       AND (achievement.uri IN (SELECT uri FROM unbound_mapping)
            OR achievement.uri IN (SELECT uri FROM mapping JOIN achievement ON achievement.id = achievement_id))`,
  )
    .filter(({ id }) => counting.has(id))
    .sort(byBadges(counting))

function rowOf(db: Database, { id, uri, issuerUri, issuerName }: Issued, badges: ReadonlyMap<number, number>): AchievementRow {
  const achievementName = readDescription(db, id)?.name ?? null
  return {
    achievementId: uri,
    issuerId: issuerUri === noIssuer ? null : issuerUri,
    issuerName,
    achievementName,
    claims: [...readClaims(db, uri, achievementName)],
    badges: badges.get(id) ?? 0,
  }
}

type Skills = Output<'skills.read'>

interface MappedRow extends Issued {
  readonly skill: string
  readonly level: Level
  readonly bound: Bound
}

const boundMappings = (db: Database, { badges }: BadgesOfAchievements): Skills['mappings'] =>
  readAll<MappedRow>(
    db,
    `SELECT achievement.id, achievement.uri, issuer_uri AS issuerUri, issuer.name AS issuerName, path AS skill, level, bound
     FROM mapping JOIN achievement ON achievement.id = achievement_id JOIN skill ON skill.id = skill_id LEFT JOIN issuer ON issuer.uri = issuer_uri
     ORDER BY skill.id, achievement.uri, issuer_uri`,
  ).map(({ skill, level, bound, ...issued }) => ({ ...rowOf(db, issued, badges), skill, level, bound }))

/** Mappings that wait for a counting badge. The badges counted with them may count where other grades are chosen. */
const waitingMappings = (db: Database, { badges }: BadgesOfAchievements): Skills['mappings'] =>
  readAll<{ uri: string; skill: string; level: Level; ids: string }>(
    db,
    `SELECT uri, path AS skill, level, (SELECT json_group_array(id) FROM achievement WHERE achievement.uri = unbound_mapping.uri) AS ids
     FROM unbound_mapping JOIN skill ON skill.id = skill_id ORDER BY skill.id, uri`,
  ).map(({ uri, skill, level, ids }) => ({
    achievementId: uri,
    issuerId: null,
    issuerName: null,
    achievementName: null,
    claims: [...readClaims(db, uri, null)],
    badges: (JSON.parse(ids) as readonly number[]).reduce((sum, id) => sum + (badges.get(id) ?? 0), 0),
    skill,
    level,
    bound: null,
  }))

/**
 * The skills with the number of their achievements, every mapping with its issuer, the issuers whose badges of a mapped achievement wait for a decision, and the
 * achievements of stored badges that are not mapped yet, those with the most badges first.
 */
export const readSkills = (db: Database): Skills =>
  withColumns(db, (columns) => {
    const held = badgesOfAchievements(columns.badges)
    return {
      skills: readAll<Skills['skills'][number]>(
        db,
        `SELECT path, (SELECT COUNT(*) FROM mapping WHERE skill_id = skill.id) + (SELECT COUNT(*) FROM unbound_mapping WHERE skill_id = skill.id) AS achievements
         FROM skill ORDER BY id`,
      ),
      mappings: [...boundMappings(db, held), ...waitingMappings(db, held)],
      otherIssuers: otherIssuers(db, held).map((issued) => rowOf(db, issued, held.counting)),
      unmapped: unmapped(db, held).map((issued) => rowOf(db, issued, held.badges)),
    }
  })

/** An issuer's achievement without a mapping, as its counting badges describe it. */
export interface UnmappedAchievement extends Achievement {
  readonly id: string
  readonly issuerId: string
  readonly issuerName: string | null
  readonly claims: AchievementRow['claims']
  readonly badges: number
}

/** Achievements without a mapping that have counting badges: proposals are made from them. */
export const achievementsWithoutMapping = (db: Database): readonly UnmappedAchievement[] =>
  withColumns(db, (columns) => {
    const held = badgesOfAchievements(columns.badges)
    return unmapped(db, held).flatMap((issued): readonly UnmappedAchievement[] => {
      const description = readDescription(db, issued.id)
      if (description === null || issued.issuerUri === noIssuer) return []
      const { achievement, name } = description
      return [
        {
          ...achievement,
          name: achievement.name ?? name,
          id: issued.uri,
          issuerId: issued.issuerUri,
          issuerName: issued.issuerName,
          claims: [...readClaims(db, issued.uri, name)],
          badges: held.badges.get(issued.id)!,
        },
      ]
    })
  })
