import { createHash } from 'node:crypto'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { compact, type Signer } from '../stage'

/** One disclosure of a token: its text, and the digest that is signed in its place. */
export interface Disclosed {
  readonly text: string
  readonly digest: string
}

const digestOf = (text: string, hash: string) => createHash(hash).update(text, 'ascii').digest('base64url')

/** A disclosure of anything, well formed or not. */
export function disclosureOf(content: JsonValue, hash = 'sha256'): Disclosed {
  const text = Buffer.from(JSON.stringify(content)).toString('base64url')
  return { text, digest: digestOf(text, hash) }
}

let salts = 0
/** A claim, or an element of a list where no name is given, under a salt of its own. */
export const hidden = (value: JsonValue, name?: string, hash = 'sha256'): Disclosed => {
  const salt = `salt-${++salts}`
  return disclosureOf(name === undefined ? [salt, value] : [salt, name, value], hash)
}

/** An SD-JWT by its issuer, with the disclosures that are shown. */
export async function sdJwt(payload: JsonObject, signer: Signer, shown: readonly Disclosed[], header: JsonObject = {}): Promise<string> {
  return `${await compact(payload, { typ: 'vc+sd-jwt', ...header }, signer)}~${shown.map(({ text }) => `${text}~`).join('')}`
}

/** The token with a key binding by the holder. */
export async function bindKey(token: string, holder: Signer, also: JsonObject = {}, typ = 'kb+jwt', hash = 'sha256'): Promise<string> {
  const claims = { iat: 1_780_000_000, aud: 'https://verifier.example', nonce: 'n', sd_hash: digestOf(token, hash), ...also }
  return `${token}${await compact(claims, { typ }, holder)}`
}
