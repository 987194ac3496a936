import { recipient } from './recipient'
import { schema } from './schema'
import { time } from './time'

/** The checks that need no key, by the axis they fill. */
export const checks = { time, schema, recipient }
