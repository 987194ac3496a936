import { createHash } from 'node:crypto'
import type { IssuerRegister } from '../../../shared/model/register'
import { answeredList, type EvidenceTable, evidenceTable } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { isAmbiguous } from '../../parser/support'

/** A list that was written for the courier here: evidence that answers it counts for these addresses and no others. */
export interface AskedList {
  readonly id: string
  /** RFC 3339: no answer to the list is older. */
  readonly writtenAt: string
  readonly addresses: readonly string[]
}

/**
 * Everything a verdict may depend on besides the credential's own bytes. A verdict is a pure function of the two;
 * nothing is ever fetched and no clock is read.
 */
export interface VerifierContext {
  /** The instant at which time is judged. */
  readonly now: Date
  readonly register: IssuerRegister
  /** Issuer profiles, badge classes, DID documents, controller documents and JWKS held from imports: they resolve keys, they authenticate nobody. */
  readonly keyDocuments: readonly SupportDocument[]
  /** Status list credentials and revocation lists held from imports; each is verified before it counts as its issuer's. */
  readonly statusLists: readonly SupportDocument[]
  /** Results of a courier's inquiry: documents fetched from their own address, with date and digest. */
  readonly evidence: EvidenceTable
  /** The lists written here that this evidence answers. Evidence that answers none may have been made by whoever sent it. */
  readonly askedLists: readonly AskedList[]
  /** SHA-256 (hex) of the text of the evidence that somebody accepted by name. */
  readonly acceptedEvidence: readonly string[]
  /** How far two clocks may differ before a date in the future is said to be one. */
  readonly clockSkewSeconds: number
}

/** The name by which evidence is accepted: SHA-256 (hex) of its text. */
export const evidenceDigest = ({ text }: Pick<SupportDocument, 'text'>): string => createHash('sha256').update(text, 'utf8').digest('hex')

export interface ContextOptions {
  readonly clockSkewSeconds?: number
  /** The lists that were written for the courier here, or a function that reads those of these names: a folder has many. */
  readonly lists?: readonly AskedList[] | ((answered: readonly string[]) => readonly AskedList[])
  /** `evidenceDigest` of evidence that somebody accepted by name. */
  readonly accepted?: readonly string[]
}

/** Distributes supporting documents over the context. `register` documents are not used: a register in a bundle authenticates nobody until somebody imports it as such. */
export function buildContext(
  documents: readonly SupportDocument[],
  register: IssuerRegister,
  now: Date,
  { clockSkewSeconds = 300, lists = [], accepted = [] }: ContextOptions = {},
): VerifierContext {
  const among = (...types: readonly SupportDocument['type'][]) => documents.filter((document) => types.includes(document.type))
  const evidence = evidenceTable(documents)
  const answered = new Set(evidence.files.flatMap(({ head }) => answeredList(head) ?? []))
  const byName = new Set(accepted)
  const written = typeof lists === 'function' ? lists([...answered]) : lists
  return {
    now,
    register,
    // What can be read in two ways resolves nothing. Of lists it is asked where they are read: what one revokes in either way is revoked.
    keyDocuments: among('profile', 'badgeClass', 'keyDocument', 'jwks').filter((document) => !isAmbiguous(document)),
    statusLists: among('statusList', 'revocationList'),
    evidence,
    askedLists: written.filter(({ id }) => answered.has(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    acceptedEvidence: [...new Set(evidence.files.map(({ digest }) => digest))].filter((digest) => byName.has(digest)).sort(),
    clockSkewSeconds,
  }
}
