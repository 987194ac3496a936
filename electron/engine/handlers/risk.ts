import { success } from '../../../shared/model/problem'
import { readRisk } from '../../store'
import type { Handlers } from '../handler'

export const risk: Pick<Handlers, 'risk.read'> = {
  'risk.read': (question, { db }) => success(readRisk(db, question)),
}
