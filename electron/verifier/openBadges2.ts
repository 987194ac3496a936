import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import type { SupportDocument } from '../parser/parsed'
import type { VerifierContext } from './context'
import { fetchedDocument, fetchedUnder, servedAt } from './inquiry'

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

/** Files by the addresses they are held under. */
const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly SupportDocument[]>>()

function filesAt(context: VerifierContext, id: string): readonly SupportDocument[] {
  let table = tables.get(context)
  if (!table) {
    const names = (held: SupportDocument) => [...new Set([held.id, textOf(held.document.id)])].filter((name) => name !== null)
    const named = context.keyDocuments.flatMap((held) => names(held).map((name) => ({ name, held })))
    table = new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ held }) => held)]))
    tables.set(context, table)
  }
  return table.get(id) ?? []
}

/**
 * Held documents by the address they were fetched from or their own id. What an address served stands before files, which anybody can write in its name,
 * and those before what other addresses served under that id.
 */
export function heldById(context: VerifierContext, id: string | null): readonly SupportDocument[] {
  if (id === null) return []
  const fetched = fetchedDocument(context, id)
  return [...(fetched === null ? [] : [fetched]), ...filesAt(context, id), ...fetchedUnder(context, id)]
}

const objectOf = (value: JsonValue | undefined): JsonObject | null => (isObject(value) ? value : null)
export const idOf = (value: JsonValue | undefined): string | null => textOf(value) ?? (isObject(value) ? textOf(value.id) : null)

/** Follows assertion → badge class → issuer → profile over what the file and the held documents say. @source Open Badges 2.0, sections Assertion, BadgeClass and Profile */
export function assertionChain(assertion: JsonObject, context: VerifierContext): AssertionChain {
  const badgeId = idOf(assertion.badge)
  const heldBadge = heldById(context, badgeId).find(({ document }) => document.issuer !== undefined)
  const badge = objectOf(assertion.badge) ?? heldBadge?.document ?? null
  const issuerId = idOf(badge?.issuer)
  const profile = heldById(context, issuerId).find(({ type }) => type !== 'badgeClass' && type !== 'jwks')
  return { badgeId, badge, issuerId, embeddedIssuer: objectOf(badge?.issuer), profile: profile?.document ?? null }
}

/** The issuer that the assertion itself names, or what its class's own address served. A class that came as a file is nobody's word but its sender's. */
export function vouchedIssuerId({ badge }: JsonObject, context: VerifierContext): string | null {
  const own = objectOf(badge) ?? servedAt(context, idOf(badge))
  return idOf(own?.issuer)
}
