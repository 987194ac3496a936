import type { JsonValue } from '../../shared/model/json'
import type { Problem, Result } from '../../shared/model/problem'
import { type Axes, type AxisName, type AxisValues, axisValues, type Grade, type Verification } from '../../shared/model/verification'
import type { Act } from './act'
import { appendAudit } from './audit'
import { attempt } from './databaseProblem'
import { type Database, readOne, transaction, write } from './statement'
import { settleVersions } from './version'

/** The current verdict of a credential, as stored. */
export interface StoredVerdict extends AxisValues {
  readonly id: number
  readonly at: string
  readonly grade: Grade
  readonly proof: string | null
  readonly issuer_name: string | null
  readonly problems: string
  readonly seen: string
  readonly context_digest: string
}

/** What was looked at for one axis, and where in the document it failed. */
export type SeenByAxis = { readonly [Axis in AxisName]: { readonly seen: Axes[Axis]['seen']; readonly at?: string } }

const seenByAxis = (axes: Axes): SeenByAxis => {
  const of = (axis: AxisName) => ({ seen: axes[axis].seen, ...(axes[axis].at === undefined ? {} : { at: axes[axis].at }) })
  return { integrity: of('integrity'), issuer: of('issuer'), time: of('time'), status: of('status'), schema: of('schema'), recipient: of('recipient') }
}

const problemsJson = (problems: readonly Problem[]): string => JSON.stringify(problems)

/** Would somebody be told something else than before? The recipient is told by the match, not by the verdict, unless the two conflict. */
function saysTheSame(stored: StoredVerdict, verification: Verification): boolean {
  const axes = axisValues(verification.axes)
  return (
    stored.grade === verification.grade &&
    stored.integrity === axes.integrity &&
    stored.issuer === axes.issuer &&
    stored.time === axes.time &&
    stored.status === axes.status &&
    stored.schema === axes.schema &&
    (stored.recipient === 'conflict') === (axes.recipient === 'conflict') &&
    stored.proof === verification.proof &&
    stored.issuer_name === verification.issuerName &&
    stored.problems === problemsJson(verification.problems)
  )
}

export const currentVerdict = (db: Database, credentialId: number): StoredVerdict | undefined =>
  readOne<StoredVerdict>(db, 'SELECT * FROM verification WHERE credential_id = :credentialId AND is_current = 1', { credentialId })

/** Copies what counting needs from the current verdict to the credential itself. */
export const showVerdict = (db: Database, credentialId: number): void =>
  void write(
    db,
    `UPDATE credential SET (grade, status) = (SELECT grade, status FROM verification WHERE credential_id = :credentialId AND is_current = 1)
     WHERE id = :credentialId`,
    { credentialId },
  )

/** Adds a verdict to a credential's history and makes it the current one. `importId` names the import that brought it about, so that undoing takes it back. */
export function addVerdict(
  db: Database,
  {
    credentialId,
    verification,
    at,
    importId,
  }: { readonly credentialId: number; readonly verification: Verification; readonly at: string; readonly importId: string | null },
): void {
  write(db, 'UPDATE verification SET is_current = 0 WHERE credential_id = :credentialId AND is_current = 1', { credentialId })
  write(
    db,
    `INSERT INTO verification
       (credential_id, import_id, is_current, at, grade, integrity, issuer, time, status, schema, recipient, proof, issuer_name, problems, seen, context_digest)
     VALUES
       (:credentialId, :importId, 1, :at, :grade, :integrity, :issuer, :time, :status, :schema, :recipient, :proof, :issuerName, :problems, :seen, :contextDigest)`,
    {
      credentialId,
      importId,
      at,
      grade: verification.grade,
      ...axisValues(verification.axes),
      proof: verification.proof,
      issuerName: verification.issuerName,
      problems: problemsJson(verification.problems),
      seen: JSON.stringify(seenByAxis(verification.axes)),
      contextDigest: verification.contextDigest,
    },
  )
}

/** Adds the verdict where it says something new. @returns whether it did. */
export function addVerdictIfChanged(db: Database, verdict: Parameters<typeof addVerdict>[1]): boolean {
  const stored = currentVerdict(db, verdict.credentialId)
  if (stored !== undefined && saysTheSame(stored, verdict.verification)) return false
  addVerdict(db, verdict)
  showVerdict(db, verdict.credentialId)
  return true
}

/**
 * Saves the verdicts of a new verification of held credentials, all or none.
 * A verdict that says the same as the current one adds nothing to the history: only what was looked at, and when, is brought up to date.
 *
 * @param importId The import whose supporting documents were the reason; undoing it takes these verdicts back.
 * @returns how many verdicts changed.
 */
export const saveVerification = (
  db: Database,
  {
    verifications,
    importId = null,
    ...act
  }: {
    readonly verifications: readonly { readonly credentialId: number; readonly verification: Verification }[]
    readonly importId?: string | null
  } & Act,
): Result<{ readonly changed: number }> =>
  attempt(() =>
    transaction(db, () => {
      let changed = 0
      for (const { credentialId, verification } of verifications) {
        const before = currentVerdict(db, credentialId)?.grade ?? null
        if (addVerdictIfChanged(db, { credentialId, verification, at: act.at, importId })) {
          changed += 1
          settleVersions(db, { credentialId, at: act.at })
          const detail: JsonValue = { from: before, to: verification.grade, contextDigest: verification.contextDigest }
          appendAudit(db, { ...act, action: 'credential.verify-again', subject: String(credentialId), detail })
        } else {
          write(db, 'UPDATE verification SET at = :at, seen = :seen, context_digest = :contextDigest WHERE credential_id = :credentialId AND is_current = 1', {
            credentialId,
            at: act.at,
            seen: JSON.stringify(seenByAxis(verification.axes)),
            contextDigest: verification.contextDigest,
          })
        }
      }
      return { changed }
    }),
  )
