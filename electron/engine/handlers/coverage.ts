import { success } from '../../../shared/model/problem'
import { readCoverage } from '../../store'
import type { Handlers } from '../handler'

export const coverage: Pick<Handlers, 'coverage.read'> = {
  'coverage.read': (scope, { db }) => success(readCoverage(db, scope)),
}
