import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import { creatorOf } from '../../parser/hosting'
import { idOf } from '../../parser/members'
import type { ParsedCredential, ParsedEnvelope, Secured } from '../../parser/parsed'
import { absoluteAddress, splitAddress } from '../keys/source'
import { methodOf } from '../status/checkStatus'

/** What a verdict looked for, whether or not it was in hand: when one of these arrives or changes, the credential is worth verifying again. */
export interface Dependencies {
  readonly issuerId: string | null
  /** Addresses of keys and of the documents they stand in. */
  readonly keyIds: readonly string[]
  readonly listUrls: readonly string[]
  /** The badge's own address, where it is hosted. */
  readonly hostedUrl: string | null
}

/** Which keys, lists and addresses does the verdict on this credential depend on? Read from the credential alone. */
export function dependsOn({ credential, secured }: ParsedCredential | ParsedEnvelope): Dependencies {
  const issuerId = credential.issuer.id
  if (secured.kind === 'address') return { issuerId, keyIds: [], listUrls: [], hostedUrl: secured.url }
  const methods = [...namedKeys(secured), ...chainOf(secured.document)].map((method) => absoluteAddress(method, issuerId))
  const keyIds = [...new Set(methods.flatMap((method) => [method, splitAddress(method).base]))]
  const entries = asList(secured.document.credentialStatus).filter(isObject)
  const lists = entries.flatMap((entry) => methodOf(entry)?.listUrl(entry) ?? [])
  return { issuerId, keyIds, listUrls: [...new Set([...lists, ...issuerList(secured.document)])], hostedUrl: secured.kind === 'hosted' ? secured.url : null }
}

/** The keys a credential, or a list, says it was signed by, as it names them. */
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
