import type { Outcome } from '../../shared/contract/importing'
import type { Container } from '../../shared/model/credential'
import type { JsonObject } from '../../shared/model/json'
import type { KeptCredential, KeptVerdict } from '../../shared/model/kept'
import type { Problem, Result } from '../../shared/model/problem'
import type { SupportType } from '../../shared/model/supportDocument'
import type { AxisValues, Grade } from '../../shared/model/verification'
import { achievementIdOf, addCredential, type Match, type Matched, personIdOf, recordMatch, setPerson } from './credential'
import { attempt } from './databaseProblem'
import { hangingIdOf } from './hanging'
import { saveOriginal } from './original'
import { type Database, readOne, transaction, write } from './statement'
import { saveSupport } from './support'
import { addFirstVerdict, addVerdictIfChanged } from './verification'
import { type Standing, settleVersionsOf } from './version'

interface FromFile {
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly ordinal: number
}

interface Judged extends FromFile {
  readonly container: Container
  readonly credential: KeptCredential
  readonly verdict: KeptVerdict
  /** The exact text that was verified; null where the file says it word for word. */
  readonly text: string | null
  /** Issuer and id taken together; null where the credential has no id. */
  readonly key: string | null
}

/** One thing that was looked at. What the intake hands over, with the person a credential was matched to. */
export type BatchItem =
  | (Judged & {
      readonly kind: 'credential'
      readonly person: Matched | null
      /** What the verdict hangs on, in the engine's own words, and the badge's own address where it is hosted. */
      readonly hangsOn: string
      readonly hostedUrl: string | null
    })
  | (Pick<Judged, 'source' | 'sha256' | 'verdict'> & { readonly kind: 'envelope' })
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
  readonly verdict?: KeptVerdict
  readonly achievementName?: string | null
  readonly sha256?: string
}

type Nullable<Values> = { readonly [Name in keyof Values]: Values[Name] | null }

const noVerdict: Nullable<AxisValues> & { readonly grade: null } = {
  grade: null,
  integrity: null,
  issuer: null,
  time: null,
  status: null,
  schema: null,
  recipient: null,
}

function addLine(db: Database, importId: string, sequence: number, source: string, line: Line): void {
  const verdict = line.verdict ?? noVerdict
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
      grade: verdict.grade,
      problemCode: line.problem?.code ?? null,
      problemAt: line.problem?.at ?? null,
      problemDetail: line.problem?.detail ?? null,
      supportType: line.supportType ?? null,
      credentialId: line.credentialId ?? null,
      supportId: line.supportId ?? null,
      integrity: verdict.integrity,
      issuer: verdict.issuer,
      time: verdict.time,
      status: verdict.status,
      schema: verdict.schema,
      recipient: verdict.recipient,
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

/** What has been looked up within one transaction, in which nobody else writes, and the edition of the address book people were looked for in. */
interface Found {
  readonly edition: number | null
  readonly people: Map<string, number | null>
  readonly achievements: Map<string, number>
  readonly hangings: Map<string, number>
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  const value = known.get(key)
  if (value !== undefined) return value
  const found = find(key)
  known.set(key, found)
  return found
}

/** Somebody who is no longer held is nobody. */
function matchOf(db: Database, person: Matched | null, { people }: Found): Match | null {
  const personId = person === null ? null : remembered(people, person.staffNumber, (staffNumber) => personIdOf(db, staffNumber))
  return person === null || personId === null ? null : { personId, identity: person.identity }
}

function saveCredential(db: Database, item: Extract<BatchItem, { kind: 'credential' }>, importId: string, at: string, found: Found): Line {
  const original = saveOriginal(db, item)
  const { ordinal, verdict, key, credential } = item
  const held = original.isNew
    ? undefined
    : readOne<{ id: number; person_id: number | null; key: string | null }>(
        db,
        'SELECT id, person_id, credential_key AS key FROM credential WHERE original_id = :originalId AND ordinal = :ordinal',
        { originalId: original.id, ordinal },
      )
  const match = matchOf(db, item.person, found)
  let credentialId: number
  const personId = held?.person_id ?? match?.personId ?? null
  if (held === undefined) {
    const uri = credential.achievementUri
    const achievementId = uri === null ? null : remembered(found.achievements, uri, () => achievementIdOf(db, uri))
    const hangingId = remembered(found.hangings, item.hangsOn, (addresses) => hangingIdOf(db, addresses))
    credentialId = addCredential(db, {
      ...item,
      originalId: original.id,
      importId,
      achievementId,
      hangingId,
      match,
      sought: match === null ? found.edition : null,
    })
    addFirstVerdict(db, { credentialId, verdict, at, importId })
    if (match !== null) recordMatch(db, { credentialId, ...match, at, importId })
  } else {
    credentialId = held.id
    addVerdictIfChanged(db, { credentialId, verdict, at, importId })
    if (held.person_id === null && match !== null) setPerson(db, { credentialId, ...match, at, importId })
  }
  const standing = settleVersionsOf(db, { credentialId, key: held === undefined ? key : held.key, at })
  return {
    outcome: outcomeOf(verdict.grade, personId, held !== undefined, standing),
    credentialId,
    verdict,
    achievementName: credential.achievementName,
    sha256: item.sha256,
    ...(verdict.reason === undefined ? {} : { problem: verdict.reason }),
  }
}

function saveItem(db: Database, item: Exclude<BatchItem, { kind: 'envelope' }>, importId: string, at: string, found: Found): Line {
  switch (item.kind) {
    case 'credential':
      return saveCredential(db, item, importId, at, found)
    case 'support': {
      const problem = item.problems[0]
      return {
        outcome: 'support',
        supportId: saveSupport(db, { ...item, originalId: saveOriginal(db, item).id, importId }),
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

const addEnvelope = (db: Database, { sha256, source, verdict }: Extract<BatchItem, { kind: 'envelope' }>, importId: string): void => {
  const { integrity, issuer, time, status, schema, recipient, proof, problems } = verdict
  write(db, 'INSERT INTO envelope (import_id, sha256, source, grade, verdict) VALUES (:importId, :sha256, :source, :grade, :verdict)', {
    importId,
    sha256,
    source,
    grade: verdict.grade,
    verdict: `{"axes":${JSON.stringify({ integrity, issuer, time, status, schema, recipient })},"proof":${JSON.stringify(proof)},"problems":${problems}}`,
  })
}

/**
 * Saves a batch of an import and how far the import has come, in one transaction: what was acknowledged is never lost, and what was not
 * acknowledged is looked at again.
 *
 * The same file bytes at the same place in the file are the same credential: importing them again writes to the import's own log alone, unless
 * the verdict has changed or the person is known only now.
 *
 * @param cursor The engine's own words for where to go on.
 * @param done Things looked at so far, this batch included.
 * @param edition The edition of the address book people were looked for in; null where they are to be looked for yet.
 * @returns one outcome for each item, in their order.
 */
export const saveBatch = (
  db: Database,
  {
    importId,
    items,
    cursor,
    done,
    edition = null,
  }: {
    readonly importId: string
    readonly items: readonly BatchItem[]
    readonly cursor: string | null
    readonly done: number
    readonly edition?: number | null
  },
): Result<readonly BatchOutcome[]> =>
  attempt(() =>
    transaction(db, () => {
      const { at } = readOne<{ at: string }>(db, 'SELECT at FROM import WHERE id = :importId', { importId })!
      let sequence = readOne<{ last: number | null }>(db, 'SELECT MAX(sequence) AS last FROM import_item WHERE import_id = :importId', { importId })?.last ?? 0
      const found: Found = { edition, people: new Map(), achievements: new Map(), hangings: new Map() }
      const outcomes = items.map((item): BatchOutcome => {
        if (item.kind === 'envelope') {
          addEnvelope(db, item, importId)
          return { outcome: null, credentialId: null }
        }
        const line = saveItem(db, item, importId, at, found)
        sequence += 1
        addLine(db, importId, sequence, item.source, line)
        return { outcome: line.outcome, credentialId: line.credentialId ?? null }
      })
      write(db, 'UPDATE import SET cursor = :cursor, done = :done WHERE id = :importId', { importId, cursor, done })
      return outcomes
    }),
  )
