import { success } from '../../../shared/model/problem'
import { courierList } from '../courierList'
import type { Handlers } from '../handler'

export const courier: Pick<Handlers, 'courier.list'> = {
  'courier.list': async (input, engine) => {
    const { urls, leftOut } = await courierList(engine, input)
    return success({ urls: [...urls], leftOut })
  },
}
