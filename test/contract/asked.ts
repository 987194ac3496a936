import { dispatch } from '../../electron/engine/dispatch'
import type { Engine } from '../../electron/engine/handler'
import { reverify } from '../../electron/engine/jobs/reverify/reverify'
import type { CallName, Input, Output } from '../../shared/contract'
import { type City, good } from '../unit/engine/stand'

/** A question to the engine, and what must be true of its answer. */
export interface Asked<Name extends CallName> {
  readonly input: () => Input<Name>
  /** What must have happened before. */
  readonly before?: (engine: Engine) => Promise<unknown>
  /** What the answer must say, besides having the shape of the contract. */
  readonly says: (value: Output<Name>, engine: Engine) => unknown
}

/** Nobody and no badge, as on the first day. */
export const emptied = async ({ db }: Engine): Promise<void> =>
  void db.exec('UPDATE credential SET superseded_by = NULL; DELETE FROM credential; DELETE FROM person')

/** No issuer is registered any more, though badges are held. */
export const emptyRegister = async ({ db }: Engine): Promise<void> => void db.exec('DELETE FROM issuer_key; DELETE FROM issuer')

/** The register arrives after the badges: they are imported without it, and then verified again. */
export const forgetRegister = async (engine: Engine, city: City): Promise<void> => {
  await emptyRegister(engine)
  good(await reverify(engine, { why: 'register' }))
  engine.db.exec('UPDATE verification SET run = NULL')
  good(await dispatch('register.import', { path: city.path('register.json'), replace: false, digest: null }, engine))
}
