import { carried } from './carried'
import { didJwk } from './didJwk'
import { didKey } from './didKey'
import { fragment } from './fragment'
import { registered } from './register'
import type { KeySource } from './source'
import { storedDocument } from './storedDocument'

/** The sources of keys in order; the first that has the key decides. */
export const keySources: readonly KeySource[] = [registered, didKey, didJwk, storedDocument, fragment, carried]
