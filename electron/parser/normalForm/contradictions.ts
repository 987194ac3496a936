import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { isHostedType, isSignedType, isWebAddress } from '../hosting'
import { idOf } from '../members'

const ambiguous = (at: string): readonly Problem[] => [{ code: 'document.ambiguous', at }]

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other

/** What two places of an Open Badges 1 or 2 document say of one thing, where they do not agree. Asked of the normal form of names. */
export const contradictions = (document: JsonObject): readonly Problem[] => [
  ...(document.badge === undefined ? [] : inAssertion(document)),
  ...inKey(document, ''),
  ...asList(document.publicKey).flatMap((key, index) =>
    isObject(key) ? inKey(key, Array.isArray(document.publicKey) ? `/publicKey/${index}` : '/publicKey') : [],
  ),
]

function inAssertion({ id, uid, badge, issuer, verification, verify }: JsonObject): readonly Problem[] {
  const own = textOf(id)
  const methods = [verification, verify].filter((method) => isObject(method))
  const isSigned = methods.some(isSignedType)
  return [
    // The issuer of a badge is that of its class. @source Open Badges 2.0, BadgeClass `issuer`
    ...(isObject(badge) && differ(idOf(issuer), idOf(badge.issuer)) ? ambiguous('/issuer') : []),
    // Before Open Badges 2.0 a `uid` was the name of a badge beside its address. Where it is an address itself, it is another one.
    ...(isWebAddress(own) && isWebAddress(textOf(uid)) && own !== uid ? ambiguous('/uid') : []),
    ...(methods.length === 2 && sayOtherwise(methods[0]!, methods[1]!) ? ambiguous('/verify') : []),
    // A signed badge of Open Badges 1.1 names the address of its key there.
    ...(isSigned
      ? []
      : methods.filter(({ url }) => isWebAddress(own) && isWebAddress(textOf(url)) && url !== own).flatMap(() => ambiguous('/verification/url'))),
  ].filter((problem, index, all) => all.findIndex(({ at }) => at === problem.at) === index)
}

/** One is said to be signed and the other to be hosted, or they name two keys. */
const sayOtherwise = (one: JsonObject, other: JsonObject): boolean =>
  (isSignedType(one) && isHostedType(other)) || (isHostedType(one) && isSignedType(other)) || differ(keyNamed(one), keyNamed(other))

const keyNamed = ({ creator, url, ...method }: JsonObject): string | null => (isHostedType(method) ? null : idOf(creator ?? url))

/** @source Open Badges 2.0, CryptographicKey `owner`; Controlled Identifiers 1.0, section 2.2 (`controller`) */
const inKey = ({ owner, controller }: JsonObject, at: string): readonly Problem[] => (differ(idOf(owner), idOf(controller)) ? ambiguous(`${at}/owner`) : [])
