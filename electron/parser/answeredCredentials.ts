import { asList, isObject, type JsonObject, type JsonValue } from '../../shared/model/json'

/**
 * The credentials of a wallet's or issuer's answer: `credential`, or `credentials` as a list of them, each bare or as `{ credential }`.
 *
 * @returns nothing for an object that is a document by itself.
 * @source OpenID for Verifiable Credential Issuance 1.0, section 8.3 (Credential Response)
 */
export function answeredCredentials(value: JsonObject): readonly JsonValue[] {
  if (value.type !== undefined || Object.keys(value).some((name) => name.startsWith('@'))) return []
  return [
    ...one(value.credential),
    ...asList(value.credentials).flatMap((item) => (isObject(item) && item.credential !== undefined ? one(item.credential) : one(item))),
  ]
}

const one = (value: JsonValue | undefined): readonly JsonValue[] => (typeof value === 'string' || isObject(value) ? [value] : [])
