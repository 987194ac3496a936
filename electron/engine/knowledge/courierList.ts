import { type CourierAddress, type CourierReason, courierReasons } from '../../../shared/model/courier'
import { parseUnit } from '../../intake/inspect'
import { credentialsInQuestion, isIntact } from '../../store'
import { courierAddresses } from '../../verifier'
import type { Engine } from '../handler'
import { knowledgeOf } from './knowledge'

const dayMilliseconds = 24 * 60 * 60 * 1000
const batch = 100

/** What the courier is to ask. `leftOut` addresses would have carried somebody's name or password out of the house. */
export interface CourierQuestions {
  readonly urls: readonly CourierAddress[]
  readonly leftOut: number
}

/**
 * The addresses that only the network can settle, hosted badges first. Other calls are answered in between.
 *
 * @param olderThanDays Answers of an address that are older are asked for again.
 */
export async function courierList(engine: Engine, { olderThanDays }: { readonly olderThanDays: number }): Promise<CourierQuestions> {
  const now = engine.verifyAt()
  const context = knowledgeOf(engine.db, now)
  const staleBefore = new Date(now.getTime() - olderThanDays * dayMilliseconds)
  const asked = new Map<string, { why: CourierReason; credentials: number }>()
  let looked = 0
  for (const { source, sha256, bytes, ordinal, ...verdict } of credentialsInQuestion(engine.db)) {
    const found = isIntact({ sha256, bytes }) ? parseUnit({ source, bytes, nesting: 0 })[ordinal] : undefined
    for (const { url, why } of found?.kind === 'credential' ? courierAddresses(found, verdict, context, staleBefore) : []) {
      const known = asked.get(url)
      asked.set(url, { why: known === undefined || order(why) < order(known.why) ? why : known.why, credentials: (known?.credentials ?? 0) + 1 })
    }
    if (++looked % batch === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const all = [...asked].map(([url, { why, credentials }]): CourierAddress => ({ url, why, credentials }))
  const urls = all.filter(({ url }) => !namesSomebody(url))
  return { urls: urls.sort((one, other) => order(one.why) - order(other.why) || (one.url < other.url ? -1 : 1)), leftOut: all.length - urls.length }
}

const order = (why: CourierReason): number => courierReasons.indexOf(why)

/** Does the address carry an e-mail address, or a name and password of its own? */
function namesSomebody(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed === null || parsed.username !== '' || parsed.password !== '' || /[^\s/?&=#]+(@|%40)[^\s/?&=#]+\.[^\s/?&=#]/i.test(url)
}
