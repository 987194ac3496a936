import { success } from '../../../shared/model/problem'
import { countPending, countToRematch, readRevision, readVerdictChanges } from '../../store'
import type { Handlers } from '../handler'
import { asOwner } from '../jobs/ownership/asOwner'
import { stopVerifying } from '../jobs/queue/stopVerifying'
import { rematch } from '../jobs/rematch/rematch'
import { reverify } from '../jobs/reverify/reverify'

export const verification: Pick<Handlers, 'verification.changes' | 'verification.state' | 'verification.stop' | 'verification.goOn'> = {
  'verification.changes': (input, { db }) => success(readVerdictChanges(db, input)),
  'verification.state': (_input, { db, verifying }) =>
    success({ outstanding: countPending(db), unsought: countToRematch(db, readRevision(db)), running: verifying.progress }),
  'verification.stop': async (_input, engine) => {
    stopVerifying(engine)
    await engine.verifying.queue
    return success({})
  },
  'verification.goOn': (_input, engine) =>
    asOwner(engine, 'verification', async () => {
      // An empty request: a reverification includes what is pending.
      const again = await reverify(engine, { why: 'documents', credentialIds: new Set() })
      if (!again.ok) return again
      const found = await rematch(engine, undefined, 'all')
      return found.ok ? success({ ...again.value, people: found.value }) : found
    }),
}
