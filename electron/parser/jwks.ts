import { isArray, isObject } from '../../shared/model/json'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * A set of keys, or one key alone.
 * @source RFC 7517, sections 4, 5
 */
export const jwks: DocumentStandard = {
  id: 'jwks',
  source: 'RFC 7517, section 5',
  recognises: (document) =>
    typeof document.kty === 'string' || (isArray(document.keys) && document.keys.some((key) => isObject(key) && typeof key.kty === 'string')),
  parse: (carried) => [support(carried, 'jwks')],
}
