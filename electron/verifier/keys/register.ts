import { instantOf } from '../../../shared/model/instant'
import type { RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { didJwkKey } from './didJwk'
import type { PublicKey } from './key'
import { registeredMaterial } from './material'
import { multikey } from './multikey'
import type { KeyReading } from './publicKey'
import { absoluteAddress, type KeySource } from './source'

/** A key the register pins for an issuer. */
export interface Pin {
  readonly id: string
  readonly reading: KeyReading
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** The keys pinned for an issuer. A did:key or did:jwk without a listed key is its own key, without a period. Reads each key anew: see `pinsIn`. */
export const pinsOf = ({ id, keys }: RegisteredIssuer): readonly Pin[] => (keys.length > 0 ? keys.map(pin) : selfPin(id))

const pin = ({ id, material, validFrom, validUntil }: RegisteredKey): Pin => ({ id, reading: registeredMaterial(material), validFrom, validUntil })

function selfPin(id: string): readonly Pin[] {
  const open = { id, validFrom: null, validUntil: null }
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

const namesKey = ({ id }: Pin, issuerId: string, method: string): boolean => absoluteAddress(id, issuerId) === method || `${issuerId}#${id}` === method

/** The one key of these pins; undefined where they are several keys: the name does not say which was meant, and a signature by another is no forgery. */
function onlyOf(pins: readonly Pin[]): Pin | undefined {
  const [first, ...others] = pins
  return others.every((pin) => first?.reading.ok && isSameKey(pin, first.reading.value)) ? first : undefined
}

/** A key of the register, found by its own id. The only source that also authenticates the issuer. */
export const registered: KeySource = {
  id: 'register',
  source: 'The issuer register',
  selfCertifying: false,
  find({ method, issuerId, issuedAt }, context) {
    if (method === null) return null
    const address = absoluteAddress(method, issuerId)
    const issuers = holdersOf(context, [address, method])
    for (const issuer of [...issuers.filter(({ id }) => id === issuerId), ...issuers.filter(({ id }) => id !== issuerId)]) {
      const named = readablePins(context, issuer).filter((candidate) => namesKey(candidate, issuer.id, address) || candidate.id === method)
      const inside = named.filter((candidate) => isInsidePeriod(candidate, issuedAt))
      const best = onlyOf(inside.length > 0 ? inside : named)
      if (best && (issuer.id === issuerId || best.id.includes(':'))) {
        return { reading: best.reading, controller: issuer.id, forAssertion: true, problems: [] }
      }
    }
    return null
  },
}
