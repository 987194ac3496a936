import { success } from '../../../shared/model/problem'
import { countOutstanding, countToSeek, readEdition, readVerdictChanges } from '../../store'
import type { Handlers } from '../handler'
import { owned } from '../jobs/owned'
import { stopVerifying } from '../jobs/turn'
import { findPeopleAgain, verifyAgain } from '../jobs/verifyAgain'

export const verification: Pick<Handlers, 'verification.changes' | 'verification.state' | 'verification.stop' | 'verification.goOn'> = {
  'verification.changes': (input, { db }) => success(readVerdictChanges(db, input)),
  'verification.state': (_input, { db, verifying }) =>
    success({ outstanding: countOutstanding(db), unsought: countToSeek(db, readEdition(db)), running: verifying.progress }),
  'verification.stop': async (_input, engine) => {
    stopVerifying(engine)
    await engine.verifying.turn
    return success({})
  },
  'verification.goOn': (_input, engine) =>
    owned(engine, 'verification', async () => {
      // Nothing is asked for anew: whatever is judged takes along what was left.
      const again = await verifyAgain(engine, { why: 'documents', credentialIds: new Set() })
      if (!again.ok) return again
      const found = await findPeopleAgain(engine, undefined, 'all')
      return found.ok ? success({ ...again.value, people: found.value }) : found
    }),
}
