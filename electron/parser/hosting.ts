import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { idOf, typesOf } from './members'

export const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text)

export const isHostedType = (verification: JsonObject): boolean => typesOf(verification).some((type) => /(^|[:#/])(hosted|HostedBadge)$/.test(type))
export const isSignedType = (verification: JsonObject): boolean => typesOf(verification).some((type) => /(^|[:#/])(signed|SignedBadge)$/.test(type))

/** The verification object of an assertion; null where it has none. @source Open Badges 2.0, VerificationObject; Open Badges 1.1, `verify` */
function verificationOf({ verification, verify }: JsonObject): JsonObject | null {
  if (isObject(verification)) return verification
  return isObject(verify) ? verify : null
}

/**
 * How an assertion without a token is to be verified. Without a verification object, an address as its id makes it hosted. One with the type of a signed badge
 * but no signature is neither.
 * @source Open Badges 2.0, VerificationObject and section "Hosted verification"; Open Badges 1.1, VerificationObject
 */
export function asVerification(document: JsonObject): { readonly kind: 'hosted'; readonly url: string | null } | { readonly kind: 'unsigned' } {
  const verification = verificationOf(document)
  const id = idOf(document)
  // In Open Badges 1 the address is in `verify.url`; since 2.0 it is the id alone.
  const url = isWebAddress(id) ? id : textOf(verification?.url)
  if (verification !== null && isHostedType(verification)) return { kind: 'hosted', url }
  if (verification !== null && isSignedType(verification)) return { kind: 'unsigned' }
  return isWebAddress(url) ? { kind: 'hosted', url } : { kind: 'unsigned' }
}

/** The key a signed assertion names: its address, and the key itself where it is written out. `verify.url` in Open Badges 1.1. */
export function creatorOf(document: JsonObject): { readonly id: string | null; readonly key: JsonObject | null } {
  const verification = verificationOf(document)
  const creator: JsonValue | undefined = verification?.creator ?? verification?.url
  return { id: idOf(creator), key: isObject(creator) ? creator : null }
}
