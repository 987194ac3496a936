import type { JsonValue } from '../../shared/model/json'
import type { Envelope } from '../reader'
import { badgeClass } from './badgeClass'
import { blockcerts } from './blockcerts'
import { clr2 } from './clr2'
import { isCredentialAlone } from './credentialAlone'
import { evidence } from './evidence'
import { jwks } from './jwks'
import { keyDocument } from './keyDocument'
import { openBadges1 } from './openBadges1'
import { openBadges2 } from './openBadges2'
import { openBadges3 } from './openBadges3'
import type { Parsed } from './parsed'
import { parseWith } from './parseWith'
import { presentation } from './presentation'
import { profile } from './profile'
import { register } from './register'
import { revocationList } from './revocationList'
import type { DocumentStandard } from './standard'
import { statusList } from './statusList'
import { verifiableCredential } from './verifiableCredential'

export { completeCredential, type StoredDocuments } from './completeCredential'
export { credentialKey } from './credentialKey'
export { type CopyAt, type Endorsement, endorsementsOf } from './endorsements'
export { answeredList, type FetchedDocument, fetchedText, readEvidence } from './evidence'
export {
  addressesIn,
  documentDigest,
  type EvidenceFile,
  type EvidenceRecord,
  type EvidenceTable,
  evidenceTable,
  noEvidence,
  recordsAbout,
} from './evidenceTable'
export { readInstant, type WrittenInstant } from './instant'
export { asRead, normalForm, type ReadDocument } from './normalForm'
export { openDocument, type PackedDocument, packDocument } from './packedDocument'
export type { Ignored, Parsed, ParsedCredential, ParsedEnvelope, Secured, SupportDocument, SupportType, Unreadable } from './parsed'
export { readRegister } from './register'
export { readListCredential } from './statusList'
export { readKept } from './support'

/** All standards. The first that recognises a document reads it: specific ones come before general ones. */
export const standards: readonly DocumentStandard[] = [
  register,
  evidence,
  statusList,
  revocationList,
  presentation,
  clr2,
  blockcerts,
  openBadges3,
  verifiableCredential,
  openBadges1,
  openBadges2,
  badgeClass,
  keyDocument,
  profile,
  jwks,
]

/** The credentials and supporting documents in an envelope. An envelope of several (CLR, presentation) comes first, then each credential in it. */
export const parse = (envelope: Envelope): readonly Parsed[] => parseWith(standards, envelope)

/** Is the document, by the first standard that recognises it, exactly one credential? Then no supporting document is in it. */
export const holdsOneCredential = (value: JsonValue): boolean => isCredentialAlone(standards, value)
