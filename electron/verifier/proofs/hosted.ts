import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { VerifierContext } from '../context'
import { hostOf, inquiriesOf } from '../inquiry'
import { type AssertionChain, assertionChain } from '../openBadges2'
import { isSameJson } from '../sameJson'
import { unauthenticated } from './finding'
import type { SignatureFinding } from './suite'

const suite = 'hosted'

/** What can be said of a hosted badge, and whether a copy fetched from its own address confirms it. */
export interface HostedFinding extends SignatureFinding {
  readonly confirmed: boolean
}

/**
 * What can be said of a badge that only names the place where it stands?
 *
 * Nothing in the file proves it. It can contradict itself (badge or issuer on another host than the assertion, which the issuer's held profile does not
 * allow), and a copy fetched from its own address can confirm it. A copy that differs does not make the file forged: by the standard the hosted copy is
 * the badge and the file only points to it, and issuers change hosted copies. It is then not confirmed, and said to differ.
 *
 * @source Open Badges 2.0, sections "Hosted verification" and "VerificationObject"
 */
export function checkHosted(document: JsonObject, url: string | null, context: VerifierContext): HostedFinding {
  const chain = assertionChain(document, context)
  const stranger = strangeOrigin(url, chain)
  const [inquiry] = inquiriesOf(context, url)
  const answered = inquiry?.status === 200 ? inquiry : undefined
  const confirmed = answered?.document != null && isSameJson(answered.document, document)
  const missing: Problem = answered
    ? { code: 'hosted.differs', detail: answered.fetchedOn }
    : { code: 'hosted.no-evidence', ...(url === null ? {} : { detail: url }) }
  return {
    integrity: { value: 'unsigned', seen: answered ? [{ kind: 'fetched-at', text: answered.fetchedOn }] : [] },
    issuer: stranger
      ? { value: 'mismatch', seen: stranger.detail === undefined ? [] : [{ kind: 'issuer', text: stranger.detail }], at: stranger.at ?? '' }
      : { ...unauthenticated },
    proof: suite,
    problems: [...(stranger ? [stranger] : []), ...(confirmed ? [] : [missing])],
    confirmed: confirmed && !stranger,
  }
}

/** A file that holds nothing but the address of a badge. */
export const checkAddress = (url: string): HostedFinding => ({
  integrity: { value: 'unsigned', seen: [] },
  issuer: unauthenticated,
  proof: suite,
  problems: [{ code: 'hosted.no-evidence', detail: url }],
  confirmed: false,
})

/**
 * The first address that is on a host it may not be on. Only the issuer's own profile, held from an import, can allow further hosts: what the badge says
 * about its issuer is said by whoever wrote the badge.
 */
function strangeOrigin(url: string | null, { badgeId, issuerId, profile }: AssertionChain): Problem | null {
  const assertionHost = hostOf(url)
  if (assertionHost === null) return null
  const issuerHost = hostOf(issuerId)
  const rules = profile && isObject(profile.verification) ? profile.verification : null
  const prefixes = asList(rules?.startsWith).flatMap((prefix) => (typeof prefix === 'string' ? [prefix] : []))
  if (prefixes.length > 0 && !prefixes.some((prefix) => beginsWith(url ?? '', prefix))) return { code: 'hosted.other-origin', at: '/id', detail: url ?? '' }
  const allowed = new Set([
    issuerHost ?? assertionHost,
    ...asList(rules?.allowedOrigins).flatMap((origin) => hostOfOrigin(textOf(origin))),
    ...prefixes.flatMap((prefix) => hostOfOrigin(prefix)),
  ])
  if (!allowed.has(assertionHost)) return { code: 'hosted.other-origin', at: '/id', detail: url ?? '' }
  const badgeHost = hostOf(badgeId)
  return badgeHost === null || badgeHost === assertionHost || allowed.has(badgeHost)
    ? null
    : { code: 'hosted.other-origin', at: '/badge', detail: badgeId ?? '' }
}

/** `allowedOrigins` holds bare host names; some issuers write whole origins. */
function hostOfOrigin(origin: string | null): readonly string[] {
  const host = origin === null ? null : (hostOf(origin) ?? hostOf(`https://${origin}`))
  return host === null ? [] : [host]
}

/** Both are read as addresses first, so that `https://a.example` is no beginning of `https://a.example.evil/` or of `https://a.example@evil/`. */
function beginsWith(url: string, prefix: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(prefix)) return false
  const [whole, beginning] = [new URL(url), new URL(prefix)]
  return whole.host === beginning.host && whole.username === '' && whole.href.startsWith(beginning.href)
}
