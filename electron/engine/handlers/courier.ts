import { success } from '../../../shared/model/problem'
import { saveCourierList } from '../../store'
import { act } from '../act'
import type { Handlers } from '../handler'
import { acceptEvidenceJob } from '../jobs/import/acceptEvidenceJob'
import { courierList } from '../knowledge/courierList'

export const courier: Pick<Handlers, 'courier.list' | 'courier.issue' | 'courier.accept'> = {
  'courier.list': async (input, engine) => {
    const { urls, leftOut } = await courierList(engine, input)
    return success({ urls: [...urls], leftOut })
  },
  'courier.issue': ({ addresses }, engine) => {
    const id = engine.newId()
    // Where the instant of verification is fixed, answers are dated by it too; no answer is older than either.
    const writtenAt = new Date(Math.min(engine.now().getTime(), engine.verifyAt().getTime())).toISOString()
    const saved = saveCourierList(engine.db, { id, writtenAt, addresses, ...act(engine) })
    return saved.ok ? success({ id }) : saved
  },
  'courier.accept': (input, engine) => acceptEvidenceJob(engine, input),
}
