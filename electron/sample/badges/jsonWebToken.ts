import type { JsonObject } from '../../../shared/model/json'
import type { SampleKey } from '../issuers/keys'

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** Three ways issuers write a VC-JWT: OB 3.0 flat, OB 3.0 with a `vc` claim, VC-JOSE-COSE. */
export type JwtForm = 'ob3-flat' | 'ob3-vc' | 'vc-jose'

/** The claims of a credential given as a JWT: those of the credential, repeated as registered claims. */
export function makeClaims(credential: JsonObject, form: JwtForm): JsonObject {
  if (form === 'vc-jose') return credential
  const issuer = credential.issuer as JsonObject
  const subject = credential.credentialSubject as JsonObject
  const from = String(credential.validFrom ?? credential.issuanceDate)
  const until = credential.validUntil ?? credential.expirationDate
  const claims = {
    iss: issuer.id ?? null,
    jti: credential.id ?? null,
    nbf: seconds(from),
    ...(subject.id === undefined ? {} : { sub: subject.id }),
    ...(until === undefined ? {} : { exp: seconds(String(until)) }),
  }
  return form === 'ob3-flat' ? { ...credential, ...claims } : { ...claims, vc: credential }
}

/** @source Open Badges 3.0, JSON Web Token proof format; W3C VC-JOSE-COSE, section 3.1.1 */
export const signToken = (claims: JsonObject, form: JwtForm, key: SampleKey, header: object): Promise<string> =>
  key.signJws({ typ: form === 'vc-jose' ? 'vc+jwt' : 'JWT', ...header }, JSON.stringify(claims))
