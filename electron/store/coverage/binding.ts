import { type Result, success } from '../../../shared/model/problem'
import type { Bound } from '../../../shared/model/skill'
import { achievementIdOf, noIssuer } from '../credential/credential'
import { isOwnOrigin } from '../credential/ownOrigin'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

// A mapping belongs to an issuer's achievement. One that names no issuer waits until a counting badge names its achievement, and is bound then.
// @source standards.md, section 8.14

interface Candidate {
  readonly issuerId: string
  /** When its earliest counting badge became valid; infinity where no date is written; null where it has no counting badge. */
  readonly earliest: number | null
}

interface Chosen {
  readonly issuerId: string
  readonly bound: Bound
}

const none = Number.POSITIVE_INFINITY

/** Earlier first, then by id, so that the order of files and imports has no influence. */
const earlierFirst = (one: Candidate, other: Candidate): number =>
  // Infinity less itself is no number.
  (one.earliest === other.earliest ? 0 : (one.earliest ?? none) - (other.earliest ?? none)) || (one.issuerId < other.issuerId ? -1 : 1)

/**
 * The issuer to which an achievement's mapping is bound, once any of its badges counts.
 *
 * An issuer of the achievement id's own origin comes first: the one with the earliest counting badge, or the only registered one. Where several of that origin
 * are registered and none has a counting badge yet, the mapping waits. Without any, it is the issuer of the earliest counting badge.
 *
 * @param candidates Issuers with counting badges of the achievement, and registered ones.
 * @returns null where it cannot be bound yet.
 */
export function chooseIssuer(uri: string, candidates: readonly Candidate[]): Chosen | null {
  const counting = candidates.filter(({ earliest }) => earliest !== null).sort(earlierFirst)
  const [first] = counting
  if (first === undefined) return null
  const own = counting.find(({ issuerId }) => isOwnOrigin(uri, issuerId))
  if (own !== undefined) return { issuerId: own.issuerId, bound: 'origin' }
  const registered = candidates.filter(({ issuerId }) => isOwnOrigin(uri, issuerId))
  if (registered.length > 1) return null
  return registered.length === 1 ? { issuerId: registered[0]!.issuerId, bound: 'origin' } : { issuerId: first.issuerId, bound: 'earliest' }
}

/** Issuers with badges of the achievement that count. A badge that names no issuer cannot be mapped. */
const countingIssuers = (db: Database, uri: string): readonly Candidate[] =>
  readAll<{ issuerId: string; earliest: number | null; counting: number }>(
    db,
    `SELECT issuer_uri AS issuerId, EXISTS (SELECT 1 FROM credential WHERE achievement_id = achievement.id AND counting = 1) AS counting,
            (SELECT valid_from_milliseconds FROM credential WHERE achievement_id = achievement.id AND counting = 1 AND valid_from_milliseconds IS NOT NULL
             ORDER BY valid_from_milliseconds LIMIT 1) AS earliest
     FROM achievement WHERE uri = :uri AND issuer_uri <> :noIssuer`,
    { uri, noIssuer },
  )
    .filter(({ counting }) => counting === 1)
    .map(({ issuerId, earliest }) => ({ issuerId, earliest: earliest ?? none }))

/** Issuers the achievement is mapped for already: another mapping of it that names none belongs to one of them. */
const mappedIssuers = (db: Database, uri: string): readonly Chosen[] =>
  readAll<Chosen>(
    db,
    `SELECT issuer_uri AS issuerId, MAX(bound) AS bound FROM achievement JOIN mapping ON achievement_id = achievement.id
     WHERE uri = :uri GROUP BY issuer_uri ORDER BY issuer_uri`,
    { uri },
  )

function chosenFor(db: Database, uri: string, registered: readonly string[]): Chosen | null {
  const mapped = mappedIssuers(db, uri)
  if (mapped.length === 1) return mapped[0]!
  const counting = countingIssuers(db, uri)
  if (mapped.length > 1) {
    return chooseIssuer(
      uri,
      counting.filter(({ issuerId }) => mapped.some((one) => one.issuerId === issuerId)),
    )
  }
  if (counting.length === 0) return null
  const known = new Set(counting.map(({ issuerId }) => issuerId))
  const others = registered.filter((issuerId) => !known.has(issuerId)).map((issuerId) => ({ issuerId, earliest: null }))
  return chooseIssuer(uri, [...counting, ...others])
}

/** Binds the waiting mappings of an achievement to an issuer. An existing mapping of the issuer to the same skill gets the new level. */
function moveUnbound(db: Database, uri: string, { issuerId, bound }: Chosen, importId: string | null): void {
  const achievementId = achievementIdOf(db, { uri, issuerId })
  write(
    db,
    `INSERT INTO mapping (achievement_id, skill_id, level, bound, import_id) SELECT :achievementId, skill_id, level, :bound, :importId FROM unbound_mapping WHERE uri = :uri
     ON CONFLICT (achievement_id, skill_id) DO UPDATE SET level = excluded.level`,
    { achievementId, uri, bound, importId },
  )
  write(db, 'DELETE FROM unbound_mapping WHERE uri = :uri', { uri })
}

/** The achievements whose waiting mappings can be bound now. @param uris Only these; all that wait where it is left out. */
function readChoices(db: Database, uris?: readonly string[]): readonly (readonly [uri: string, chosen: Chosen])[] {
  const waiting = readAll<{ uri: string }>(
    db,
    'SELECT DISTINCT uri FROM unbound_mapping WHERE :all OR uri IN (SELECT value FROM json_each(:uris)) ORDER BY uri',
    { all: uris === undefined ? 1 : 0, uris: JSON.stringify(uris ?? []) },
  )
  if (waiting.length === 0) return []
  const registered = readAll<{ uri: string }>(db, 'SELECT uri FROM issuer ORDER BY uri').map(({ uri }) => uri)
  return waiting.flatMap(({ uri }) => {
    const chosen = chosenFor(db, uri, registered)
    return chosen === null ? [] : [[uri, chosen] as const]
  })
}

/** Makes the mappings of an achievement that were bound by rule wait again. `whereSql` narrows it further. */
function unbind(db: Database, uri: string, whereSql: string, importId: string): void {
  const ruledSql = `bound IN ('origin', 'earliest') AND achievement_id IN (SELECT id FROM achievement WHERE uri = :uri) AND ${whereSql}`
  write(
    db,
    `INSERT INTO unbound_mapping (uri, skill_id, level) SELECT :uri, skill_id, level FROM mapping WHERE ${ruledSql}
     ON CONFLICT (uri, skill_id) DO UPDATE SET level = excluded.level`,
    { uri, importId },
  )
  write(db, `DELETE FROM mapping WHERE ${ruledSql}`, { uri, importId })
}

/** Achievements whose mappings this import has bound already although another issuer has a counting badge too: they are bound again, so that the order of files has no influence. */
const boundTooEarly = (db: Database, uris: readonly string[], importId: string): readonly string[] =>
  readAll<{ uri: string }>(
    db,
    `SELECT DISTINCT own.uri FROM mapping JOIN achievement AS own ON own.id = achievement_id
     WHERE mapping.import_id = :importId AND bound IN ('origin', 'earliest') AND own.uri IN (SELECT value FROM json_each(:uris))
       AND EXISTS (SELECT 1 FROM achievement AS other WHERE other.uri = own.uri AND other.id <> own.id
                     AND EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id = other.id AND counting = 1))`,
    { importId, uris: JSON.stringify(uris) },
  ).map(({ uri }) => uri)

/**
 * Binds waiting mappings of achievements that have a counting badge now; to be called in the transaction that adds badges, verdicts or mappings.
 *
 * @param uris Addresses of achievements; all that wait where it is left out.
 * @param importId The import that caused the binding: undoing it unbinds them, and while it runs a later batch may bind them to another issuer.
 */
export function bindMappings(db: Database, uris?: readonly string[], importId: string | null = null): void {
  if (uris !== undefined && importId !== null) for (const uri of boundTooEarly(db, uris, importId)) unbind(db, uri, 'import_id = :importId', importId)
  for (const [uri, chosen] of readChoices(db, uris)) moveUnbound(db, uri, chosen, importId)
}

/**
 * Binds waiting mappings when a data folder is opened: mappings of an older schema are not bound yet. Takes no lock where there is nothing to bind. A read-only
 * folder is left unchanged, and so is one in which another program writes: the next program to open it binds them.
 */
export function bindWaiting(db: Database): Result<null> {
  if (db.readonly || readChoices(db).length === 0) return success(null)
  const bound = attempt(() => transaction(db, () => bindMappings(db)))
  return bound.ok || bound.problem.code === 'database.locked' ? success(null) : bound
}

/**
 * Binds waiting mappings after new verdicts, once no reverification is pending any more: all counting badges take part in the choice, not only those of the
 * first transaction.
 */
export function bindAfterVerdicts(db: Database, importId: string | null): void {
  if (readOne(db, 'SELECT 1 FROM outstanding LIMIT 1') === undefined) bindMappings(db, undefined, importId)
}

/** SQL condition: an undone import caused the binding and no badge counts any more, or no badge names the achievement. Needs `:uri` and `:importId`. */
const withoutReasonSql = `NOT EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id IN (SELECT id FROM achievement WHERE uri = :uri) AND counting = 1)
  AND (import_id = :importId
       OR NOT EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id IN (SELECT id FROM achievement WHERE uri = :uri)))`

/**
 * Unbinds mappings that were bound by rule, where an import is undone: those it caused, and those of achievements no badge names any more. A binding stays while
 * a badge of the achievement counts, whoever issued it: undoing one import makes no other issuer's badges count.
 */
export function releaseMappings(db: Database, importId: string): void {
  const automatic = readAll<{ uri: string }>(
    db,
    `SELECT DISTINCT uri FROM achievement WHERE id IN (SELECT achievement_id FROM mapping WHERE bound IN ('origin', 'earliest'))`,
  )
  for (const { uri } of automatic) unbind(db, uri, withoutReasonSql, importId)
}
