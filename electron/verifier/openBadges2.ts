import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import type { SupportDocument } from '../parser/parsed'
import type { VerifierContext } from './context'
import { claimedDocuments, fetchedDocuments, servedAt } from './inquiry'
import { entriesOf, pinsOf } from './keys/register'
import { absoluteAddress } from './keys/source'

/** Who stands behind an Open Badges 2.0 assertion, as far as it can be followed without fetching. */
export interface AssertionChain {
  readonly badgeId: string | null
  /** The badge class: inside the assertion, or held. */
  readonly badge: JsonObject | null
  readonly issuerId: string | null
  /** The issuer written inside the badge class; it is a claim of the badge. */
  readonly embeddedIssuer: JsonObject | null
  /** The issuer's own profile, where it is held. */
  readonly profile: JsonObject | null
}

const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly SupportDocument[]>>()

/**
 * Held documents by the address they were fetched from or their own id: first what an address served, then files, which anybody can write in its name, then
 * what other addresses served under that id and what evidence that does not count claims.
 */
export function heldById(context: VerifierContext, id: string | null): readonly SupportDocument[] {
  let table = tables.get(context)
  if (!table) {
    const fetched = fetchedDocuments(context)
    const byAddress = fetched.map((held) => ({ name: held.id, held }))
    const byOwnId = fetched.map((held) => ({ name: textOf(held.document.id), held })).filter(({ name, held }) => name !== held.id)
    const unproven = (documents: readonly SupportDocument[]) =>
      documents.flatMap((held) => [...new Set([held.id, textOf(held.document.id)])].map((name) => ({ name, held })))
    const entries = [...byAddress, ...unproven(context.keyDocuments), ...byOwnId, ...unproven(claimedDocuments(context))]
    const named = entries.flatMap(({ name, held }) => (name === null ? [] : [{ name, held }]))
    table = new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ held }) => held)]))
    tables.set(context, table)
  }
  return id === null ? [] : (table.get(id) ?? [])
}

const objectOf = (value: JsonValue | undefined): JsonObject | null => (isObject(value) ? value : null)
export const idOf = (value: JsonValue | undefined): string | null => textOf(value) ?? (isObject(value) ? textOf(value.id) : null)

/** `verification.creator`; `verify.url` in Open Badges 1.1. */
export function creatorOf(assertion: JsonObject): string | null {
  const verification = isObject(assertion.verification) ? assertion.verification : isObject(assertion.verify) ? assertion.verify : null
  const creator = verification?.creator ?? verification?.url
  return textOf(creator) ?? (isObject(creator) ? textOf(creator.id) : null)
}

/** Does the register pin a key of this name for the issuer? */
const pinsKey = ({ register }: VerifierContext, issuerId: string | null, name: string | null): boolean =>
  name !== null && entriesOf(register, issuerId).some((issuer) => pinsOf(issuer).some(({ id }) => id === name || absoluteAddress(id, issuer.id) === name))

/**
 * The badge class of an address: what the address served; else, of the files in its name, one whose issuer has the key that the assertion names, so that a
 * file of another sender changes nothing about who signed; else the first.
 */
function heldBadge(badgeId: string | null, assertion: JsonObject, context: VerifierContext): JsonObject | null {
  const served = servedAt(context, badgeId)
  if (served?.issuer !== undefined) return served
  const held = heldById(context, badgeId).filter(({ document }) => document.issuer !== undefined)
  const [first] = held
  const ofCreator = held.length > 1 ? held.find(({ document }) => pinsKey(context, idOf(document.issuer), creatorOf(assertion))) : undefined
  return (ofCreator ?? first)?.document ?? null
}

/** Profiles of an issuer in hand, what its address served first. */
export const profilesOf = (context: VerifierContext, issuerId: string | null): readonly JsonObject[] =>
  heldById(context, issuerId)
    .filter(({ type }) => type !== 'badgeClass' && type !== 'jwks')
    .map(({ document }) => document)

const chainFrom = (assertion: JsonObject, badge: JsonObject | null, profileOf: (issuerId: string | null) => JsonObject | null): AssertionChain => {
  const issuerId = idOf(badge?.issuer)
  return { badgeId: idOf(assertion.badge), badge, issuerId, embeddedIssuer: objectOf(badge?.issuer), profile: profileOf(issuerId) }
}

/**
 * Follows assertion → badge class → issuer → profile over what the file and the held documents say. Files resolve: what is decided by them is a claim.
 *
 * @source Open Badges 2.0, sections Assertion, BadgeClass and Profile
 */
export const assertionChain = (assertion: JsonObject, context: VerifierContext): AssertionChain =>
  chainFrom(
    assertion,
    objectOf(assertion.badge) ?? heldBadge(idOf(assertion.badge), assertion, context),
    (issuerId) => profilesOf(context, issuerId)[0] ?? null,
  )

/**
 * The same over what the assertion says itself and what addresses served: a class or profile that came as a file is the word of its sender, and says nothing
 * about badges of others.
 *
 * @source Open Badges 2.0, section "Hosted verification"
 */
export const vouchedChain = (assertion: JsonObject, context: VerifierContext): AssertionChain =>
  chainFrom(assertion, objectOf(assertion.badge) ?? servedAt(context, idOf(assertion.badge)), (issuerId) => servedAt(context, issuerId))
