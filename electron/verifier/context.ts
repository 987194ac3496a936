import type { IssuerRegister } from '../../shared/model/register'
import { answeredList } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { isAmbiguous } from '../parser/support'

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
  /** Status list credentials and revocation lists held from imports; each is verified before it is believed. */
  readonly statusLists: readonly SupportDocument[]
  /** Results of a courier's inquiry: documents fetched from their own address, with date and digest. */
  readonly evidence: readonly SupportDocument[]
  /** Which of these answer a list that was written here, by the name of the list. What answers none may have been made by whoever sent it. */
  readonly askedLists: readonly string[]
  /** How far two clocks may differ before a date in the future is said to be one. */
  readonly clockSkewSeconds: number
}

/**
 * Distributes supporting documents over the context. `register` documents are not used: a register in a bundle authenticates nobody until somebody imports it as such.
 *
 * @param lists The names of all lists that were written for the courier here.
 */
export function buildContext(
  documents: readonly SupportDocument[],
  register: IssuerRegister,
  now: Date,
  { clockSkewSeconds = 300, lists = [] }: { readonly clockSkewSeconds?: number; readonly lists?: readonly string[] } = {},
): VerifierContext {
  const among = (...types: readonly SupportDocument['type'][]) => documents.filter((document) => types.includes(document.type))
  const answered = new Set(among('evidence').map(({ document }) => answeredList(document)))
  return {
    now,
    register,
    // What can be read in two ways resolves nothing. Of lists it is asked where they are read: what one revokes in either way is revoked.
    keyDocuments: among('profile', 'badgeClass', 'keyDocument', 'jwks').filter((document) => !isAmbiguous(document)),
    statusLists: among('statusList', 'revocationList'),
    evidence: among('evidence'),
    askedLists: lists.filter((name) => answered.has(name)).sort(),
    clockSkewSeconds,
  }
}
