import type { NormalDocument } from '../../../shared/model/document'
import { isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import type { StoredDocuments } from '../../parser'
import { isClaim } from '../../parser/assertion'
import { creatorOf } from '../../parser/hosting'
import { idOf, isOfType } from '../../parser/members'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { type Copies, copyAt, fetchedDocument, fetchedUnder, servedAt } from '../context/inquiry'
import { entriesOf, pinsIn } from '../keys/register'
import { absoluteAddress } from '../keys/source'

/** The badge class and issuer of an Open Badges 2.0 assertion, as far as they can be found without fetching. */
export interface AssertionChain {
  readonly badgeId: string | null
  /** The badge class: inside the assertion, or stored. */
  readonly badge: JsonObject | null
  readonly issuerId: string | null
  /** The issuer written inside the badge class; it is a claim of the badge. */
  readonly embeddedIssuer: JsonObject | null
  /** The issuer's own profile, where it is stored. */
  readonly profile: NormalDocument | null
}

/** Files by the addresses they are stored under: their own id, and the address they came from. */
const filesByAddress = indexed(({ keyDocuments }): ReadonlyMap<string, readonly SupportDocument[]> => {
  const namesOf = ({ id, document }: SupportDocument) => [...new Set([id, textOf(document.id)])].filter((name) => name !== null)
  const named = keyDocuments.flatMap((file) => namesOf(file).map((name) => ({ name, file })))
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ file }) => file)]))
})

const served = (context: VerifierContext, id: string, copies: Copies): readonly SupportDocument[] => {
  const document = fetchedDocument(context, id, copies)
  return document === null ? [] : [document]
}

/**
 * Stored documents by the address they were fetched from or their own id: first the one the address served, then files, which anybody can write, then those
 * that other addresses served under that id, last those of evidence that does not count.
 */
export function storedById(context: VerifierContext, id: string | null): readonly SupportDocument[] {
  if (id === null) return []
  const claims = [...served(context, id, 'claimed'), ...fetchedUnder(context, id, 'claimed')]
  return [...served(context, id, 'counting'), ...(filesByAddress(context).get(id) ?? []), ...fetchedUnder(context, id), ...claims]
}

const objectOf = (value: JsonValue | undefined): JsonObject | null => (isObject(value) ? value : null)

/** Does the register pin a key of this name for the issuer? */
const pinsKey = (context: VerifierContext, issuerId: string | null, name: string | null): boolean =>
  name !== null && entriesOf(context, issuerId).some((entry) => pinsIn(context, entry).some(({ id }) => id === name || absoluteAddress(id, entry.id) === name))

/**
 * The badge class of an address: the one the address served; else, of the files with this id, one whose issuer has the key that the assertion names, so that a
 * file of another sender does not change the issuer; else the first that names its issuer, else one that does not.
 */
function badgeClassAt(context: VerifierContext, id: string | null, creator: string | null = null): NormalDocument | null {
  const own = servedAt(context, id)
  if (own?.issuer !== undefined) return own
  const stored = storedById(context, id)
  const named = stored.filter(({ document }) => document.issuer !== undefined)
  const ofCreator = named.length > 1 ? named.find(({ document }) => pinsKey(context, idOf(document.issuer), creator)) : undefined
  const found = ofCreator ?? named[0] ?? stored.find(({ document }) => isOfType(document, 'BadgeClass', 'Achievement'))
  return found?.document ?? null
}

/** Stored profiles of an issuer, the one its address served first. */
export const profilesOf = (context: VerifierContext, issuerId: string | null): readonly NormalDocument[] =>
  storedById(context, issuerId)
    .filter(({ type }) => type !== 'badgeClass' && type !== 'jwks')
    .map(({ document }) => document)

/** The stored documents of an address that a credential only names: those its verdict is computed from, and copies that are only claimed. */
export const storedIn = indexed(
  (context): StoredDocuments => ({
    assertionAt: (address) => copyAt(context, address)?.read.document ?? null,
    badgeClassAt: (address) => badgeClassAt(context, address),
    profileAt: (address) => profilesOf(context, address)[0] ?? null,
  }),
)

/** @param assertion An endorsement names its issuer itself; a badge through its class. */
const chainFrom = (assertion: NormalDocument, badge: JsonObject | null, profileOf: (issuerId: string | null) => NormalDocument | null): AssertionChain => {
  const issuer = isClaim(assertion) ? assertion.issuer : badge?.issuer
  const issuerId = idOf(issuer)
  return { badgeId: idOf(assertion.badge), badge, issuerId, embeddedIssuer: objectOf(issuer), profile: profileOf(issuerId) }
}

/**
 * The chain assertion → badge class → issuer → profile, over the file and all stored documents. A chain through files is a claim.
 *
 * @source Open Badges 2.0, sections Assertion, BadgeClass and Profile
 */
export const assertionChain = (assertion: NormalDocument, context: VerifierContext): AssertionChain =>
  chainFrom(
    assertion,
    objectOf(assertion.badge) ?? badgeClassAt(context, idOf(assertion.badge), creatorOf(assertion).id),
    (issuerId) => profilesOf(context, issuerId)[0] ?? null,
  )

/** The badge class as given by the assertion itself or by the class's own address. */
export const servedClass = ({ badge }: NormalDocument, context: VerifierContext): JsonObject | null => objectOf(badge) ?? servedAt(context, idOf(badge))

/**
 * The same chain over the assertion itself and served documents only: a class or profile that came as a file is a claim of its sender.
 *
 * @source Open Badges 2.0, section "Hosted verification"
 */
export const servedChain = (assertion: NormalDocument, context: VerifierContext): AssertionChain =>
  chainFrom(assertion, servedClass(assertion, context), (issuerId) => servedAt(context, issuerId))
