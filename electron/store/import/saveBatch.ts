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
import { hangingIdOf } from '../verdict/hanging'
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

/** What became of one thing of a batch. An envelope is counted nowhere: its outcome is null. */
export interface BatchOutcome {
  readonly outcome: Outcome | null
  readonly credentialId: number | null
}

/** Each credential falls in exactly one: refused first, then nobody's, then by what it is to the versions already held. */
function outcomeOf(grade: Grade, personId: number | null, among: 'new' | 'replaced' | 'duplicate'): Outcome {
  if (grade === 'rejected') return 'rejected'
  return personId === null ? 'unmatched' : among
}

/** What has been looked up within one transaction, in which nobody else writes, and the edition of the address book people were looked for in. */
interface Found {
  readonly edition: number | null
  readonly people: Map<string, number | null>
  /** By issuer and address. */
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

type CredentialItem = Extract<BatchItem, { kind: 'credential' }>

/** Where and when something is saved. */
interface Place {
  readonly importId: string
  readonly at: string
  readonly found: Found
  readonly among: AmongVersions
}

/** Adds what is not held yet. @returns its id, its person, and what it is to the versions that are. */
function saveNew(db: Database, item: CredentialItem, originalId: number, { importId, at, found, among }: Place) {
  const { verdict, key } = item
  const { achievementUri: uri, issuerId } = item.credential
  const match = matchOf(db, item.person, found)
  const outcome = key === null ? 'new' : among.add({ ...item, key })
  const credentialId = addCredential(db, item, {
    originalId,
    importId,
    achievementId: uri === null ? null : remembered(found.achievements, JSON.stringify([issuerId, uri]), () => achievementIdOf(db, { uri, issuerId })),
    hangingId: remembered(found.hangings, item.dependencies, (addresses) => hangingIdOf(db, addresses)),
    match,
    sought: match === null && item.putOff !== true ? found.edition : null,
  })
  addFirstVerdict(db, { credentialId, verdict, at, importId })
  if (match !== null) recordMatch(db, { credentialId, personId: match.personId, identity: match.identity, at, importId })
  return { credentialId, personId: match?.personId ?? null, outcome }
}

interface Held {
  readonly id: number
  readonly person_id: number | null
  readonly key: string | null
}

/** Brings what is held up to date: its verdict, and its person where that is known only now. */
function saveHeld(db: Database, { verdict, person }: CredentialItem, held: Held, { importId, at, found, among }: Place) {
  const credentialId = held.id
  if (addVerdictIfChanged(db, { credentialId, verdict, at, importId })) among.changed(held.key)
  const match = held.person_id === null ? matchOf(db, person, found) : null
  if (match !== null) setPerson(db, { credentialId, ...match, at, importId })
  return { credentialId, personId: held.person_id ?? match?.personId ?? null, outcome: 'duplicate' as const }
}

function saveCredential(db: Database, item: CredentialItem, place: Place): Line {
  const { verdict, missed = [] } = item
  const { edition } = place.found
  if (edition !== null) addMissed(db, { questions: missed, edition, importId: place.importId })
  const original = saveOriginal(db, item)
  const held = original.isNew
    ? undefined
    : readOne<Held>(db, 'SELECT id, person_id, credential_key AS key FROM credential WHERE original_id = :originalId AND ordinal = :ordinal', {
        originalId: original.id,
        ordinal: item.ordinal,
      })
  const { credentialId, personId, outcome } = held === undefined ? saveNew(db, item, original.id, place) : saveHeld(db, item, held, place)
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

/** Addresses of the achievements that may have come to be counted with a batch. */
const achievementsIn = (items: readonly BatchItem[]): readonly string[] => [
  ...new Set(
    items.flatMap((item) =>
      item.kind === 'credential' && item.credential.achievementUri !== null && countsOnItsDays(item.verdict) ? [item.credential.achievementUri] : [],
    ),
  ),
]

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
      const place: Place = { importId, at, found: { edition, people: new Map(), achievements: new Map(), hangings: new Map() }, among: amongVersions(db) }
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
