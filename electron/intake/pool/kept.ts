import type { Container } from '../../../shared/model/credential'
import { type KeptCredential, type KeptVerdict, keptCredential, keptVerdict } from '../../../shared/model/kept'
import type { Grade } from '../../../shared/model/verification'
import type { Ignored, Unreadable } from '../../parser/parsed'
import type { FromFile, Inspected, InspectedSupport } from '../inspected'
import type { Seeker, Sought } from '../seek'

/** A credential as it is kept. */
export interface KeptBadge extends FromFile {
  readonly kind: 'credential'
  readonly container: Container
  readonly credential: KeptCredential
  readonly verdict: KeptVerdict
  /** The exact text that was verified; null where the file says it word for word. */
  readonly text: string | null
  readonly key: string | null
  /** JSON of what its verdict hangs on, its own address left out: that is told apart. */
  readonly hangsOn: string
  readonly hostedUrl: string | null
  /** Whose its hashed recipients are, where that was sought. */
  readonly sought: readonly Sought[]
  /** Some were not tried: see `Budget`. */
  readonly putOff: boolean
}

/** An envelope of credentials: only what was said of it is kept. */
export interface KeptEnvelope {
  readonly kind: 'envelope'
  readonly source: string
  readonly sha256: string
  readonly verdict: KeptVerdict
}

/** Everything found in a unit, in the form it is kept in. */
export type Kept = KeptBadge | KeptEnvelope | InspectedSupport | Unreadable | Ignored

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The verified text, unless the file says it word for word: then the file is enough. */
const textBeside = (container: Container, text: string, bytes: Uint8Array): string | null =>
  (container === 'json' || container === 'jws') && bytes.byteLength < 4 * text.length + 4 && decoder.decode(bytes) === text ? null : text

const isProven = (grade: Grade): boolean => grade === 'verified' || grade === 'confirmed'

/** The form in which what was found is kept: texts and numbers, so that little is left to do for the one who writes. */
export function keep(found: Inspected, seek: Seeker): Kept {
  if (found.kind === 'envelope') return { kind: 'envelope', source: found.source, sha256: found.sha256, verdict: keptVerdict(found.verification) }
  if (found.kind !== 'credential') return found
  const { kind, source, sha256, bytes, ordinal, container, credential, verification, text, key, hangsOn } = found
  return {
    kind,
    source,
    sha256,
    bytes,
    ordinal,
    container,
    credential: keptCredential(credential),
    verdict: keptVerdict(verification),
    text: textBeside(container, text, bytes),
    key,
    hangsOn: JSON.stringify({ ...hangsOn, hostedUrl: null }),
    hostedUrl: hangsOn.hostedUrl,
    ...seek({ source, claimedName: credential.recipientName, recipients: credential.recipients, isProven: isProven(verification.grade) }),
  }
}
