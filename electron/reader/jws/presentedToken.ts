import { looksLikeJws } from './looksLikeJws'

/** The parts of an SD-JWT as it was presented. A token without disclosures has none of the others. */
export interface PresentedToken {
  /** What the issuer signed: a compact JWS. */
  readonly jws: string
  readonly disclosures: readonly string[]
  /** What a key binding speaks of: token and disclosures, with the last `~`; null for a plain token. */
  readonly bound: string | null
  /** The key binding, a compact JWS by the holder; null where there is none. */
  readonly keyBinding: string | null
}

/**
 * The parts of a token: a compact JWS alone, or followed by `~`, disclosures each followed by `~`, and perhaps a key binding.
 * @source RFC 9901, section 4
 */
export function presentedToken(text: string): PresentedToken {
  const [jws = '', ...others] = text.split('~')
  if (others.length === 0) return { jws, disclosures: [], bound: null, keyBinding: null }
  const last = others.at(-1)!
  return { jws, disclosures: others.slice(0, -1), bound: text.slice(0, text.length - last.length), keyBinding: last === '' ? null : last }
}

/** Whether a text has the form of a compact JWS or of an SD-JWT. */
export const looksLikeToken = (text: string): boolean => {
  const end = text.indexOf('~')
  return looksLikeJws(end === -1 ? text : text.slice(0, end)) && (end === -1 || /^[A-Za-z0-9_.~-]*$/.test(text.slice(end)))
}
