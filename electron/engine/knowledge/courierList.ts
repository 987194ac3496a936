import { type CourierAddress, type CourierReason, courierReasons } from '../../../shared/model/courier'
import { parseUnit } from '../../intake/inspect'
import { credentialsInQuestion, isIntact } from '../../store'
import { courierAddresses } from '../../verifier'
import type { Engine } from '../handler'
import { knowledgeOf } from './knowledge'

const dayMilliseconds = 24 * 60 * 60 * 1000
const batch = 100

/** The addresses for the courier. `leftOut` counts addresses that contain a person's e-mail address or a password. */
export interface CourierQuestions {
  readonly urls: readonly CourierAddress[]
  readonly leftOut: number
}

/**
 * The addresses from which an answer could change a verdict, hosted badges first. Other calls are answered meanwhile.
 *
 * @param olderThanDays An address whose answer is older is listed again.
 */
export async function courierList(engine: Engine, { olderThanDays }: { readonly olderThanDays: number }): Promise<CourierQuestions> {
  const now = engine.verifyAt()
  const context = knowledgeOf(engine.db, now)
  const staleBefore = new Date(now.getTime() - olderThanDays * dayMilliseconds)
  const asked = new Map<string, { why: CourierReason; credentials: number }>()
  let read = 0
  for (const { source, sha256, bytes, ordinal, ...verdict } of credentialsInQuestion(engine.db)) {
    const found = isIntact({ sha256, bytes }) ? parseUnit({ source, bytes, nesting: 0 })[ordinal] : undefined
    for (const { url, why } of found?.kind === 'credential' ? courierAddresses(found, verdict, context, staleBefore) : []) {
      const known = asked.get(url)
      asked.set(url, { why: known === undefined || order(why) < order(known.why) ? why : known.why, credentials: (known?.credentials ?? 0) + 1 })
    }
    if (++read % batch === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const all = [...asked].map(([url, { why, credentials }]): CourierAddress => ({ url, why, credentials }))
  const urls = all.filter(({ url }) => !namesSomebody(url))
  return { urls: urls.sort((one, other) => order(one.why) - order(other.why) || (one.url < other.url ? -1 : 1)), leftOut: all.length - urls.length }
}

const order = (why: CourierReason): number => courierReasons.indexOf(why)

/** Does the address contain an e-mail address, or a user name and password? */
function namesSomebody(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed === null || parsed.username !== '' || parsed.password !== '' || /[^\s/?&=#]+(@|%40)[^\s/?&=#]+\.[^\s/?&=#]/i.test(url)
}
