import { controllerOf } from '../../parser/members'
import { methodKey } from './material'
import type { KeySource } from './source'

/** A key in the file itself: `jwk` header, a whole verification method in a proof, a key in an Open Badges 2.0 badge. It proves nothing about its holder. */
export const carried: KeySource = {
  id: 'carried',
  source: 'RFC 7515, section 4.1.3; Open Badges 2.0, CryptographicKey',
  selfCertifying: false,
  find({ carried: method }) {
    const reading = method && methodKey(method)
    if (!method || !reading) return null
    const controller = controllerOf(method)
    return { reading, controller, forAssertion: true, problems: [{ code: 'kty' in method ? 'key.header-jwk' : 'key.from-badge' }] }
  },
}
