import type { Problem } from '../../../shared/model/problem'
import type { VerifierContext } from '../context/context'
import type { KeyRequest } from './key'
import type { KeyReading } from './publicKey'

/** A key that was found, and what the place it was found in says about it. */
export interface LocatedKey {
  readonly reading: KeyReading
  /** Whose key it is, as the place says; null where the place does not say. */
  readonly controller: string | null
  /** Whether the controller lets the key speak for it (`assertionMethod`). */
  readonly forAssertion: boolean
  /** What the place says about itself: a key found only there is no evidence of who holds it. */
  readonly problems: readonly Problem[]
  /** The place is a document that its own address served; absent for a file, which anybody can write in its name. */
  readonly isServed?: boolean
}

/** An entry of the shelf: one kind of place a key can be found in. Places resolve a key; only the register authenticates one. */
export interface KeySource {
  readonly id: 'register' | 'did:key' | 'did:jwk' | 'document' | 'fragment' | 'carried'
  /** Standard and section. */
  readonly source: string
  /** Whether the identifier is the key: nobody else can have signed in its name. */
  readonly selfCertifying: boolean
  find(request: KeyRequest, context: VerifierContext): LocatedKey | null
}

/** An address in its two halves: what stands before the first `#`, and what follows it. */
export function splitAddress(address: string): { readonly base: string; readonly fragment: string | null } {
  const hash = address.indexOf('#')
  return hash === -1 ? { base: address, fragment: null } : { base: address.slice(0, hash), fragment: address.slice(hash + 1) }
}

/** A relative address (`#key-1`) belongs to the issuer that names it. @source Controlled Identifiers 1.0, section 2.2 */
export const absoluteAddress = (address: string, base: string | null): string => (address.startsWith('#') && base !== null ? base + address : address)

/** Where the document of a key stands: the address itself without its fragment, or the one a did:web stands for. @source did:web, section 3.2 */
export function documentAddress(id: string): string {
  const { base } = splitAddress(id)
  const [, host, ...path] = /^did:web:/.test(base) ? base.slice('did:'.length).split(':') : []
  if (host === undefined) return base
  return `https://${host.replace(/%3A/i, ':')}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
}
