import type { Container } from '../../../shared/model/credential'
import type { FoundBadge, FoundEnvelope, FoundSupport, Ignored, Unreadable } from '../../../shared/model/found'
import { keptCredential, keptVerdict } from '../../../shared/model/kept'
import type { Grade } from '../../../shared/model/verification'
import type { Inspected } from '../inspected'
import type { Seeker, Sought } from '../seek'

/** A credential as it is stored, with the people its hashed recipients were matched to. */
export interface KeptBadge extends FoundBadge {
  readonly sought: readonly Sought[]
  /** Some hashes were not tried: see `Budget`. */
  readonly putOff: boolean
}

/** Everything found in a unit, in the form it is stored in. */
export type Kept = KeptBadge | FoundEnvelope | FoundSupport | Unreadable | Ignored

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The verified text; null where the file is that text, and is stored anyway. */
const textBeside = (container: Container, text: string, bytes: Uint8Array): string | null =>
  (container === 'json' || container === 'jws') && bytes.byteLength < 4 * text.length + 4 && decoder.decode(bytes) === text ? null : text

const isProven = (grade: Grade): boolean => grade === 'verified' || grade === 'confirmed'

/** The form in which a found thing is stored: texts and numbers, so that the writing thread has little left to do. */
export function keep(found: Inspected, seek: Seeker): Kept {
  if (found.kind === 'envelope') return { kind: 'envelope', source: found.source, sha256: found.sha256, verdict: keptVerdict(found.verification) }
  if (found.kind !== 'credential') return found
  const { kind, source, sha256, bytes, ordinal, container, credential, verification, text, key, dependencies } = found
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
    dependencies: JSON.stringify({ ...dependencies, hostedUrl: null }),
    hostedUrl: dependencies.hostedUrl,
    ...seek({ source, claimedName: credential.recipientName, recipients: credential.recipients, isProven: isProven(verification.grade) }),
  }
}
