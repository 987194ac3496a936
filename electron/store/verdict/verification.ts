import type { Reason } from '../../../shared/contract/parts'
import type { JsonValue } from '../../../shared/model/json'
import type { KeptVerdict } from '../../../shared/model/kept'
import type { Result } from '../../../shared/model/problem'
import type { AxisValues, Grade } from '../../../shared/model/verification'
import { bindAfterVerdicts } from '../coverage/binding'
import { type Completed, saveCompleted } from '../credential/completed'
import { keysOf, settleKeys } from '../credential/version'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readOne, transaction, write } from '../database/statement'
import { deletePending } from './pending'

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

/** Are two verdicts equal for their readers? The recipient follows from the match and not from the verdict, unless it is in conflict. */
const isSameVerdict = (stored: StoredVerdict, verdict: KeptVerdict): boolean =>
  stored.grade === verdict.grade &&
  stored.integrity === verdict.integrity &&
  stored.issuer === verdict.issuer &&
  stored.time === verdict.time &&
  stored.status === verdict.status &&
  stored.schema === verdict.schema &&
  (stored.recipient === 'conflict') === (verdict.recipient === 'conflict') &&
  stored.proof === verdict.proof &&
  stored.issuer_name === verdict.issuerName &&
  stored.problems === verdict.problems

export const currentVerdict = (db: Database, credentialId: number): StoredVerdict | undefined =>
  readOne<StoredVerdict>(db, 'SELECT * FROM verification WHERE credential_id = :credentialId AND is_current = 1', { credentialId })

/** Copies grade and status of the current verdict to the credential, for counting. */
export const showVerdict = (db: Database, credentialId: number): void =>
  void write(
    db,
    `UPDATE credential SET (grade, status) = (SELECT grade, status FROM verification WHERE credential_id = :credentialId AND is_current = 1)
     WHERE id = :credentialId`,
    { credentialId },
  )

export interface NewVerdict {
  readonly credentialId: number
  readonly verdict: KeptVerdict
  readonly at: string
  /** The import that caused the verdict; undoing the import removes the verdict. */
  readonly importId: string | null
  /** Why it was made; `import` where it is left out. */
  readonly why?: Reason
  /** Which verification of many it is part of. */
  readonly run?: number
}

/** Adds the first verdict of a credential. */
export function addFirstVerdict(db: Database, { credentialId, verdict, at, importId, why = 'import', run }: NewVerdict): void {
  const { reason: _inImportLine, countable: _onCredential, ...columns } = verdict
  write(
    db,
    `INSERT INTO verification
       (credential_id, import_id, is_current, at, grade, integrity, issuer, time, status, schema, recipient, proof, issuer_name, problems, seen,
        context_digest, made_at, why, run)
     VALUES
       (:credentialId, :importId, 1, :at, :grade, :integrity, :issuer, :time, :status, :schema, :recipient, :proof, :issuerName, :problems, :seen,
        :contextDigest, :at, :why, :run)`,
    { ...columns, credentialId, importId, at, why, run: run ?? null },
  )
}

/** Adds a verdict to a credential's history and makes it the current one. */
export function addVerdict(db: Database, verdict: NewVerdict): void {
  write(db, 'UPDATE verification SET is_current = 0 WHERE credential_id = :credentialId AND is_current = 1', { credentialId: verdict.credentialId })
  addFirstVerdict(db, verdict)
}

/** Writes to the credential whether it can count at all. It follows from the bytes; a newer version of the program may read them differently. */
const showCountable = (db: Database, credentialId: number, { countable }: KeptVerdict): void =>
  void write(db, 'UPDATE credential SET countable = :countable WHERE id = :credentialId AND countable <> :countable', {
    credentialId,
    countable: countable ? 1 : 0,
  })

/** Adds the verdict where it differs from the current one. @returns whether it did. */
export function addVerdictIfChanged(db: Database, verdict: NewVerdict): boolean {
  showCountable(db, verdict.credentialId, verdict.verdict)
  const stored = currentVerdict(db, verdict.credentialId)
  if (stored !== undefined && isSameVerdict(stored, verdict.verdict)) return false
  addVerdict(db, verdict)
  showVerdict(db, verdict.credentialId)
  return true
}

/** The verdict of a credential before and after. */
export interface SavedChange {
  readonly credentialId: number
  readonly before: AxisValues & { readonly grade: Grade }
  readonly after: AxisValues & { readonly grade: Grade }
}

/** The number of a new run. It is given with the first change only: a verification that changed nothing leaves no trace. */
const nextRun = (db: Database): number =>
  (readOne<{ last: number | null }>(db, 'SELECT MAX(run) AS last FROM verification WHERE run IS NOT NULL')?.last ?? 0) + 1

/**
 * Saves the new verdicts of stored credentials, all or none.
 * Where `completed` is given, what is shown of the credential is updated with it.
 * A verdict that is the same as the current one adds nothing to the history: only what was seen, and when, is updated.
 *
 * @param importId The import whose supporting documents were the reason; undoing it removes these verdicts.
 * @param why The reason stored with each verdict that changed.
 * @param run The number the earlier part of the same verification was given; left out or null until something has changed.
 * @param asked The last request this fulfils: up to it, none of these credentials is pending any more.
 * @returns what changed, and the number of the run.
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
    readonly verifications: readonly { readonly credentialId: number; readonly verdict: KeptVerdict; readonly completed?: Completed }[]
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
      for (const { credentialId, verdict, completed } of verifications) {
        if (completed !== undefined) saveCompleted(db, credentialId, completed, act.at)
        showCountable(db, credentialId, verdict)
        const before = currentVerdict(db, credentialId)
        // Removed while it was verified: another program undoes its import.
        if (before === undefined) continue
        if (isSameVerdict(before, verdict)) {
          updateSeen(db, credentialId, verdict, act.at)
          continue
        }
        number ??= nextRun(db)
        addVerdict(db, { credentialId, verdict, at: act.at, importId, why, run: number })
        showVerdict(db, credentialId)
        const { grade, integrity, issuer, time, status, schema, recipient } = verdict
        const after = { grade, integrity, issuer, time, status, schema, recipient }
        changes.push({ credentialId, before, after })
        const detail: JsonValue = { from: before.grade, to: after.grade, contextDigest: verdict.contextDigest }
        appendAudit(db, { ...act, action: 'credential.verify-again', subject: String(credentialId), detail })
      }
      settleKeys(db, {
        keys: keysOf(
          db,
          changes.map(({ credentialId }) => credentialId),
        ),
        at: act.at,
      })
      deletePending(db, { credentialIds: verifications.map(({ credentialId }) => credentialId), upTo: asked })
      bindAfterVerdicts(db, importId)
      return { changed: changes.length, changes, run: number }
    }),
  )

/** Updates what was seen for a verdict, and when. */
const updateSeen = (db: Database, credentialId: number, { seen, contextDigest }: KeptVerdict, at: string): void =>
  void write(db, 'UPDATE verification SET at = :at, seen = :seen, context_digest = :contextDigest WHERE credential_id = :credentialId AND is_current = 1', {
    credentialId,
    at,
    seen,
    contextDigest,
  })
