import { type Result, success } from '../../../shared/model/problem'
import type { Bound } from '../../../shared/model/skill'
import { achievementIdOf, noIssuer } from '../credential/credential'
import { isOwnOrigin } from '../credential/ownOrigin'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

// A mapping belongs to an issuer's achievement. One that names no issuer waits until a badge that counts names its achievement, and is bound then.
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

/** Earlier first, then by id: the order of files and imports does not decide. */
const earlierFirst = (one: Candidate, other: Candidate): number =>
  // Infinity less itself is no number.
  (one.earliest === other.earliest ? 0 : (one.earliest ?? none) - (other.earliest ?? none)) || (one.issuerId < other.issuerId ? -1 : 1)

/**
 * To which issuer is an achievement's mapping bound, once any of its badges counts?
 *
 * To one of the achievement id's own origin: with the earliest counting badge, or the only one registered. Where several of that origin are registered and none
 * has a counting badge yet, it waits for theirs. Without any, to the issuer of the earliest counting badge.
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

/** Moves what waits for an achievement to an issuer. A mapping of the same skill that belongs to the issuer already takes the level. */
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

/** What can be bound by now. @param uris Addresses of achievements; all that wait where left out. */
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

/** Puts what the rule bound for an achievement back among what waits. `whereSql` narrows it further. */
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

/** Achievements this import has bound already, of which another issuer has a counting badge, too: the choice is made again, so that no order of files decides. */
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
 * Binds mappings that wait, where a badge of their achievement counts by now. Part of the transaction that brings badges, verdicts or mappings.
 *
 * @param uris Addresses of achievements; all that wait where left out.
 * @param importId The import that led to it: undoing it takes the binding back, and as long as it runs a later batch may change its choice.
 */
export function bindMappings(db: Database, uris?: readonly string[], importId: string | null = null): void {
  if (uris !== undefined && importId !== null) for (const uri of boundTooEarly(db, uris, importId)) unbind(db, uri, 'import_id = :importId', importId)
  for (const [uri, chosen] of readChoices(db, uris)) moveUnbound(db, uri, chosen, importId)
}

/**
 * Binds what waits when a data folder is opened: mappings of before belong to no issuer yet. Takes no lock where there is nothing to bind. A folder that may only
 * be read stays as it is, and so does one in which another program writes: that one, or whoever opens it next, binds them.
 */
export function bindWaiting(db: Database): Result<null> {
  if (db.readonly || readChoices(db).length === 0) return success(null)
  const bound = attempt(() => transaction(db, () => bindMappings(db)))
  return bound.ok || bound.problem.code === 'database.locked' ? success(null) : bound
}

/**
 * Binds what new verdicts allow, once no credential is to be verified again any more: all that count take part in the choice, not only those of the first
 * transaction.
 */
export function bindAfterVerdicts(db: Database, importId: string | null): void {
  if (readOne(db, 'SELECT 1 FROM outstanding LIMIT 1') === undefined) bindMappings(db, undefined, importId)
}

/** What an undone import leaves without ground: what it led to, and bindings of achievements no badge names any more. Needs `:uri` and `:importId`. */
const groundlessSql = `NOT EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id IN (SELECT id FROM achievement WHERE uri = :uri) AND counting = 1)
  AND (import_id = :importId
       OR NOT EXISTS (SELECT 1 FROM credential WHERE credential.achievement_id IN (SELECT id FROM achievement WHERE uri = :uri)))`

/**
 * Takes bindings back that the rule made, where an import is undone: those it led to, and those of achievements no badge names any more. A binding stays as long
 * as a badge of the achievement counts, whoever issued it: undoing one import makes no other issuer's badges count.
 */
export function releaseMappings(db: Database, importId: string): void {
  const automatic = readAll<{ uri: string }>(
    db,
    `SELECT DISTINCT uri FROM achievement WHERE id IN (SELECT achievement_id FROM mapping WHERE bound IN ('origin', 'earliest'))`,
  )
  for (const { uri } of automatic) unbind(db, uri, groundlessSql, importId)
}
