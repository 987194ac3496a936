/** Characters an address may contain so that all readers see the same host: no blanks, control characters or backslashes. */
const plain = /^[!-[\]-~]+$/

/** `did:web:host` or `did:web:host%3A8443`, paths behind further colons; the host has no other percent-encoding. */
const didWeb = /^did:web:([A-Za-z0-9.-]+)(?:%3[Aa](\d{1,5}))?(?=$|[:#?])/

/**
 * The origin an id belongs to: that of an https address, or of the host a did:web names. Null for every other id, and for an address whose host is ambiguous: with
 * a user name, a password, blanks or backslashes.
 *
 * @returns as `https://example.com:8443`: host in lower case and punycode, the default port left out. A subdomain or another port is another origin.
 * @source standards.md, section 8.14; RFC 6454, section 4; did:web Method Specification, section "Target System(s)"
 */
export const originOf = (id: string): string | null => originIn(id, /^https:\/\/[^/]/i)

/** As `originOf`, for http addresses too: a badge hosted at one has an origin, though it proves less. */
export const hostedOriginOf = (id: string): string | null => originIn(id, /^https?:\/\/[^/]/i)

function originIn(id: string, schemes: RegExp): string | null {
  const [, host, port] = didWeb.exec(id) ?? []
  const address = host === undefined ? id : `https://${host}${port === undefined ? '' : `:${port}`}`
  if (!plain.test(address) || !schemes.test(address)) return null
  const url = URL.parse(address)
  return url === null || url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(address) ? null : url.origin
}

/** Does an issuer's id have the achievement id's own origin? */
export function isOwnOrigin(achievementId: string, issuerId: string): boolean {
  const origin = originOf(achievementId)
  return origin !== null && originOf(issuerId) === origin
}
