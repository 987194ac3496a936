import type { Problem } from '../../../shared/model/problem'
import type { VerifierContext } from '../context/context'
import { hostOf } from '../context/inquiry'
import type { KeyRequest } from './key'
import type { KeyReading } from './publicKey'

/** A key that was found, with the statements of its source. */
export interface LocatedKey {
  readonly reading: KeyReading
  /** The owner of the key by the source; null where it names none. */
  readonly controller: string | null
  /** Whether its controller lets the key be used for the purpose that was asked for. */
  readonly isForPurpose: boolean
  /** Problems of the source: a key found only there is no evidence of who holds it. */
  readonly problems: readonly Problem[]
  /** The source is a document that its own address served; absent for a file, which anybody can write. */
  readonly isServed?: boolean
}

/** An entry of the table of key sources. Sources resolve a key; only the register authenticates one. */
export interface KeySource {
  readonly id: 'register' | 'did:key' | 'did:jwk' | 'document' | 'fragment' | 'carried'
  /** Standard and section. */
  readonly source: string
  /** Whether the identifier is the key, so that only its holder can sign in its name. */
  readonly selfCertifying: boolean
  find(request: KeyRequest, context: VerifierContext): LocatedKey | null
}

/** The two parts of an address: before the first `#`, and after it. */
export function splitAddress(address: string): { readonly base: string; readonly fragment: string | null } {
  const hash = address.indexOf('#')
  return hash === -1 ? { base: address, fragment: null } : { base: address.slice(0, hash), fragment: address.slice(hash + 1) }
}

const hasScheme = (address: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address)

/**
 * The absolute form of an address that is relative by its first character (`#key-1`, `/keys/1`, `?key=1`); it belongs to the issuer that names it.
 * @source Controlled Identifiers 1.0, section 2.2; RFC 3986, section 5.2; Decentralized Identifiers 1.0, section 3.2.2
 */
export function absoluteAddress(address: string, base: string | null): string {
  if (base === null || !/^[#/?]/.test(address)) return address
  if (address.startsWith('#')) return base + address
  return base.startsWith('did:') ? splitAddress(base).base + address : (resolved(address, base) ?? address)
}

const resolved = (address: string, base: string): string | null => (hostOf(base) === null ? null : (URL.parse(address, base)?.href ?? null))

/**
 * The addresses that the name of a key may mean, the likeliest first. A bare name may be that of a key in a set, a fragment of the issuer's id, or relative to it.
 * @source RFC 7515, section 4.1.4; Securing VCs using JOSE and COSE, section 3.3.1
 */
export function keyAddresses(name: string, issuerId: string | null): readonly string[] {
  const address = absoluteAddress(name, issuerId)
  if (issuerId === null || hasScheme(name)) return [address]
  if (address !== name) return name.startsWith('#') ? [address] : [address, name]
  const relative = resolved(name, issuerId)
  return [name, `${issuerId}#${name}`, ...(relative === null ? [] : [relative])]
}

/** A name without the issuer's own address before it: what names a key among those of this issuer. */
export function nameAmongOwn(name: string, issuerId: string): string {
  const address = absoluteAddress(name, issuerId)
  return address.startsWith(`${issuerId}#`) ? address.slice(issuerId.length + 1) : name
}

/** Is the name of a key, as an address, in the name of the issuer: relative to it, under its id, or on its host? */
export function isInNameOf(name: string, issuerId: string): boolean {
  const { base } = splitAddress(absoluteAddress(name, issuerId))
  const host = hostOf(base)
  return !hasScheme(base) || base === issuerId || (host !== null && host === hostOf(issuerId))
}

/** The address of a key's document: the address without its fragment, or the one of a did:web. @source did:web, section 3.2 */
export function documentAddress(id: string): string {
  const { base } = splitAddress(id)
  const [, host, ...path] = /^did:web:/.test(base) ? base.slice('did:'.length).split(':') : []
  if (host === undefined) return base
  return `https://${host.replace(/%3A/i, ':')}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
}
