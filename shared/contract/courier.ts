import { z } from 'zod'
import { courierReasons } from '../model/courier'
import { call } from './call'
import { count, nothing, path } from './parts'

const olderThanDays = z.number().int().min(0).max(36_500)
const address = z.strictObject({ url: z.string(), why: z.enum(courierReasons), credentials: count })

export const courierCalls = {
  /** The addresses only the network can settle. Answers older than `olderThanDays` are asked for again. `leftOut` addresses would have told of a person. */
  'courier.list': call('engine', z.strictObject({ olderThanDays }), z.strictObject({ urls: z.array(address), leftOut: count })),
  /** A name for a list that is about to be written; what answers it is known to have been asked for from here. Only the shell calls it. */
  'courier.issue': call('engine', nothing, z.strictObject({ id: z.string() })),
  /** Asks where to, then writes the list or the script that takes it along. `path` is null when the person thought better of it, or there is no address to ask. */
  'courier.save': call(
    'main',
    z.strictObject({ what: z.enum(['list', 'script']), olderThanDays }),
    z.strictObject({ path: path.nullable(), urls: count, leftOut: count }),
  ),
}
