import { isObject, type JsonValue, textOf } from '../../../shared/model/json'
import { idOf } from '../../parser/members'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import { type Dependencies, dependsOn } from './dependsOn'

/**
 * All that a credential itself says of what its verdict hangs on. Small, and but for the badge's own address the same for most badges of an issuer: it can be
 * kept with each, and asked later without reading the badge again.
 */
export interface HangsOn extends Dependencies {
  /** Open Badges 2.0: the badge class with nothing but what leads to the issuer's documents. */
  readonly badge: JsonValue
}

function wayToIssuer(badge: JsonValue | undefined): JsonValue {
  if (!isObject(badge)) return textOf(badge)
  const { id, issuer } = badge
  return { id: textOf(id), issuer: isObject(issuer) ? { id: textOf(issuer.id), revocationList: idOf(issuer.revocationList) } : textOf(issuer) }
}

export const hangsOn = (parsed: ParsedCredential | ParsedEnvelope): HangsOn => ({
  ...dependsOn(parsed),
  badge: parsed.secured.kind === 'address' ? null : wayToIssuer(parsed.secured.document.badge),
})
