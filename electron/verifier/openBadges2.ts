import type { NormalDocument } from '../../shared/model/document'
import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import type { Held } from '../parser'
import { isClaim } from '../parser/assertion'
import { idOf, isOfType } from '../parser/members'
import type { SupportDocument } from '../parser/parsed'
import type { VerifierContext } from './context'
import { fetchedDocuments, servedAt } from './inquiry'

/** Who stands behind an Open Badges 2.0 assertion, as far as it can be followed without fetching. */
export interface AssertionChain {
  readonly badgeId: string | null
  /** The badge class: inside the assertion, or held. */
  readonly badge: JsonObject | null
  readonly issuerId: string | null
  /** The issuer written inside the badge class; it is a claim of the badge. */
  readonly embeddedIssuer: JsonObject | null
  /** The issuer's own profile, where it is held. */
  readonly profile: NormalDocument | null
}

const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly SupportDocument[]>>()

/**
 * Held documents by the address they were fetched from or their own id. What an address served stands before files, which anybody can write in its name,
 * and those before what other addresses served under that id.
 */
export function heldById(context: VerifierContext, id: string | null): readonly SupportDocument[] {
  let table = tables.get(context)
  if (!table) {
    const fetched = fetchedDocuments(context)
    const byAddress = fetched.map((held) => ({ name: held.id, held }))
    const byOwnId = fetched.map((held) => ({ name: textOf(held.document.id), held })).filter(({ name, held }) => name !== held.id)
    const files = context.keyDocuments.flatMap((held) => [...new Set([held.id, textOf(held.document.id)])].map((name) => ({ name, held })))
    const named = [...byAddress, ...files, ...byOwnId].flatMap(({ name, held }) => (name === null ? [] : [{ name, held }]))
    table = new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ held }) => held)]))
    tables.set(context, table)
  }
  return id === null ? [] : (table.get(id) ?? [])
}

const objectOf = (value: JsonValue | undefined): JsonObject | null => (isObject(value) ? value : null)

/** The badge class held of an address: one that names its issuer before one that does not. */
function badgeClassAt(context: VerifierContext, id: string | null): NormalDocument | null {
  const held = heldById(context, id)
  const found = held.find(({ document }) => document.issuer !== undefined) ?? held.find(({ document }) => isOfType(document, 'BadgeClass', 'Achievement'))
  return found?.document ?? null
}

/** The issuer's profile held of an address. */
const profileAt = (context: VerifierContext, id: string | null): NormalDocument | null =>
  heldById(context, id).find(({ type }) => type !== 'badgeClass' && type !== 'jwks')?.document ?? null

const heldTables = new WeakMap<VerifierContext, Held>()

/** What is held of addresses, for what a credential only names by them: the very documents its verdict is reached with. */
export function heldIn(context: VerifierContext): Held {
  const known = heldTables.get(context)
  if (known) return known
  const held: Held = {
    assertionAt: (address) => servedAt(context, address),
    badgeClassAt: (address) => badgeClassAt(context, address),
    profileAt: (address) => profileAt(context, address),
  }
  heldTables.set(context, held)
  return held
}

/** Follows assertion → badge class → issuer → profile over what the file and the held documents say. @source Open Badges 2.0, sections Assertion, BadgeClass and Profile */
export function assertionChain(assertion: NormalDocument, context: VerifierContext): AssertionChain {
  const badgeId = idOf(assertion.badge)
  const badge = objectOf(assertion.badge) ?? badgeClassAt(context, badgeId)
  const issuer = isClaim(assertion) ? assertion.issuer : badge?.issuer
  const issuerId = idOf(issuer)
  return { badgeId, badge, issuerId, embeddedIssuer: objectOf(issuer), profile: profileAt(context, issuerId) }
}

/** The issuer that the assertion itself names, or what its class's own address served. A class that came as a file is nobody's word but its sender's. */
export const vouchedIssuerId = (assertion: NormalDocument, context: VerifierContext): string | null =>
  idOf(isClaim(assertion) ? assertion.issuer : vouchedClass(assertion, context)?.issuer)

/** The badge class as the assertion itself, or the class's own address, gives it. */
export const vouchedClass = ({ badge }: NormalDocument, context: VerifierContext): JsonObject | null => objectOf(badge) ?? servedAt(context, idOf(badge))
