import { carried } from './carried'
import { didJwk } from './didJwk'
import { didKey } from './didKey'
import { fragment } from './fragment'
import { registered } from './register'
import type { KeySource } from './source'
import { storedDocument } from './storedDocument'

/** Where keys are looked for, in this order; the first place that has one decides. */
export const keySources: readonly KeySource[] = [registered, didKey, didJwk, storedDocument, fragment, carried]
