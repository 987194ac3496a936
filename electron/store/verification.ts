import type { Reason } from '../../shared/contract/parts'
import type { JsonValue } from '../../shared/model/json'
import type { Problem, Result } from '../../shared/model/problem'
import { type Axes, type AxisName, type AxisValues, axisValues, type Grade, type Verification } from '../../shared/model/verification'
import type { Act } from './act'
import { appendAudit } from './audit'
import { type Completed, saveCompleted } from './completed'
import { attempt } from './databaseProblem'
import { forgetOutstanding } from './outstanding'
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

export interface NewVerdict {
  readonly credentialId: number
  readonly verification: Verification
  readonly at: string
  /** The import that brought it about, so that undoing takes it back. */
  readonly importId: string | null
  /** Why it was made; `import` where nothing is said. */
  readonly why?: Reason
  /** Which verification of many it is part of. */
  readonly run?: number
}

/** Adds a verdict to a credential's history and makes it the current one. */
export function addVerdict(db: Database, { credentialId, verification, at, importId, why = 'import', run }: NewVerdict): void {
  write(db, 'UPDATE verification SET is_current = 0 WHERE credential_id = :credentialId AND is_current = 1', { credentialId })
  write(
    db,
    `INSERT INTO verification
       (credential_id, import_id, is_current, at, grade, integrity, issuer, time, status, schema, recipient, proof, issuer_name, problems, seen,
        context_digest, made_at, why, run)
     VALUES
       (:credentialId, :importId, 1, :at, :grade, :integrity, :issuer, :time, :status, :schema, :recipient, :proof, :issuerName, :problems, :seen,
        :contextDigest, :at, :why, :run)`,
    {
      credentialId,
      importId,
      at,
      why,
      run: run ?? null,
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
export function addVerdictIfChanged(db: Database, verdict: NewVerdict): boolean {
  const stored = currentVerdict(db, verdict.credentialId)
  if (stored !== undefined && saysTheSame(stored, verdict.verification)) return false
  addVerdict(db, verdict)
  showVerdict(db, verdict.credentialId)
  return true
}

/** What was said of a credential before and after. */
export interface SavedChange {
  readonly credentialId: number
  readonly before: AxisValues & { readonly grade: Grade }
  readonly after: AxisValues & { readonly grade: Grade }
}

/** Numbers grow with what is held and are given only with a change: a verification that changed nothing leaves no trace. */
const nextRun = (db: Database): number =>
  (readOne<{ last: number | null }>(db, 'SELECT MAX(run) AS last FROM verification WHERE run IS NOT NULL')?.last ?? 0) + 1

/**
 * Saves the verdicts of a new verification of held credentials, all or none.
 * Where `completed` is given, what is shown of the credential is brought up to date with it.
 * A verdict that says the same as the current one adds nothing to the history: only what was looked at, and when, is brought up to date.
 *
 * @param importId The import whose supporting documents were the reason; undoing it takes these verdicts back.
 * @param why The reason kept with each verdict that changed.
 * @param run The number the earlier part of the same verification was given; left out or null until something has changed.
 * @param asked The last request to judge them again that this answers: up to it, none of them is outstanding any more.
 * @returns what changed, and the number it is remembered by.
 */
export const saveVerification = (
  db: Database,
  {
    verifications,
    importId = null,
    why = 'documents',
    run = null,
    asked = 0,
    ...act
  }: {
    readonly verifications: readonly { readonly credentialId: number; readonly verification: Verification; readonly completed?: Completed }[]
    readonly importId?: string | null
    readonly why?: Reason
    readonly run?: number | null
    readonly asked?: number
  } & Act,
): Result<{ readonly changed: number; readonly changes: readonly SavedChange[]; readonly run: number | null }> =>
  attempt(() =>
    transaction(db, () => {
      const changes: SavedChange[] = []
      let number = run
      for (const { credentialId, verification, completed } of verifications) {
        if (completed !== undefined) saveCompleted(db, credentialId, completed, act.at)
        const before = currentVerdict(db, credentialId)
        if (before !== undefined && saysTheSame(before, verification)) {
          bringUpToDate(db, credentialId, verification, act.at)
          continue
        }
        number ??= nextRun(db)
        addVerdict(db, { credentialId, verification, at: act.at, importId, why, run: number })
        showVerdict(db, credentialId)
        settleVersions(db, { credentialId, at: act.at })
        const after = { grade: verification.grade, ...axisValues(verification.axes) }
        changes.push({ credentialId, before: before ?? after, after })
        const detail: JsonValue = { from: before?.grade ?? null, to: after.grade, contextDigest: verification.contextDigest }
        appendAudit(db, { ...act, action: 'credential.verify-again', subject: String(credentialId), detail })
      }
      forgetOutstanding(db, { credentialIds: verifications.map(({ credentialId }) => credentialId), upTo: asked })
      return { changed: changes.length, changes, run: number }
    }),
  )

const bringUpToDate = (db: Database, credentialId: number, { axes, contextDigest }: Verification, at: string): void =>
  void write(db, 'UPDATE verification SET at = :at, seen = :seen, context_digest = :contextDigest WHERE credential_id = :credentialId AND is_current = 1', {
    credentialId,
    at,
    seen: JSON.stringify(seenByAxis(axes)),
    contextDigest,
  })
