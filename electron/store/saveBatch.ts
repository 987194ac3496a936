import type { Outcome } from '../../shared/contract/importing'
import type { Container, Credential } from '../../shared/model/credential'
import { decisiveProblem } from '../../shared/model/decisive'
import type { JsonObject } from '../../shared/model/json'
import type { Problem, Result } from '../../shared/model/problem'
import type { SupportType } from '../../shared/model/supportDocument'
import { type AxisValues, axisValues, type Grade, type Verification } from '../../shared/model/verification'
import { addCredential, type Match, type Matched, personIdOf, recordMatch, setPerson } from './credential'
import { attempt } from './databaseProblem'
import { saveOriginal } from './original'
import { type Database, readOne, transaction, write } from './statement'
import { saveSupport } from './support'
import { addVerdict, addVerdictIfChanged } from './verification'
import { type Standing, settleVersions } from './version'

interface FromFile {
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly ordinal: number
}

interface Judged extends FromFile {
  readonly container: Container
  readonly credential: Credential
  readonly verification: Verification
  /** The exact text that was verified. */
  readonly text: string
  /** Issuer and id taken together; null where the credential has no id. */
  readonly key: string | null
}

/** One thing that was looked at. What the intake hands over, with the person a credential was matched to. */
export type BatchItem =
  | (Judged & { readonly kind: 'credential'; readonly person: Matched | null })
  | (Judged & { readonly kind: 'envelope' })
  | (FromFile & {
      readonly kind: 'support'
      readonly type: SupportType
      readonly id: string | null
      readonly text: string
      readonly problems: readonly Problem[]
      /** The document as values; where it is left out, it is read from the text. */
      readonly document?: JsonObject
    })
  | { readonly kind: 'unreadable'; readonly source: string; readonly problem: Problem }
  | { readonly kind: 'ignored'; readonly source: string }

/** What became of one thing of a batch. An envelope is counted nowhere: its outcome is null. */
export interface BatchOutcome {
  readonly outcome: Outcome | null
  readonly credentialId: number | null
}

interface Line {
  readonly outcome: Outcome
  readonly credentialId?: number
  readonly supportId?: number
  readonly supportType?: string
  readonly problem?: Problem
  readonly verification?: Verification
  readonly achievementName?: string | null
  readonly sha256?: string
}

const noAxes: { readonly [Axis in keyof AxisValues]: null } = { integrity: null, issuer: null, time: null, status: null, schema: null, recipient: null }

function addLine(db: Database, importId: string, sequence: number, source: string, line: Line): void {
  write(
    db,
    `INSERT INTO import_item
       (import_id, sequence, outcome, grade, problem_code, problem_at, problem_detail, support_type, credential_id, support_id,
        integrity, issuer, time, status, schema, recipient, source, achievement_name, sha256)
     VALUES
       (:importId, :sequence, :outcome, :grade, :problemCode, :problemAt, :problemDetail, :supportType, :credentialId, :supportId,
        :integrity, :issuer, :time, :status, :schema, :recipient, :source, :achievementName, :sha256)`,
    {
      importId,
      sequence,
      source,
      outcome: line.outcome,
      grade: line.verification?.grade ?? null,
      problemCode: line.problem?.code ?? null,
      problemAt: line.problem?.at ?? null,
      problemDetail: line.problem?.detail ?? null,
      supportType: line.supportType ?? null,
      credentialId: line.credentialId ?? null,
      supportId: line.supportId ?? null,
      ...(line.verification === undefined ? noAxes : axisValues(line.verification.axes)),
      achievementName: line.achievementName ?? null,
      sha256: line.sha256 ?? null,
    },
  )
}

/** Each credential falls in exactly one: refused first, then nobody's, then by what it is to the versions already held. */
function outcomeOf(grade: Grade, personId: number | null, alreadyHeld: boolean, { others, winner }: Standing): Outcome {
  if (grade === 'rejected') return 'rejected'
  if (personId === null) return 'unmatched'
  if (alreadyHeld || !winner) return 'duplicate'
  return others > 0 ? 'replaced' : 'new'
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The verified text, unless the file says it word for word: then the file is enough. */
const textBeside = ({ container, text, bytes }: Judged): string | null =>
  (container === 'json' || container === 'jws') && bytes.byteLength < 4 * text.length + 4 && decoder.decode(bytes) === text ? null : text

/** Somebody who is no longer held is nobody. */
function matchOf(db: Database, person: Matched | null): Match | null {
  const personId = person === null ? null : personIdOf(db, person.staffNumber)
  return person === null || personId === null ? null : { personId, identity: person.identity }
}

function saveCredential(db: Database, item: Judged & { readonly person: Matched | null }, importId: string, at: string): Line {
  const originalId = saveOriginal(db, item)
  const held = readOne<{ id: number; person_id: number | null }>(
    db,
    'SELECT id, person_id FROM credential WHERE original_id = :originalId AND ordinal = :ordinal',
    { originalId, ordinal: item.ordinal },
  )
  const { verification } = item
  const match = matchOf(db, item.person)
  let credentialId: number
  const personId = held?.person_id ?? match?.personId ?? null
  if (held === undefined) {
    credentialId = addCredential(db, { ...item, originalId, importId, text: textBeside(item), match })
    addVerdict(db, { credentialId, verification, at, importId })
    if (match !== null) recordMatch(db, { credentialId, ...match, at, importId })
  } else {
    credentialId = held.id
    addVerdictIfChanged(db, { credentialId, verification, at, importId })
    if (held.person_id === null && match !== null) setPerson(db, { credentialId, ...match, at, importId })
  }
  const standing = settleVersions(db, { credentialId, at })
  const outcome = outcomeOf(verification.grade, personId, held !== undefined, standing)
  // The import tells each rejected badge's reason: what rejects it, not what was remarked of its key before.
  const problem = decisiveProblem(verification.grade, verification.problems) ?? verification.problems[0]
  return {
    outcome,
    credentialId,
    verification,
    achievementName: item.credential.achievement.name ?? item.credential.name,
    sha256: item.sha256,
    ...(problem === undefined ? {} : { problem }),
  }
}

function saveItem(db: Database, item: Exclude<BatchItem, { kind: 'envelope' }>, importId: string, at: string): Line {
  switch (item.kind) {
    case 'credential':
      return saveCredential(db, item, importId, at)
    case 'support': {
      const problem = item.problems[0]
      return {
        outcome: 'support',
        supportId: saveSupport(db, { ...item, originalId: saveOriginal(db, item), importId }),
        supportType: item.type,
        sha256: item.sha256,
        ...(problem === undefined ? {} : { problem }),
      }
    }
    case 'unreadable':
      return { outcome: 'unreadable', problem: item.problem }
    case 'ignored':
      return { outcome: 'ignored' }
  }
}

const addEnvelope = (db: Database, { sha256, source, verification }: Judged, importId: string): void =>
  void write(db, 'INSERT INTO envelope (import_id, sha256, source, grade, verdict) VALUES (:importId, :sha256, :source, :grade, :verdict)', {
    importId,
    sha256,
    source,
    grade: verification.grade,
    verdict: JSON.stringify({ axes: axisValues(verification.axes), proof: verification.proof, problems: verification.problems }),
  })

/**
 * Saves a batch of an import and how far the import has come, in one transaction: what was acknowledged is never lost, and what was not
 * acknowledged is looked at again.
 *
 * The same file bytes at the same place in the file are the same credential: importing them again writes to the import's own log alone, unless
 * the verdict has changed or the person is known only now.
 *
 * @param cursor The engine's own words for where to go on.
 * @param done Things looked at so far, this batch included.
 * @returns one outcome for each item, in their order.
 */
export const saveBatch = (
  db: Database,
  { importId, items, cursor, done }: { readonly importId: string; readonly items: readonly BatchItem[]; readonly cursor: string | null; readonly done: number },
): Result<readonly BatchOutcome[]> =>
  attempt(() =>
    transaction(db, () => {
      const { at } = readOne<{ at: string }>(db, 'SELECT at FROM import WHERE id = :importId', { importId })!
      let sequence = readOne<{ last: number | null }>(db, 'SELECT MAX(sequence) AS last FROM import_item WHERE import_id = :importId', { importId })?.last ?? 0
      const outcomes = items.map((item): BatchOutcome => {
        if (item.kind === 'envelope') {
          addEnvelope(db, item, importId)
          return { outcome: null, credentialId: null }
        }
        const line = saveItem(db, item, importId, at)
        sequence += 1
        addLine(db, importId, sequence, item.source, line)
        return { outcome: line.outcome, credentialId: line.credentialId ?? null }
      })
      write(db, 'UPDATE import SET cursor = :cursor, done = :done WHERE id = :importId', { importId, cursor, done })
      return outcomes
    }),
  )
