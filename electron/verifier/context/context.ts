import { createHash } from 'node:crypto'
import type { IssuerRegister } from '../../../shared/model/register'
import { answeredList, type EvidenceTable, evidenceTable } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { isAmbiguous } from '../../parser/support'
import { type CrossCheck, makeCrossCheck } from './crossCheck'

/** A list that this program wrote for the courier: evidence that answers it counts for these addresses and no others. */
export interface AskedList {
  readonly id: string
  /** RFC 3339. An answer to the list is not older. */
  readonly writtenAt: string
  readonly addresses: readonly string[]
}

/**
 * Everything a verdict may depend on besides the credential's own bytes: plain data, which can be sent to a worker thread. A verdict is a pure function of the
 * two; nothing is fetched and no clock is read.
 */
export interface ContextData {
  /** The instant of verification. */
  readonly now: Date
  readonly register: IssuerRegister
  /** Stored issuer profiles, badge classes, DID documents, controller documents and JWKS: they resolve keys and authenticate no issuer. */
  readonly keyDocuments: readonly SupportDocument[]
  /** Stored status list credentials and revocation lists; each is verified before it counts as its issuer's. */
  readonly statusLists: readonly SupportDocument[]
  /** Results of courier inquiries: documents fetched from their own address, with date and digest. */
  readonly evidence: EvidenceTable
  /** The lists of this program that the evidence answers. Unsolicited evidence may have been made by its sender. */
  readonly askedLists: readonly AskedList[]
  /** SHA-256 (hex) of the text of each evidence file that a user accepted. */
  readonly acceptedEvidence: readonly string[]
  /** How far two clocks may differ before a date counts as in the future. */
  readonly clockSkewSeconds: number
}

/**
 * What is computed from one context, each member once: documents by address, lists by address and by issuer, verified lists, key methods, register entries by
 * id, pins, look-alike names, opened evidence, the digest. Made empty with the context; see `indexed` for its members.
 */
export interface ContextIndex {
  readonly members: Map<symbol, unknown>
}

/** The data of a context, with what verification computes from them once and the cross-checks of this process. */
export interface VerifierContext extends ContextData {
  readonly index: ContextIndex
  readonly crossCheck: CrossCheck
}

/** A context of these data with an empty index. */
export const makeContext = (data: ContextData, crossCheck: CrossCheck = makeCrossCheck()): VerifierContext => ({
  ...data,
  index: { members: new Map() },
  crossCheck,
})

/** The data of a context alone, to be sent to a worker thread. */
export function dataOf({ index: _index, crossCheck: _crossCheck, ...data }: VerifierContext): ContextData {
  return data
}

/** By which a user's acceptance names evidence: SHA-256 (hex) of its text. */
export const evidenceDigest = ({ text }: Pick<SupportDocument, 'text'>): string => createHash('sha256').update(text, 'utf8').digest('hex')

export interface ContextOptions {
  readonly clockSkewSeconds?: number
  /** The courier lists of this program, or a function that reads those with these names: a folder has many. */
  readonly lists?: readonly AskedList[] | ((answered: readonly string[]) => readonly AskedList[])
  /** `evidenceDigest` of the evidence that a user accepted. */
  readonly accepted?: readonly string[]
  readonly crossCheck?: CrossCheck
}

/** A context of these supporting documents. `register` documents are left out: a register in a bundle authenticates no issuer until a user imports it as the register. */
export function buildContext(
  documents: readonly SupportDocument[],
  register: IssuerRegister,
  now: Date,
  { clockSkewSeconds = 300, lists = [], accepted = [], crossCheck }: ContextOptions = {},
): VerifierContext {
  const among = (...types: readonly SupportDocument['type'][]) => documents.filter((document) => types.includes(document.type))
  const evidence = evidenceTable(documents)
  const answered = new Set(evidence.files.flatMap(({ head }) => answeredList(head) ?? []))
  const byName = new Set(accepted)
  const written = typeof lists === 'function' ? lists([...answered]) : lists
  const data: ContextData = {
    now,
    register,
    // An ambiguous document resolves nothing. Lists are checked where they are read: an id that one revokes in either reading is revoked.
    keyDocuments: among('profile', 'badgeClass', 'keyDocument', 'jwks').filter((document) => !isAmbiguous(document)),
    statusLists: among('statusList', 'revocationList'),
    evidence,
    askedLists: written.filter(({ id }) => answered.has(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    acceptedEvidence: [...new Set(evidence.files.map(({ digest }) => digest))].filter((digest) => byName.has(digest)).sort(),
    clockSkewSeconds,
  }
  return makeContext(data, crossCheck)
}
