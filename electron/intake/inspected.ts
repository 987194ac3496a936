import type { Container, Credential } from '../../shared/model/credential'
import type { FoundSupport, FromFile, Ignored, Unreadable } from '../../shared/model/found'
import type { Verification } from '../../shared/model/verification'
import type { Dependencies } from '../verifier'

interface Verified extends FromFile {
  readonly dependencies: Dependencies
  readonly container: Container
  readonly credential: Credential
  readonly verification: Verification
  /** The exact text that was verified. */
  readonly text: string
  /** Issuer and id together, for replacement and de-duplication; null where the credential has no id. */
  readonly key: string | null
}

/** A credential, parsed, in its normal form, and verified. */
export interface InspectedCredential extends Verified {
  readonly kind: 'credential'
}

/** An envelope of credentials, graded for itself and counted nowhere. */
export interface InspectedEnvelope extends Verified {
  readonly kind: 'envelope'
}

export type Inspected = InspectedCredential | InspectedEnvelope | FoundSupport | Unreadable | Ignored
