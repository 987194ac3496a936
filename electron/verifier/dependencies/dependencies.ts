import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import { creatorOf } from '../../parser/hosting'
import { idOf } from '../../parser/members'
import type { ParsedCredential, ParsedEnvelope, Secured } from '../../parser/parsed'
import { absoluteAddress, splitAddress } from '../keys/source'
import { methodOf } from '../status/checkStatus'

/**
 * The keys, lists and documents a verdict used or missed, as far as the credential names them: when one of these arrives or changes, the credential is
 * reverified. Small, and except for the badge's own address the same for most badges of an issuer: stored with each, so that no badge is read to find those that
 * a change affects.
 */
export interface Dependencies {
  readonly issuerId: string | null
  /** Addresses of keys and of the documents that hold them. */
  readonly keyIds: readonly string[]
  readonly listUrls: readonly string[]
  /** The badge's own address, where it is hosted. */
  readonly hostedUrl: string | null
  /** Open Badges 2.0: the badge class with only the members that lead to the issuer's documents. */
  readonly badge: JsonValue
}

/** The keys, lists and addresses the verdict on this credential depends on, read from the credential alone. */
export function dependenciesOf({ credential, secured }: ParsedCredential | ParsedEnvelope): Dependencies {
  const issuerId = credential.issuer.id
  if (secured.kind === 'address') return { issuerId, keyIds: [], listUrls: [], hostedUrl: secured.url, badge: null }
  const { document } = secured
  const methods = [...namedKeys(secured), ...chainOf(document)].map((method) => absoluteAddress(method, issuerId))
  const keyIds = [...new Set(methods.flatMap((method) => [method, splitAddress(method).base]))]
  const entries = asList(document.credentialStatus).filter(isObject)
  const lists = entries.flatMap((entry) => methodOf(entry)?.listUrl(entry) ?? [])
  return {
    issuerId,
    keyIds,
    listUrls: [...new Set([...lists, ...issuerList(document)])],
    hostedUrl: secured.kind === 'hosted' ? secured.url : null,
    badge: wayToIssuer(document.badge),
  }
}

/** The keys that a credential or a list names as its signers. */
export function namedKeys(secured: Exclude<Secured, { kind: 'address' }>): readonly string[] {
  if (secured.kind === 'jwt' || secured.kind === 'ob2-jws') {
    return [textOf(secured.header.kid), creatorOf(secured.document).id].filter((id) => id !== null)
  }
  return asList(secured.document.proof)
    .filter(isObject)
    .flatMap(({ verificationMethod: method }) => idOf(method) ?? [])
}

/** Open Badges 2.0: the badge class and the issuer's profile, where they are given by address. */
function chainOf({ badge }: JsonObject): readonly string[] {
  const issuer = isObject(badge) ? badge.issuer : undefined
  return [textOf(badge), idOf(issuer)].filter((id) => id !== null)
}

function issuerList({ badge }: JsonObject): readonly string[] {
  const issuer = isObject(badge) ? badge.issuer : null
  const list = isObject(issuer) ? idOf(issuer.revocationList) : null
  return list === null ? [] : [list]
}

function wayToIssuer(badge: JsonValue | undefined): JsonValue {
  if (!isObject(badge)) return textOf(badge)
  const { id, issuer } = badge
  return { id: textOf(id), issuer: isObject(issuer) ? { id: textOf(issuer.id), revocationList: idOf(issuer.revocationList) } : textOf(issuer) }
}
