import { instantOf } from '../../../shared/model/instant'
import type { IssuerRegister, RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
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

/** Reading keys anew for every credential would cost more than verifying it; entries are values and never change. */
const pinsByIssuer = new WeakMap<RegisteredIssuer, readonly Pin[]>()

/** The keys pinned for an issuer. Where a did:key or did:jwk has none written down, the DID is the key, without a period. */
export function pinsOf(issuer: RegisteredIssuer): readonly Pin[] {
  const known = pinsByIssuer.get(issuer)
  if (known) return known
  const pins = issuer.keys.length > 0 ? issuer.keys.map(pin) : selfPin(issuer.id)
  pinsByIssuer.set(issuer, pins)
  return pins
}

const pin = ({ id, material, validFrom, validUntil }: RegisteredKey): Pin => ({ id, reading: registeredMaterial(material), validFrom, validUntil })

function selfPin(id: string): readonly Pin[] {
  const open = { id, validFrom: null, validUntil: null }
  if (id.startsWith('did:key:')) return [{ ...open, reading: multikey(id.slice('did:key:'.length)) }]
  if (id.startsWith('did:jwk:')) return [{ ...open, reading: didJwkKey(id) }]
  return []
}

/** What is asked of a register for every credential. A register is a value, and a city's has hundreds of entries: each is looked through once. */
interface Index {
  readonly byId: ReadonlyMap<string, readonly RegisteredIssuer[]>
  /** Places in the register of the issuers that pin a readable key of that name, by every name it may be asked for with. */
  readonly byKeyName: ReadonlyMap<string, readonly number[]>
}

const indexes = new WeakMap<IssuerRegister, Index>()

function indexOf(register: IssuerRegister): Index {
  const known = indexes.get(register)
  if (known) return known
  const named = register.issuers.flatMap((issuer, place) => pinnedNames(issuer).map((name) => ({ name, place })))
  const places = [...Map.groupBy(named, ({ name }) => name)].map(([name, found]) => [name, found.map(({ place }) => place)] as const)
  const index = { byId: Map.groupBy(register.issuers, ({ id }) => id), byKeyName: new Map(places) }
  indexes.set(register, index)
  return index
}

/** A key that was registered with a slip of the pen resolves nothing; a badge is judged as if it were not there. Keys that are their DID need no entry. */
const readablePins = (issuer: RegisteredIssuer): readonly Pin[] => (issuer.keys.length > 0 ? pinsOf(issuer).filter(({ reading }) => reading.ok) : [])

const pinnedNames = (issuer: RegisteredIssuer): readonly string[] =>
  readablePins(issuer).flatMap(({ id }) => [id, absoluteAddress(id, issuer.id), `${issuer.id}#${id}`])

/** Issuers that pin a readable key of one of these names, in the order of the register. */
function holdersOf(register: IssuerRegister, names: readonly string[]): readonly RegisteredIssuer[] {
  const { byKeyName } = indexOf(register)
  const places = new Set(names.flatMap((name) => byKeyName.get(name) ?? []))
  return places.size === 0 ? [] : [...places].sort((one, other) => one - other).flatMap((place) => register.issuers.slice(place, place + 1))
}

/** The register's entries for an issuer; more than one where the same issuer was registered twice. */
export const entriesOf = (register: IssuerRegister, issuerId: string | null): readonly RegisteredIssuer[] =>
  issuerId === null ? [] : (indexOf(register).byId.get(issuerId) ?? [])

/** Is the pinned key the same key, in whichever form either was given? */
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

/** The one key these pins hold; undefined where they are several: which of them was meant the name does not say, and a signature by another is no forgery. */
function onlyOf(pins: readonly Pin[]): Pin | undefined {
  const [first, ...others] = pins
  return others.every((pin) => first?.reading.ok && isSameKey(pin, first.reading.value)) ? first : undefined
}

/** A key of the register, found by its own id. The only source that also authenticates; it needs no document. */
export const registered: KeySource = {
  id: 'register',
  source: 'The issuer register',
  selfCertifying: false,
  find({ method, issuerId, issuedAt }, { register }) {
    if (method === null) return null
    const address = absoluteAddress(method, issuerId)
    const issuers = holdersOf(register, [address, method])
    for (const issuer of [...issuers.filter(({ id }) => id === issuerId), ...issuers.filter(({ id }) => id !== issuerId)]) {
      const named = readablePins(issuer).filter((candidate) => namesKey(candidate, issuer.id, address) || candidate.id === method)
      const inside = named.filter((candidate) => isInsidePeriod(candidate, issuedAt))
      const best = onlyOf(inside.length > 0 ? inside : named)
      if (best && (issuer.id === issuerId || best.id.includes(':'))) {
        return { reading: best.reading, controller: issuer.id, forAssertion: true, problems: [] }
      }
    }
    return null
  },
}
