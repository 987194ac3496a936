import { isArray, isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { isHostedType, isSignedType, isWebAddress } from '../hosting'
import { idOf } from '../members'

const ambiguous = (at: string): Problem => ({ code: 'document.ambiguous', at })

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other

/** Adds the contradictions between two members of an Open Badges 1 or 2 document. Its names must be in the normal form. */
export function contradictions(document: JsonObject, problems: Problem[]): void {
  if (document.badge !== undefined) inAssertion(document, problems)
  inKey(document, '', problems)
  const { publicKey } = document
  if (isObject(publicKey)) inKey(publicKey, '/publicKey', problems)
  if (!isArray(publicKey)) return
  for (const [index, key] of publicKey.entries()) if (isObject(key)) inKey(key, `/publicKey/${index}`, problems)
}

function inAssertion({ id, uid, badge, issuer, verification, verify }: JsonObject, problems: Problem[]): void {
  const own = textOf(id)
  // The issuer of a badge is that of its class. @source Open Badges 2.0, BadgeClass `issuer`
  if (isObject(badge) && differ(idOf(issuer), idOf(badge.issuer))) problems.push(ambiguous('/issuer'))
  // Before Open Badges 2.0 a `uid` named a badge besides its address. A `uid` that is another address contradicts it.
  if (isOtherAddress(uid, own)) problems.push(ambiguous('/uid'))
  const [one, other] = [isObject(verification) ? verification : null, isObject(verify) ? verify : null]
  if (one && other && contradict(one, other)) problems.push(ambiguous('/verify'))
  // A signed badge of Open Badges 1.1 has the address of its key there.
  if (one && isOtherAddress(one.url, own) && !isSignedType(one)) problems.push(ambiguous('/verification/url'))
  if (other && isOtherAddress(other.url, own) && !isSignedType(other)) problems.push(ambiguous('/verify/url'))
}

/** Are both addresses, and different? */
const isOtherAddress = (value: JsonValue | undefined, own: string | null): boolean => isWebAddress(textOf(value)) && isWebAddress(own) && value !== own

/** One has the type of a signed badge and the other that of a hosted one, or they name two keys. */
const contradict = (one: JsonObject, other: JsonObject): boolean =>
  (isSignedType(one) && isHostedType(other)) || (isHostedType(one) && isSignedType(other)) || differ(keyNamed(one), keyNamed(other))

const keyNamed = ({ creator, url, ...method }: JsonObject): string | null => (isHostedType(method) ? null : idOf(creator ?? url))

/** @source Open Badges 2.0, CryptographicKey `owner`; Controlled Identifiers 1.0, section 2.2 (`controller`) */
function inKey({ owner, controller }: JsonObject, at: string, problems: Problem[]): void {
  if (differ(idOf(owner), idOf(controller))) problems.push(ambiguous(`${at}/owner`))
}
