import { success } from '../../../shared/model/problem'
import { saveCourierList } from '../../store'
import { act } from '../act'
import { courierList } from '../courierList'
import type { Handlers } from '../handler'

export const courier: Pick<Handlers, 'courier.list' | 'courier.issue'> = {
  'courier.list': async (input, engine) => {
    const { urls, leftOut } = await courierList(engine, input)
    return success({ urls: [...urls], leftOut })
  },
  'courier.issue': (_input, engine) => {
    const id = engine.newId()
    const saved = saveCourierList(engine.db, { id, ...act(engine) })
    return saved.ok ? success({ id }) : saved
  },
}
