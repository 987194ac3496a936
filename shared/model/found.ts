import type { Container } from './credential'
import type { KeptCredential, KeptVerdict } from './kept'
import type { Problem } from './problem'
import type { SupportType } from './supportDocument'

/** The file something was found in; its bytes are stored once by their digest. */
export interface FromFile {
  readonly source: string
  /** SHA-256 (hex) of the file's bytes. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Its place among the things in the file, from 0. */
  readonly ordinal: number
}

/** A verified credential in the form it is stored in. */
export interface FoundBadge extends FromFile {
  readonly kind: 'credential'
  readonly container: Container
  readonly credential: KeptCredential
  readonly verdict: KeptVerdict
  /** The exact text that was verified; null where the file is that text. */
  readonly text: string | null
  /** Issuer and id together, for replacement and de-duplication; null where the credential has no id. */
  readonly key: string | null
  /** JSON of the dependencies of its verdict, without its own address. */
  readonly dependencies: string
  /** The badge's own address, where it is hosted. */
  readonly hostedUrl: string | null
}

/** An envelope of credentials: only its verdict is stored. */
export interface FoundEnvelope {
  readonly kind: 'envelope'
  readonly source: string
  readonly sha256: string
  readonly verdict: KeptVerdict
}

/** A supporting document. */
export interface FoundSupport extends FromFile {
  readonly kind: 'support'
  readonly type: SupportType
  readonly id: string | null
  readonly text: string
  /** JSON of the document; null where the text is that. */
  readonly document: string | null
  readonly problems: readonly Problem[]
}

/** A file, or a part of one, that should hold a badge and cannot be read, with the one reason. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly source: string
  readonly problem: Problem
}

/** A file that belongs to no badge: `Thumbs.db`, `.DS_Store`, `__MACOSX/…`, a PDF. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly source: string
}
