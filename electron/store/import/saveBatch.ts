import type { Outcome } from '../../../shared/contract/importing'
import type { FoundBadge, FoundEnvelope, FoundSupport, Ignored, Unreadable } from '../../../shared/model/found'
import type { Result } from '../../../shared/model/problem'
import { countsOnItsDays, type Grade } from '../../../shared/model/verification'
import { bindMappings } from '../coverage/binding'
import { type AmongVersions, amongVersions } from '../credential/amongVersions'
import { achievementIdOf, addCredential, type Match, type Matched, personIdOf, recordMatch, setPerson } from '../credential/credential'
import { addMissed } from '../credential/missedHash'
import { saveOriginal } from '../credential/original'
import { saveSupport } from '../credential/support'
import { attempt } from '../database/databaseProblem'
import { type Database, readOne, transaction, write } from '../database/statement'
import { dependenciesIdOf } from '../verdict/dependencies'
import { addFirstVerdict, addVerdictIfChanged } from '../verdict/verification'
import { addLines, type Line } from './importLine'

/** One thing an import found, with the person a credential was matched to. */
export type BatchItem =
  | (FoundBadge & {
      readonly person: Matched | null
      /** Questions (hex) of its hashed recipients that match no person. */
      readonly missed?: readonly string[]
      /** Its people were not searched for everywhere: that waits until a user asks for it. */
      readonly putOff?: boolean
    })
  | FoundEnvelope
  | FoundSupport
  | Unreadable
  | Ignored

/** The outcome of one thing of a batch. An envelope is counted nowhere: its outcome is null. */
export interface BatchOutcome {
  readonly outcome: Outcome | null
  readonly credentialId: number | null
}

/** The outcome of a credential: rejected first, then unmatched, then by comparison with the stored versions. */
function outcomeOf(grade: Grade, personId: number | null, among: 'new' | 'replaced' | 'duplicate'): Outcome {
  if (grade === 'rejected') return 'rejected'
  return personId === null ? 'unmatched' : among
}

/** Stored ids that were looked up within one transaction, and the revision of the address book in which people were matched. */
interface LookedUp {
  readonly revision: number | null
  readonly people: Map<string, number | null>
  /** By issuer and address. */
  readonly achievements: Map<string, number>
  readonly dependencies: Map<string, number>
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  const value = known.get(key)
  if (value !== undefined) return value
  const found = find(key)
  known.set(key, found)
  return found
}

/** The match by stored id; null where the person is no longer stored. */
function matchOf(db: Database, person: Matched | null, { people }: LookedUp): Match | null {
  const personId = person === null ? null : remembered(people, person.staffNumber, (staffNumber) => personIdOf(db, staffNumber))
  return person === null || personId === null ? null : { personId, identity: person.identity }
}

type CredentialItem = Extract<BatchItem, { kind: 'credential' }>

/** What the saving of one batch shares. */
interface Place {
  readonly importId: string
  readonly at: string
  readonly known: LookedUp
  readonly among: AmongVersions
}

/** Adds a credential. @returns its id, its person, and the comparison with the stored versions. */
function saveNew(db: Database, item: CredentialItem, originalId: number, { importId, at, known, among }: Place) {
  const { verdict, key } = item
  const { achievementUri: uri, issuerId } = item.credential
  const match = matchOf(db, item.person, known)
  const outcome = key === null ? 'new' : among.add({ ...item, key })
  const credentialId = addCredential(db, item, {
    originalId,
    importId,
    achievementId: uri === null ? null : remembered(known.achievements, JSON.stringify([issuerId, uri]), () => achievementIdOf(db, { uri, issuerId })),
    dependenciesId: remembered(known.dependencies, item.dependencies, (addresses) => dependenciesIdOf(db, addresses)),
    match,
    sought: match === null && item.putOff !== true ? known.revision : null,
  })
  addFirstVerdict(db, { credentialId, verdict, at, importId })
  if (match !== null) recordMatch(db, { credentialId, personId: match.personId, identity: match.identity, at, importId })
  return { credentialId, personId: match?.personId ?? null, outcome }
}

interface StoredCredential {
  readonly id: number
  readonly person_id: number | null
  readonly key: string | null
}

/** Updates a stored credential: its verdict, and its person where it was unmatched. */
function saveStored(db: Database, { verdict, person }: CredentialItem, stored: StoredCredential, { importId, at, known, among }: Place) {
  const credentialId = stored.id
  if (addVerdictIfChanged(db, { credentialId, verdict, at, importId })) among.changed(stored.key)
  const match = stored.person_id === null ? matchOf(db, person, known) : null
  if (match !== null) setPerson(db, { credentialId, ...match, at, importId })
  return { credentialId, personId: stored.person_id ?? match?.personId ?? null, outcome: 'duplicate' as const }
}

function saveCredential(db: Database, item: CredentialItem, place: Place): Line {
  const { verdict, missed = [] } = item
  const { revision } = place.known
  if (revision !== null) addMissed(db, { questions: missed, revision, importId: place.importId })
  const original = saveOriginal(db, item)
  const stored = original.isNew
    ? undefined
    : readOne<StoredCredential>(db, 'SELECT id, person_id, credential_key AS key FROM credential WHERE original_id = :originalId AND ordinal = :ordinal', {
        originalId: original.id,
        ordinal: item.ordinal,
      })
  const { credentialId, personId, outcome } = stored === undefined ? saveNew(db, item, original.id, place) : saveStored(db, item, stored, place)
  return {
    source: item.source,
    outcome: outcomeOf(verdict.grade, personId, outcome),
    credentialId,
    verdict,
    achievementName: item.credential.achievementName,
    sha256: item.sha256,
    problem: verdict.reason,
  }
}

function saveItem(db: Database, item: Exclude<BatchItem, { kind: 'envelope' }>, place: Place): Line {
  const { source } = item
  switch (item.kind) {
    case 'credential':
      return saveCredential(db, item, place)
    case 'support':
      return {
        source,
        outcome: 'support',
        supportId: saveSupport(db, { ...item, originalId: saveOriginal(db, item).id, importId: place.importId }),
        supportType: item.type,
        sha256: item.sha256,
        problem: item.problems[0],
      }
    case 'unreadable':
      return { source, outcome: 'unreadable', problem: item.problem }
    case 'ignored':
      return { source, outcome: 'ignored' }
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

/** Addresses of the achievements of which a batch contains counting badges. */
const achievementsIn = (items: readonly BatchItem[]): readonly string[] => [
  ...new Set(
    items.flatMap((item) =>
      item.kind === 'credential' && item.credential.achievementUri !== null && countsOnItsDays(item.verdict) ? [item.credential.achievementUri] : [],
    ),
  ),
]

/**
 * Saves a batch of an import and the progress of the import in one transaction: a saved batch is never lost, and a batch that was not saved is read again.
 *
 * The same bytes at the same place in a file are the same credential: importing them again only writes to the import's log, unless the verdict has changed or
 * its person is found now.
 *
 * @param cursor Where to resume, in a text the engine writes and reads.
 * @param done Things read so far, this batch included.
 * @param revision The revision of the address book in which people were matched; null where they have not been matched.
 * @returns one outcome for each item, in their order.
 */
export const saveBatch = (
  db: Database,
  {
    importId,
    items,
    cursor,
    done,
    revision = null,
  }: {
    readonly importId: string
    readonly items: readonly BatchItem[]
    readonly cursor: string | null
    readonly done: number
    readonly revision?: number | null
  },
): Result<readonly BatchOutcome[]> =>
  attempt(() =>
    transaction(db, () => {
      const { at } = readOne<{ at: string }>(db, 'SELECT at FROM import WHERE id = :importId', { importId })!
      const place: Place = { importId, at, known: { revision, people: new Map(), achievements: new Map(), dependencies: new Map() }, among: amongVersions(db) }
      const lines: Line[] = []
      const outcomes = items.map((item): BatchOutcome => {
        if (item.kind === 'envelope') {
          addEnvelope(db, item, importId)
          return { outcome: null, credentialId: null }
        }
        const line = saveItem(db, item, place)
        lines.push(line)
        return { outcome: line.outcome, credentialId: line.credentialId ?? null }
      })
      place.among.settle(at)
      addLines(db, importId, lines)
      bindMappings(db, achievementsIn(items), importId)
      write(db, 'UPDATE import SET cursor = :cursor, done = :done WHERE id = :importId', { importId, cursor, done })
      return outcomes
    }),
  )
