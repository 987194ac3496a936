import { failure } from '../../../shared/model/problem'
import type { KeyReading } from './publicKey'

/** A key of a kind that is not implemented. @param detail The name of its kind, where it is known. */
export const unsupportedKey = (detail: string | undefined): KeyReading => failure({ code: 'key.unsupported-type', ...(detail === undefined ? {} : { detail }) })
