import { success } from '../../../shared/model/problem'
import { readVerdictChanges } from '../../store'
import type { Handlers } from '../handler'

export const verification: Pick<Handlers, 'verification.changes'> = {
  'verification.changes': (input, { db }) => success(readVerdictChanges(db, input)),
}
