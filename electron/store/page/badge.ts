import type { Output } from '../../../shared/contract'
import type { BadgeRow } from '../../../shared/contract/people'
import type { Credential } from '../../../shared/model/credential'
import { type Day, firstDay } from '../../../shared/model/day'
import { shownFrom, shownUntil } from '../../../shared/model/heldDays'
import type { SeenByAxis } from '../../../shared/model/kept'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import type { Level } from '../../../shared/model/skill'
import { type AxisName, type AxisValues, countingGrades, type Grade } from '../../../shared/model/verification'
import { heldSql, unmatchedSql } from '../coverage/counting'
import { otherIssuerProblems } from '../coverage/otherIssuer'
import { isIntact } from '../credential/original'
import { readVersionFacts } from '../credential/versionFacts'
import { currentOnSql } from '../credential/versionOn'
import { lastHeldDay } from '../credential/versionRule'
import { type Database, type Parameters, readAll, readOne } from '../database/statement'
import { readHistory } from '../verdict/history'

interface Row extends AxisValues {
  readonly credentialId: number
  readonly achievementId: number | null
  readonly achievementName: string | null
  readonly issuerName: string | null
  readonly claimedIssuerName: string | null
  readonly grade: Grade
  readonly counts: number
  readonly heldFrom: string
  readonly heldUntil: string
  readonly followedFrom: Day | null
  readonly contested: number
  readonly personId: number | null
}

/** The columns of a badge in a list. Needs `:on` and `:counted`. */
const rowSql = `credential.id AS credentialId, achievement_id AS achievementId, achievement_name AS achievementName, verification.issuer_name AS issuerName,
  claimed_issuer_name AS claimedIssuerName, credential.grade, held_from AS heldFrom, held_until AS heldUntil, followed_from AS followedFrom, contested,
  person_id AS personId,
  integrity, issuer, time, verification.status, schema, verification.recipient,
  (credential.grade IN (SELECT value FROM json_each(:counted)) AND ${heldSql.replace('status', 'credential.status')}) AS counts`

const fromSql = 'FROM credential JOIN verification ON verification.credential_id = credential.id AND verification.is_current = 1'

const skillsOf = (db: Database, achievementId: number | null): { skill: string; level: Level }[] =>
  achievementId === null
    ? []
    : readAll<{ skill: string; level: Level }>(
        db,
        'SELECT path AS skill, level FROM mapping_in_force JOIN skill ON skill.id = skill_id WHERE achievement_id = :achievementId ORDER BY skill.id',
        { achievementId },
      )

/** The recipient axis: a conflict comes from the verdict, matched or unmatched from the current match. */
const recipientOf = ({ recipient, personId }: Row): AxisValues['recipient'] =>
  recipient === 'conflict' ? 'conflict' : personId === null ? 'unmatched' : 'matched'

const badgeOf = (db: Database, row: Row): BadgeRow => ({
  credentialId: row.credentialId,
  achievementName: row.achievementName,
  issuerName: row.issuerName,
  claimedIssuerName: row.claimedIssuerName,
  grade: row.grade,
  axes: { integrity: row.integrity, issuer: row.issuer, time: row.time, status: row.status, schema: row.schema, recipient: recipientOf(row) },
  counts: row.counts === 1,
  contested: row.contested === 1,
  validFrom: shownFrom(row.heldFrom),
  validUntil: shownUntil(lastHeldDay(row.heldUntil, row.followedFrom)),
  skills: skillsOf(db, row.achievementId),
})

const counted = JSON.stringify(countingGrades)

/** A person's badges without versions that another one has followed by the day; those that count first. `personId` is the stored id. */
export const readBadgesOf = (db: Database, { personId, on }: { readonly personId: number; readonly on: Day }): BadgeRow[] =>
  readAll<Row>(db, `SELECT ${rowSql} ${fromSql} WHERE person_id = :personId AND ${currentOnSql} ORDER BY counts DESC, held_from DESC, credential.id`, {
    personId,
    on,
    counted,
  }).map((row) => badgeOf(db, row))

/** The recipient as the badge names it; null where it has only a hash. */
function recipientText({ recipients, recipientName }: Credential): string | null {
  for (const identity of recipients) {
    if (identity.kind === 'email') return identity.email
    if (identity.kind === 'did') return identity.did
    if (identity.kind === 'other') return identity.value
  }
  return recipientName
}

/** Unmatched badges, without rejected ones and versions without a day of their own. `counts` is false for all: an unmatched badge is in no count. */
export function readUnmatched(db: Database, { offset, limit }: { readonly offset: number; readonly limit: number }): Output<'people.unmatched'> {
  const total = readOne<{ count: number }>(db, `SELECT COUNT(*) AS count ${unmatchedSql}`)?.count ?? 0
  const parameters: Parameters = { on: firstDay, offset, limit, counted }
  const badges = readAll<Row & { source: string; document: string }>(
    db,
    `SELECT ${rowSql}, source, document ${fromSql} WHERE credential.id IN (SELECT id ${unmatchedSql} ORDER BY id LIMIT :limit OFFSET :offset) ORDER BY credential.id`,
    parameters,
  ).map((row) => ({ ...badgeOf(db, row), counts: false, source: row.source, recipient: recipientText(JSON.parse(row.document) as Credential) }))
  return { total, badges }
}

/** The verified text is cut after so many characters. */
const shownCharacters = 200_000

interface FullRow extends Row {
  readonly document: string
  readonly standard: string
  readonly container: string
  readonly proof: string | null
  readonly staffNumber: string | null
  readonly personName: string | null
  readonly personKana: string | null
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly text: string | null
  readonly contextDigest: string
  readonly verifiedAt: string
  readonly seen: string
  readonly problems: string
  readonly key: string | null
}

const pairs = (seen: SeenByAxis, axis: AxisName): [string, string][] => seen[axis].seen.map(({ kind, text }) => [kind, text])

/** The day of Japan on which the current verdict was made. */
const verdictDay = (db: Database, credentialId: number): string =>
  readOne<{ day: string }>(db, "SELECT date(at, '+9 hours') AS day FROM verification WHERE credential_id = :credentialId AND is_current = 1", { credentialId })
    ?.day ?? firstDay

/**
 * Everything about one badge: its content, its verdict with the problems found, and its history. Endorsements are not stored: the caller reads them from the original.
 *
 * @param on The day `counts` is about; the day of the verdict where it is left out.
 */
export function readBadge(
  db: Database,
  { credentialId, on = verdictDay(db, credentialId) }: { readonly credentialId: number; readonly on?: string },
): Result<Omit<Output<'badge.read'>, 'endorsements'>> {
  const row = readOne<FullRow>(
    db,
    `SELECT ${rowSql}, document, standard, container, proof, person.staff_number AS staffNumber, person.name AS personName, person.kana AS personKana,
            source, sha256, bytes, text, context_digest AS contextDigest, verification.at AS verifiedAt, seen, problems, credential_key AS key
     ${fromSql} JOIN original ON original.id = original_id LEFT JOIN person ON person.id = person_id WHERE credential.id = :credentialId`,
    { credentialId, on, counted },
  )
  if (row === undefined) return failure({ code: 'credential.not-found', detail: String(credentialId) })
  const credential = JSON.parse(row.document) as Credential
  const seen = JSON.parse(row.seen) as SeenByAxis
  const { replacedBy, rivals } = readVersionFacts(db, row)
  const intact = isIntact(row)
  return success({
    ...badgeOf(db, row),
    standard: row.standard,
    container: row.container,
    proof: row.proof,
    id: credential.id,
    issuerId: credential.issuer.id,
    achievementId: credential.achievement.id,
    description: credential.achievement.description,
    criteria: credential.achievement.criteria,
    recipientName: credential.recipientName,
    evidence: credential.evidence.map(({ name, description, url }) => ({ name, description, url })),
    staffNumber: row.staffNumber,
    personName: row.personName,
    personKana: row.personKana,
    source: row.source,
    sha256: row.sha256,
    contextDigest: row.contextDigest,
    verifiedAt: row.verifiedAt,
    seen: {
      integrity: pairs(seen, 'integrity'),
      issuer: pairs(seen, 'issuer'),
      time: pairs(seen, 'time'),
      status: pairs(seen, 'status'),
      schema: pairs(seen, 'schema'),
      recipient: pairs(seen, 'recipient'),
    },
    problems: [
      ...(JSON.parse(row.problems) as Problem[]),
      ...[...new Set(rivals.map(({ source }) => source))].map((detail): Problem => ({ code: 'credential.contested-id', detail })),
      ...otherIssuerProblems(db, credentialId),
      ...(intact ? [] : [{ code: 'original.damaged' as const }]),
    ],
    rawText: (row.text ?? (intact ? new TextDecoder().decode(row.bytes) : '')).slice(0, shownCharacters),
    history: readHistory(db, credentialId),
    replacedBy,
    replacedFrom: row.followedFrom,
    rivals: rivals.map(({ credentialId }) => credentialId),
  })
}
