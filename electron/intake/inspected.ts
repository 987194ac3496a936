import type { Container, Credential } from '../../shared/model/credential'
import type { Problem } from '../../shared/model/problem'
import type { Verification } from '../../shared/model/verification'
import type { Ignored, SupportType, Unreadable } from '../parser/parsed'
import type { HangsOn } from '../verifier'

/** The file a thing was found in, kept once by its digest. */
export interface FromFile {
  readonly source: string
  /** SHA-256 (hex) of the file's bytes. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Which of the things in the file this is, from 0. */
  readonly ordinal: number
}

interface Judged extends FromFile {
  /** What the verdict hangs on, as far as the credential itself says. */
  readonly hangsOn: HangsOn
  readonly container: Container
  readonly credential: Credential
  readonly verification: Verification
  /** The exact text that was verified. */
  readonly text: string
  /** Issuer and id taken together, for replacement and de-duplication; null where the credential has no id. */
  readonly key: string | null
}

/** A credential, read, normalised and judged. */
export interface InspectedCredential extends Judged {
  readonly kind: 'credential'
}

/** A wrapper of credentials, graded for itself and counted nowhere. */
export interface InspectedEnvelope extends Judged {
  readonly kind: 'envelope'
}

export interface InspectedSupport extends FromFile {
  readonly kind: 'support'
  readonly type: SupportType
  readonly id: string | null
  readonly text: string
  /** JSON of the document; null where the text is that. */
  readonly document: string | null
  readonly problems: readonly Problem[]
}

export type Inspected = InspectedCredential | InspectedEnvelope | InspectedSupport | Unreadable | Ignored
