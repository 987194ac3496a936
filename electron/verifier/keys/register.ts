import type { IssuerRegister, RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
import { readInstant } from '../checks/instant'
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

/** The register's entries for an issuer; more than one where the same issuer was registered twice. */
export const entriesOf = (register: IssuerRegister, issuerId: string | null): readonly RegisteredIssuer[] =>
  issuerId === null ? [] : register.issuers.filter(({ id }) => id === issuerId)

/** Is the pinned key the same key, in whichever form either was given? */
export const isSameKey = (pinned: Pin, key: PublicKey): boolean => pinned.reading.ok && pinned.reading.value.thumbprint === key.thumbprint

/**
 * Does a pinned key count for a credential issued then? `[validFrom, validUntil)`.
 * An issue date that is missing or cannot be read is in no bounded period.
 */
export function isInsidePeriod({ validFrom, validUntil }: Pick<Pin, 'validFrom' | 'validUntil'>, issuedAt: string | null): boolean {
  if (validFrom === null && validUntil === null) return true
  const issued = issuedAt === null ? null : readInstant(issuedAt, 'start')
  if (!issued) return false
  const from = validFrom === null ? null : readInstant(validFrom, 'start')
  const until = validUntil === null ? null : readInstant(validUntil, 'end')
  if ((validFrom !== null && !from) || (validUntil !== null && !until)) return false
  // A bare day is the last day the key counts: its last millisecond is still inside, an instant given as the end is not.
  const isBareDay = validUntil !== null && !/T/i.test(validUntil)
  return (!from || issued >= from) && (!until || issued < until || (isBareDay && issued.getTime() === until.getTime()))
}

const namesKey = ({ id }: Pin, issuerId: string, method: string): boolean => absoluteAddress(id, issuerId) === method || `${issuerId}#${id}` === method

/** A key of the register, found by its own id. The only source that also authenticates; it needs no document. */
export const registered: KeySource = {
  id: 'register',
  source: 'The issuer register',
  selfCertifying: false,
  find({ method, issuerId, issuedAt }, { register }) {
    if (method === null) return null
    const address = absoluteAddress(method, issuerId)
    const own = register.issuers.filter(({ id }) => id === issuerId)
    const others = register.issuers.filter(({ id }) => id !== issuerId)
    for (const issuer of [...own, ...others]) {
      // A key that was registered with a slip of the pen resolves nothing; the badge is then judged as if it were not there.
      const readable = issuer.keys.length > 0 ? pinsOf(issuer).filter(({ reading }) => reading.ok) : []
      const named = readable.filter((candidate) => namesKey(candidate, issuer.id, address) || candidate.id === method)
      const best = named.find((candidate) => isInsidePeriod(candidate, issuedAt)) ?? named[0]
      if (best && (issuer.id === issuerId || best.id.includes(':'))) {
        return { reading: best.reading, controller: issuer.id, forAssertion: true, problems: [] }
      }
    }
    return null
  },
}
