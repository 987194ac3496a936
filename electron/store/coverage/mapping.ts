import { failure, type Result } from '../../../shared/model/problem'
import type { Bound, Level, SkillMapping } from '../../../shared/model/skill'
import { achievementIdOf } from '../credential/credential'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'
import { bindMappings } from './binding'

/** A path as it is stored: no blanks around its names, no empty names. */
const plainPath = (path: string): string =>
  path
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join('/')

function skillIdOf(db: Database, path: string): number {
  const stored = readOne<{ id: number }>(db, 'SELECT id FROM skill WHERE path = :path', { path })
  return stored?.id ?? write(db, 'INSERT INTO skill (path) VALUES (:path)', { path }).id
}

/** A mapping with the stored id of its skill. */
interface Row {
  readonly uri: string
  readonly issuerId: string | null
  readonly skillId: number
  readonly level: Level
}

function saveFor(db: Database, { uri, skillId, level }: Row, issuerId: string, bound: Bound): void {
  write(
    db,
    `INSERT INTO mapping (achievement_id, skill_id, level, bound) VALUES (:achievementId, :skillId, :level, :bound)
     ON CONFLICT (achievement_id, skill_id) DO UPDATE SET level = excluded.level, bound = excluded.bound, import_id = NULL`,
    { achievementId: achievementIdOf(db, { uri, issuerId }), skillId, level, bound },
  )
}

/** Deletes an achievement's mappings to a skill of every issuer but these. */
const deleteOfOthers = (db: Database, { uri, skillId }: Row, issuerIds: readonly string[]): void =>
  void write(
    db,
    `DELETE FROM mapping WHERE skill_id = :skillId AND achievement_id IN
       (SELECT id FROM achievement WHERE uri = :uri AND issuer_uri NOT IN (SELECT value FROM json_each(:issuerIds)))`,
    { uri, skillId, issuerIds: JSON.stringify(issuerIds) },
  )

const deleteUnbound = (db: Database, { uri, skillId }: Row): void =>
  void write(db, 'DELETE FROM unbound_mapping WHERE uri = :uri AND skill_id = :skillId', { uri, skillId })

/** Saves a mapping without an issuer: mappings bound by rule or by hand get the level; where there are none, it waits to be bound. */
function saveUnnamed(db: Database, { uri, skillId, level }: Row): void {
  const { changes } = write(
    db,
    `UPDATE mapping SET level = :level WHERE skill_id = :skillId AND bound <> 'named' AND achievement_id IN (SELECT id FROM achievement WHERE uri = :uri)`,
    { uri, skillId, level },
  )
  if (changes > 0) return
  write(
    db,
    `INSERT INTO unbound_mapping (uri, skill_id, level) VALUES (:uri, :skillId, :level)
     ON CONFLICT (uri, skill_id) DO UPDATE SET level = excluded.level`,
    { uri, skillId, level },
  )
}

const keyOf = ({ uri, skillId }: Row): string => JSON.stringify([uri, skillId])

function save(db: Database, rows: readonly Row[], beside: boolean): void {
  const unnamed = rows.filter(({ issuerId }) => issuerId === null)
  const named = Map.groupBy(
    rows.filter(({ issuerId }) => issuerId !== null),
    keyOf,
  )
  const waiting = new Set(unnamed.map(keyOf))
  for (const [key, group] of named) {
    const issuerIds = group.map(({ issuerId }) => issuerId!)
    if (!beside) deleteOfOthers(db, group[0]!, issuerIds)
    if (!beside && !waiting.has(key)) deleteUnbound(db, group[0]!)
    for (const row of group) saveFor(db, row, row.issuerId!, 'named')
  }
  for (const row of unnamed) saveUnnamed(db, row)
  bindMappings(
    db,
    unnamed.map(({ uri }) => uri),
  )
}

/**
 * Saves the skills and levels of achievements. A mapping that names its issuer belongs to that one; the issuers named for an achievement and a skill replace
 * those it belonged to before. One that names none gets the new level where it is bound, and otherwise is bound once a badge of the achievement counts. Mappings
 * of other achievements and skills stay.
 *
 * @param beside Mappings that name an issuer are added, and none are removed.
 * @source standards.md, section 8.14
 */
export const importMappings = (
  db: Database,
  { mappings, beside = false, ...act }: { readonly mappings: readonly SkillMapping[]; readonly beside?: boolean } & Act,
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      const rows = mappings.map(
        ({ achievementId, issuerId, skill, level }): Row => ({
          uri: achievementId,
          issuerId: issuerId ?? null,
          skillId: skillIdOf(db, plainPath(skill)),
          level,
        }),
      )
      save(db, rows, beside)
      appendAudit(db, {
        ...act,
        action: 'skills.map',
        subject: String(mappings.length),
        detail: mappings.map(({ achievementId, issuerId, skill, level }) => ({ achievementId, issuerId: issuerId ?? null, skill: plainPath(skill), level })),
      })
      return null
    }),
  )

/** The skills an achievement is mapped to, whichever the issuer, each at its highest level. */
const mappedSkills = (db: Database, uri: string): readonly { readonly skillId: number; readonly level: Level }[] =>
  readAll<{ skillId: number; level: Level }>(
    db,
    `SELECT skill_id AS skillId, MAX(level) AS level FROM (
       SELECT skill_id, level FROM mapping JOIN achievement ON achievement.id = achievement_id WHERE uri = :uri
       UNION ALL SELECT skill_id, level FROM unbound_mapping WHERE uri = :uri
     ) GROUP BY skill_id ORDER BY skill_id`,
    { uri },
  )

/**
 * Binds an achievement's mappings to an issuer by a person's decision.
 *
 * @param beside The issuer's badges count as well: those of its other issuers count as before.
 * @returns `mapping.not-found` where the achievement is mapped to nothing.
 * @source standards.md, section 8.14
 */
export function bindByHand(
  db: Database,
  { achievementId, issuerId, beside, ...act }: { readonly achievementId: string; readonly issuerId: string; readonly beside: boolean } & Act,
): Result<null> {
  const skills = mappedSkills(db, achievementId)
  if (skills.length === 0) return failure({ code: 'mapping.not-found', detail: achievementId })
  return attempt(() =>
    transaction(db, () => {
      const before = readAll<{ issuerId: string }>(
        db,
        'SELECT DISTINCT issuer_uri AS issuerId FROM achievement JOIN mapping ON achievement_id = achievement.id WHERE uri = :achievementId ORDER BY 1',
        { achievementId },
      ).map((row) => row.issuerId)
      for (const { skillId, level } of skills) {
        const row: Row = { uri: achievementId, issuerId, skillId, level }
        if (!beside) deleteOfOthers(db, row, [issuerId])
        deleteUnbound(db, row)
        saveFor(db, row, issuerId, 'hand')
      }
      appendAudit(db, { ...act, action: 'skills.bind', subject: achievementId, detail: { issuerId, before, beside } })
      return null
    }),
  )
}
