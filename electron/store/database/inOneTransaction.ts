import type { Result } from '../../../shared/model/problem'
import { attempt, required } from './databaseProblem'
import { type Database, transaction } from './statement'

/** Does several writes in one transaction. The first that fails is the result, and undoes the others. */
export const inOneTransaction = <Value>(db: Database, work: () => Result<Value>): Result<Value> => attempt(() => transaction(db, () => required(work())))
