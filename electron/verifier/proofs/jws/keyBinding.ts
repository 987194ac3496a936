import { createHash } from 'node:crypto'
import { isObject, type JsonObject } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import type { Secured } from '../../../parser/parsed'
import type { SelectiveDisclosure } from '../../../parser/selective/selectiveDisclosure'
import { decodeToken } from '../../../parser/token'
import { jwkKey } from '../../keys/jwk'
import { inspectJws, verifyJws } from './compactJws'

/** What a key binding says. One that cannot be decided here is a problem and breaks nothing. */
interface Binding {
  readonly isBroken: boolean
  readonly problems: readonly Problem[]
}

const none: Binding = { isBroken: false, problems: [] }
const broken = (detail: string): Binding => ({ isBroken: true, problems: [{ code: 'jwt.key-binding', detail }] })
const undecided = (detail: string): Binding => ({ isBroken: false, problems: [{ code: 'jwt.key-binding', detail }] })

/** The claims of a key binding that are wrong or missing. @source RFC 9901, section 4.3 */
function faultOf(header: JsonObject, claims: JsonObject, { bound, hash }: SelectiveDisclosure): string | null {
  if (header.typ !== 'kb+jwt') return 'typ'
  if (typeof claims.iat !== 'number') return 'iat'
  if (typeof claims.aud !== 'string') return 'aud'
  if (typeof claims.nonce !== 'string') return 'nonce'
  return claims.sd_hash === createHash(hash).update(bound, 'ascii').digest('base64url') ? null : 'sd_hash'
}

/**
 * Checks the key binding of an SD-JWT where there is one; none is asked for. It is broken where it was not signed by the key of `cnf` over just this token
 * and these disclosures. Who asked for it (`aud`, `nonce`) is not known here.
 *
 * @source RFC 9901, sections 4.3 and 7.3, step 5; RFC 7800, section 3.2
 */
export function checkKeyBinding({ payload, selective }: Extract<Secured, { kind: 'jwt' }>): Binding {
  if (selective === null || selective.keyBinding === null) return none
  const decoded = decodeToken(selective.keyBinding)
  if (!decoded.ok || decoded.value.problems.length > 0) return broken('jwt')
  const { header, payload: claims } = decoded.value.token
  const fault = faultOf(header, claims, selective)
  if (fault !== null) return broken(fault)
  const form = inspectJws(selective.keyBinding, header)
  if (form.verdict !== 'sound') return form.verdict === 'unsupported' ? undecided('alg') : broken('alg')
  const { cnf } = payload
  // A key that is only named (`kid`, `jkt`) is not here to check with.
  if (isObject(cnf) && cnf.jwk === undefined && Object.keys(cnf).length > 0) return undecided('cnf')
  const jwk = isObject(cnf) && isObject(cnf.jwk) ? cnf.jwk : null
  if (jwk === null) return broken('cnf')
  const key = jwkKey(jwk)
  if (!key.ok) return key.problem.code === 'key.unsupported-type' ? undecided('cnf') : broken('cnf')
  return verifyJws(form.jws, key.value, jwk) === 'intact' ? none : broken('signature')
}
