import { instantOf } from '../../../shared/model/instant'
import { textOf } from '../../../shared/model/json'
import type { RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { didJwkKey } from './didJwk'
import type { PublicKey } from './key'
import { registeredMaterial } from './material'
import { multikey } from './multikey'
import type { KeyReading } from './publicKey'
import { absoluteAddress, type KeySource, keyAddresses, type LocatedKey, nameAmongOwn } from './source'
import { jwkThumbprint, namedThumbprint } from './thumbprint'

/** A key the register pins for an issuer. */
export interface Pin {
  readonly id: string
  /** The name it has as a JWK. */
  readonly kid: string | null
  readonly reading: KeyReading
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** The keys pinned for an issuer. A did:key or did:jwk without a listed key is its own key, without a period. Reads each key anew: see `pinsIn`. */
export const pinsOf = ({ id, keys }: RegisteredIssuer): readonly Pin[] => (keys.length > 0 ? keys.map(pin) : selfPin(id))

const pin = ({ id, material, validFrom, validUntil }: RegisteredKey): Pin => ({
  id,
  kid: 'publicKeyJwk' in material ? textOf(material.publicKeyJwk.kid) : null,
  reading: registeredMaterial(material),
  validFrom,
  validUntil,
})

function selfPin(id: string): readonly Pin[] {
  const open = { id, kid: null, validFrom: null, validUntil: null }
  if (id.startsWith('did:key:')) return [{ ...open, reading: multikey(id.slice('did:key:'.length)) }]
  if (id.startsWith('did:jwk:')) return [{ ...open, reading: didJwkKey(id) }]
  return []
}

const entriesById = indexed(({ register }) => Map.groupBy(register.issuers, ({ id }) => id))

const pinsByEntry = indexed(() => new Map<RegisteredIssuer, readonly Pin[]>())

/** The keys pinned for an entry of the context's register. Reading keys anew for every credential would cost more than verifying it. */
export function pinsIn(context: VerifierContext, entry: RegisteredIssuer): readonly Pin[] {
  const known = pinsByEntry(context)
  const pins = known.get(entry) ?? pinsOf(entry)
  known.set(entry, pins)
  return pins
}

/** A listed key that cannot be read is ignored. An issuer whose DID is its key needs no listed key. */
const readablePins = (context: VerifierContext, entry: RegisteredIssuer): readonly Pin[] =>
  entry.keys.length > 0 ? pinsIn(context, entry).filter(({ reading }) => reading.ok) : []

/** Places in the register of the issuers that pin a readable key, by every name a proof may give the key. */
const placesByKeyName = indexed((context): ReadonlyMap<string, readonly number[]> => {
  const named = context.register.issuers.flatMap((entry, place) =>
    readablePins(context, entry)
      .flatMap(({ id }) => [id, absoluteAddress(id, entry.id), `${entry.id}#${id}`])
      .map((name) => ({ name, place })),
  )
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, found]) => [name, found.map(({ place }) => place)]))
})

/** Issuers that pin a readable key with one of these names, in the order of the register. */
function holdersOf(context: VerifierContext, names: readonly string[]): readonly RegisteredIssuer[] {
  const byKeyName = placesByKeyName(context)
  const places = new Set(names.flatMap((name) => byKeyName.get(name) ?? []))
  return places.size === 0 ? [] : [...places].sort((one, other) => one - other).flatMap((place) => context.register.issuers.slice(place, place + 1))
}

/** The register's entries for an issuer; more than one where the same issuer was registered twice. */
export const entriesOf = (context: VerifierContext, issuerId: string | null): readonly RegisteredIssuer[] =>
  issuerId === null ? [] : (entriesById(context).get(issuerId) ?? [])

/** Is the pinned key the same key, in any form? */
export const isSameKey = (pinned: Pin, key: PublicKey): boolean => pinned.reading.ok && pinned.reading.value.thumbprint === key.thumbprint

/**
 * Does a pinned key count for a credential issued then? `[validFrom, validUntil)`.
 * An issue date that is missing or cannot be read is in no bounded period.
 */
export function isInsidePeriod({ validFrom, validUntil }: Pick<Pin, 'validFrom' | 'validUntil'>, issuedAt: string | null): boolean {
  if (validFrom === null && validUntil === null) return true
  const issued = issuedAt === null ? null : instantOf(issuedAt, 'start')
  if (!issued) return false
  const from = validFrom === null ? null : instantOf(validFrom, 'start')
  const until = validUntil === null ? null : instantOf(validUntil, 'end')
  if ((validFrom !== null && !from) || (validUntil !== null && !until)) return false
  // A bare day is the last day the key counts: its last millisecond is still inside, an instant given as the end is not.
  const isBareDay = validUntil !== null && !/T/i.test(validUntil)
  return (!from || issued >= from) && (!until || issued < until || (isBareDay && issued.getTime() === until.getTime()))
}

/** Is the pinned key named by one of these addresses? */
const isAt = ({ id }: Pin, issuerId: string, addresses: readonly string[]): boolean =>
  addresses.some((address) => absoluteAddress(id, issuerId) === address || `${issuerId}#${id}` === address || id === address)

/** Is this the name or the thumbprint of the pinned key itself, as a JWK? Among the keys of one issuer only: other issuers use the same names. */
function isNamed({ kid, reading }: Pin, name: string): boolean {
  const thumbprint = namedThumbprint(name)
  return kid === name || (thumbprint !== null && reading.ok && jwkThumbprint(reading.value) === thumbprint)
}

/** The one key of these pins; undefined where they are several keys: the name does not say which was meant, and a signature by another is no forgery. */
function onlyOf(pins: readonly Pin[]): Pin | undefined {
  const [first, ...others] = pins
  return others.every((pin) => first?.reading.ok && isSameKey(pin, first.reading.value)) ? first : undefined
}

/** The key of these pins for a credential issued then: of the periods of its issue where there are such. */
function bestOf(pins: readonly Pin[], issuedAt: string | null): Pin | undefined {
  const inside = pins.filter((candidate) => isInsidePeriod(candidate, issuedAt))
  return onlyOf(inside.length > 0 ? inside : pins)
}

const located = ({ reading }: Pin, controller: string): LocatedKey => ({ reading, controller, isForPurpose: true, problems: [] })

/**
 * A key of the register, found by its own id; among the keys of the credential's issuer also by its name or thumbprint as a JWK. The only source that also
 * authenticates the issuer.
 */
export const registered: KeySource = {
  id: 'register',
  source: 'The issuer register; RFC 7638, section 3',
  selfCertifying: false,
  find({ method, issuerId, issuedAt }, context) {
    if (method === null) return null
    const addresses = keyAddresses(method, issuerId)
    const own = issuerId === null ? [] : ownNamed(context, issuerId, method, addresses)
    const best = bestOf(own, issuedAt)
    if (best && issuerId !== null) return located(best, issuerId)
    for (const issuer of holdersOf(context, addresses).filter(({ id }) => id !== issuerId)) {
      const named = readablePins(context, issuer).filter((candidate) => isAt(candidate, issuer.id, addresses))
      const other = bestOf(named, issuedAt)
      if (other?.id.includes(':')) return located(other, issuer.id)
    }
    return null
  },
}

/** The keys pinned for the issuer that have this name. */
function ownNamed(context: VerifierContext, issuerId: string, method: string, addresses: readonly string[]): readonly Pin[] {
  const name = nameAmongOwn(method, issuerId)
  return entriesOf(context, issuerId)
    .flatMap((entry) => readablePins(context, entry))
    .filter((candidate) => isAt(candidate, issuerId, addresses) || isNamed(candidate, name))
}
