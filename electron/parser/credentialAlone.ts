import { isObject, type JsonValue } from '../../shared/model/json'
import { blockcerts } from './blockcerts'
import { isOfType } from './members'
import { normalForm } from './normalForm'
import { openBadges1 } from './openBadges1'
import { openBadges2 } from './openBadges2'
import { openBadges3 } from './openBadges3'
import type { DocumentStandard } from './standard'
import { verifiableCredential } from './verifiableCredential'

/** Standards by which a document is one credential and nothing besides. */
const ofOneCredential: readonly DocumentStandard[] = [blockcerts, openBadges3, verifiableCredential, openBadges1, openBadges2]

/**
 * Is this document one credential and nothing besides, so that no supporting document can be in it?
 *
 * A look before everything is read with care: false wherever it might hold anything else, an envelope or a token among them.
 */
export function isCredentialAlone(standards: readonly DocumentStandard[], value: JsonValue): boolean {
  if (!isObject(value)) return false
  const { document } = normalForm(value)
  if (isOfType(document, 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation')) return false
  const standard = standards.find((candidate) => candidate.recognises(document))
  return standard !== undefined && ofOneCredential.includes(standard)
}
