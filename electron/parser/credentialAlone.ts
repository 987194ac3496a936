import { isObject, type JsonValue } from '../../shared/model/json'
import { blockcerts } from './blockcerts'
import { isOfType } from './members'
import { normalForm } from './normalForm'
import { openBadges1 } from './openBadges1'
import { openBadges2 } from './openBadges2'
import { openBadges3 } from './openBadges3'
import type { DocumentStandard } from './standard'
import { verifiableCredential } from './verifiableCredential'

/** Standards by which a document is exactly one credential. */
const ofOneCredential: readonly DocumentStandard[] = [blockcerts, openBadges3, verifiableCredential, openBadges1, openBadges2]

/**
 * Is this document exactly one credential, so that no supporting document can be in it?
 *
 * A quick check before the document is parsed: false wherever it might hold anything else, such as an envelope or a token.
 */
export function isCredentialAlone(standards: readonly DocumentStandard[], value: JsonValue): boolean {
  if (!isObject(value)) return false
  const { document } = normalForm(value)
  if (isOfType(document, 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation')) return false
  const standard = standards.find((candidate) => candidate.recognises(document))
  return standard !== undefined && ofOneCredential.includes(standard)
}
