import { z } from 'zod'
import { courierReasons } from '../model/courier'
import { call } from './call'
import { reverifies } from './change'
import { count, path } from './parts'
import { verifiedAgain } from './verification'

const olderThanDays = z.number().int().min(0).max(36_500)
const address = z.strictObject({ url: z.string(), why: z.enum(courierReasons), credentials: count })

export const courierCalls = {
  /** The addresses only the network can settle. Answers older than `olderThanDays` are asked for again. `leftOut` addresses would have told of a person. */
  'courier.list': call(
    'engine',
    { reads: ['badges', 'documents', 'register', 'courierLists'] },
    z.strictObject({ olderThanDays }),
    z.strictObject({ urls: z.array(address), leftOut: count }),
  ),
  /** A name for a list of these addresses that is about to be written: evidence that answers it counts for them. Only the shell calls it. */
  'courier.issue': call(
    'engine',
    { shellOnly: true, changes: ['courierLists'], audit: ['courier.issue'] },
    z.strictObject({ addresses: z.array(z.string()) }),
    z.strictObject({ id: z.string() }),
  ),
  /**
   * Takes in evidence that somebody confirms by name, though it answers no list of this folder, and reverifies what it can affect.
   * Everything under the paths must be evidence: else `evidence.shape`. `evidence.no-name` where nobody is named.
   */
  'courier.accept': call(
    'engine',
    { changes: ['imports', 'badges', 'documents', 'skills', 'work', 'health'], audit: ['courier.accept', 'import.start', 'import.finish', ...reverifies] },
    z.strictObject({ paths: z.array(path).min(1), confirmedBy: z.string().max(200) }),
    z.strictObject({ importId: z.string(), files: count, ...verifiedAgain.shape }),
  ),
  /** Asks where to, then writes the list or the script that takes it along. `path` is null when the person thought better of it, or there is no address to ask. */
  'courier.save': call(
    'shell',
    { reads: ['badges', 'documents', 'register', 'courierLists'] },
    z.strictObject({ what: z.enum(['list', 'script']), olderThanDays }),
    z.strictObject({ path: path.nullable(), urls: count, leftOut: count }),
  ),
}
