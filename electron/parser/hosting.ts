import { isObject, type JsonObject, textOf } from '../../shared/model/json'
import { idOf, typesOf } from './members'

const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text)

/**
 * How an assertion that came without a token says it is to be verified. Where it says nothing, an address for an id makes it hosted.
 * Said to be signed, but with no signature around it, it is neither.
 * @source Open Badges 2.0, VerificationObject and section "Hosted verification"; Open Badges 1.1, VerificationObject
 */
export function asVerification(document: JsonObject): { readonly kind: 'hosted'; readonly url: string | null } | { readonly kind: 'unsigned' } {
  const verification = [document.verification, document.verify].find((value) => isObject(value))
  const types = isObject(verification) ? typesOf(verification) : []
  const id = idOf(document)
  // In Open Badges 1 the address stands in `verify.url`; since 2.0 it is the id alone.
  const url = isWebAddress(id) ? id : isObject(verification) ? textOf(verification.url) : null
  if (types.some((type) => /(^|[:#/])(hosted|HostedBadge)$/.test(type))) return { kind: 'hosted', url }
  if (types.some((type) => /(^|[:#/])(signed|SignedBadge)$/.test(type))) return { kind: 'unsigned' }
  return isWebAddress(url) ? { kind: 'hosted', url } : { kind: 'unsigned' }
}
