import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { writeLine } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `register import`: adds or replaces issuers, then verifies again what they issued. */
export const registerImport: Verb = {
  name: 'register import',
  usage: 'FILE --data DIR [--take-over] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const done = await handlers['register.import']({ path: words.rest[0]! }, engine)
      if (!done.ok) return done
      const { issuers, keys, verifiedAgain, changed } = done.value
      if (words.json) await writeLine(surroundings, { kind: 'register', issuers, keys, verifiedAgain, changed })
      else await surroundings.write(`${texts[surroundings.locale].cli.registered(issuers, keys, verifiedAgain, changed)}\n`)
      return success(null)
    }),
}

/** `register list`: who is registered, with which keys. */
export const registerList: Verb = {
  name: 'register list',
  usage: '--data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const read = await handlers['register.read']({}, engine)
      if (!read.ok) return read
      for (const entry of read.value.entries) {
        if (words.json) await writeLine(surroundings, { kind: 'issuer', ...entry })
        else await surroundings.write(`${entry.name}\t${entry.id}\t${entry.keys.length}\t${entry.confirmedBy} ${entry.confirmedOn} ${entry.how}\n`)
      }
      return success(null)
    }),
}
