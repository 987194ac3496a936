import type { Container, RecipientIdentity } from '../../../shared/model/credential'
import type { KeptCredential, KeptVerdict } from '../../../shared/model/kept'
import { type Database, readOne, write } from '../database/statement'

/** The person a credential is matched to, and by which of its recipient identities; null where a person decided it without one. */
export interface Matched {
  readonly staffNumber: string
  readonly identity: RecipientIdentity | null
}

/** A recipient identity as one text; equal identities have equal texts. */
export const identityText = (identity: RecipientIdentity): string => {
  switch (identity.kind) {
    case 'email':
      return JSON.stringify(['email', identity.email])
    case 'did':
      return JSON.stringify(['did', identity.did])
    case 'hash':
      return JSON.stringify(['hash', identity.algorithm, identity.hash.toLowerCase(), identity.salt])
    case 'other':
      return JSON.stringify(['other', identity.type, identity.value])
  }
}

/** The stored id of a person; null where there is none with this 職員番号. */
export const personIdOf = (db: Database, staffNumber: string): number | null =>
  readOne<{ id: number }>(db, 'SELECT id FROM person WHERE staff_number = :staffNumber', { staffNumber })?.id ?? null

/** An achievement of one issuer: the same id used by another issuer is another achievement. @source standards.md, section 8.14 */
export interface IssuedAchievement {
  readonly uri: string
  /** Null where a credential names no issuer. */
  readonly issuerId: string | null
}

/** Stored where no issuer is named. */
export const noIssuer = ''

/** The stored id of an issuer's achievement; it is added where it is new. */
export function achievementIdOf(db: Database, { uri, issuerId }: IssuedAchievement): number {
  const named = { uri, issuerUri: issuerId ?? noIssuer }
  const stored = readOne<{ id: number }>(db, 'SELECT id FROM achievement WHERE uri = :uri AND issuer_uri = :issuerUri', named)
  return stored?.id ?? write(db, 'INSERT INTO achievement (uri, issuer_uri) VALUES (:uri, :issuerUri)', named).id
}

/** A person by the stored id, and the identity that matched. */
export interface Match {
  readonly personId: number
  readonly identity: RecipientIdentity | null
}

const textOrNull = (identity: RecipientIdentity | null): string | null => (identity === null ? null : identityText(identity))

/** A credential as the intake hands it over. */
export interface NewCredential {
  readonly ordinal: number
  readonly source: string
  readonly container: Container
  readonly credential: KeptCredential
  readonly key: string | null
  /** The exact text that was verified; null where it is the file itself. */
  readonly text: string | null
  readonly verdict: Pick<KeptVerdict, 'grade' | 'status' | 'countable'>
  /** The badge's own address where it is hosted. */
  readonly hostedUrl: string | null
}

/** Stored ids of what the credential belongs to and names. */
export interface Belonging {
  readonly originalId: number
  readonly importId: string
  readonly achievementId: number | null
  /** The dependencies of the verdict. */
  readonly dependenciesId: number
  readonly match: Match | null
  /** The revision of the address book in which no person was found; null where one was found, or the search was put off. */
  readonly sought: number | null
}

/** Adds a credential. Its verdict, the record of its match and its place among its versions are set by their own functions. @returns its id. */
export const addCredential = (db: Database, item: NewCredential, belonging: Belonging): number => {
  const { credential, verdict } = item
  const { match } = belonging
  return write(
    db,
    `INSERT INTO credential
       (original_id, ordinal, import_id, person_id, matched_identity, achievement_id, credential_key, valid_from_milliseconds, held_from, held_until, grade, status, countable, standard, container,
        issuer_id, claimed_issuer_name, achievement_name, source, document, text, sought, hangs_on, hosted_url)
     VALUES
       (:originalId, :ordinal, :importId, :personId, :identity, :achievementId, :key, :validFromMilliseconds, :heldFrom, :heldUntil, :grade, :status, :countable, :standard, :container,
        :issuerId, :claimedIssuerName, :achievementName, :source, :document, :text, :sought, :dependenciesId, :hostedUrl)`,
    {
      originalId: belonging.originalId,
      ordinal: item.ordinal,
      importId: belonging.importId,
      personId: match?.personId ?? null,
      identity: textOrNull(match?.identity ?? null),
      source: item.source,
      container: item.container,
      key: item.key,
      text: item.text,
      sought: belonging.sought,
      dependenciesId: belonging.dependenciesId,
      hostedUrl: item.hostedUrl,
      achievementId: belonging.achievementId,
      validFromMilliseconds: credential.validFromMilliseconds,
      heldFrom: credential.heldFrom,
      heldUntil: credential.heldUntil,
      grade: verdict.grade,
      status: verdict.status,
      countable: verdict.countable ? 1 : 0,
      standard: credential.standard,
      issuerId: credential.issuerId,
      claimedIssuerName: credential.claimedIssuerName,
      achievementName: credential.achievementName,
      document: credential.document,
    },
  ).id
}

interface Matching {
  readonly credentialId: number
  readonly personId: number | null
  readonly identity: RecipientIdentity | null
  readonly at: string
  /** The import that caused the match, whose undo removes it; null where a person or a roster did. */
  readonly importId: string | null
}

/** Adds a match to a credential's history. */
export const recordMatch = (db: Database, { credentialId, personId, identity, at, importId }: Matching): void =>
  void write(db, 'INSERT INTO person_match (credential_id, import_id, at, person_id, identity) VALUES (:credentialId, :importId, :at, :personId, :identity)', {
    credentialId,
    importId,
    at,
    personId,
    identity: textOrNull(identity),
  })

/** Matches a credential to a person, or to none, and adds the match to its history. */
export function setPerson(db: Database, matching: Matching): void {
  const { credentialId, personId, identity } = matching
  write(db, 'UPDATE credential SET person_id = :personId, matched_identity = :identity WHERE id = :credentialId', {
    credentialId,
    personId,
    identity: textOrNull(identity),
  })
  recordMatch(db, matching)
}
