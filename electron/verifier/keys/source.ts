import type { Problem } from '../../../shared/model/problem'
import type { VerifierContext } from '../context/context'
import type { KeyRequest } from './key'
import type { KeyReading } from './publicKey'

/** A key that was found, with the statements of its source. */
export interface LocatedKey {
  readonly reading: KeyReading
  /** The owner of the key by the source; null where it names none. */
  readonly controller: string | null
  /** Whether the key may make assertions for its controller (`assertionMethod`). */
  readonly forAssertion: boolean
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

/** A relative address (`#key-1`) belongs to the issuer that names it. @source Controlled Identifiers 1.0, section 2.2 */
export const absoluteAddress = (address: string, base: string | null): string => (address.startsWith('#') && base !== null ? base + address : address)

/** The address of a key's document: the address without its fragment, or the one of a did:web. @source did:web, section 3.2 */
export function documentAddress(id: string): string {
  const { base } = splitAddress(id)
  const [, host, ...path] = /^did:web:/.test(base) ? base.slice('did:'.length).split(':') : []
  if (host === undefined) return base
  return `https://${host.replace(/%3A/i, ':')}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
}
