import type { IssuerRegister } from '../../../shared/model/register'
import { lookAlikes, registeredNames } from '../../verifier'

/** A function that finds the registered name a claimed one could be mistaken for; it returns null where there is none. */
export function lookAlikesOf(register: IssuerRegister): (claimedName: string | null) => string | null {
  const find = lookAlikes(registeredNames(register))
  return (claimedName) => (claimedName === null ? null : find(claimedName))
}
