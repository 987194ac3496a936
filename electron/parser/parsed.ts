import type { Container, Credential } from '../../shared/model/credential'
import type { NormalDocument, RawDocument } from '../../shared/model/document'
import type { JsonObject } from '../../shared/model/json'
import type { Problem } from '../../shared/model/problem'
import type { SupportDocument } from '../../shared/model/supportDocument'
import type { Ignored, Unreadable } from '../reader/envelope'
import type { SelectiveDisclosure } from './selective/selectiveDisclosure'

/** What the signature, if any, was made over, exactly as read (a text, a token, `raw`), with the document in its normal form, from which members are read. */
export type Secured =
  /** JSON with proofs inside (`proof`), or with none. `text` is the exact text read. */
  | { readonly kind: 'document'; readonly document: NormalDocument; readonly raw: RawDocument; readonly text: string }
  /** VC-JWT or SD-JWT. `form` names its profile: OB3's flat payload, OB3's `vc` claim, or VC-JOSE-COSE (`typ: vc+jwt`). */
  | {
      readonly kind: 'jwt'
      /** The whole text; `jws` is the part the issuer signed, which is all of it where there are no disclosures. */
      readonly token: string
      readonly jws: string
      readonly header: JsonObject
      /** With the disclosed claims in their places. */
      readonly payload: JsonObject
      readonly selective: SelectiveDisclosure | null
      readonly document: NormalDocument
      readonly form: 'ob3-flat' | 'ob3-vc' | 'vc-jose'
    }
  /** Open Badges 2.0 signed badge: a JWS whose payload is the assertion. */
  | { readonly kind: 'ob2-jws'; readonly token: string; readonly header: JsonObject; readonly document: NormalDocument }
  /** Open Badges 2.0 hosted badge: the file only points to the address of the badge. `url` is its own id. */
  | { readonly kind: 'hosted'; readonly url: string | null; readonly document: NormalDocument; readonly text: string }
  /** Only an address was found (OB 1 in a PNG, an unresolved SVG `verify`). */
  | { readonly kind: 'address'; readonly url: string }

/** A credential, with what it was carried in. */
export interface ParsedCredential {
  readonly kind: 'credential'
  readonly source: string
  readonly container: Container
  readonly credential: Credential
  readonly secured: Secured
  readonly problems: readonly Problem[]
}

/**
 * A signed or unsigned envelope (CLR, verifiable presentation). Graded for itself and counted nowhere; inner credentials follow it in the list and inherit
 * nothing.
 */
export interface ParsedEnvelope extends Omit<ParsedCredential, 'kind'> {
  readonly kind: 'envelope'
  /** The number of credentials inside, which follow. */
  readonly inner: number
}

export type { SupportDocument, SupportType } from '../../shared/model/supportDocument'
export type { Ignored, Unreadable }

export type Parsed = ParsedCredential | ParsedEnvelope | SupportDocument | Unreadable | Ignored
