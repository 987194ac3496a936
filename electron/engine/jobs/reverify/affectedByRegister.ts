import type { IssuerRegister, RegisteredIssuer } from '../../../../shared/model/register'
import { claimedNames, type Database, type ReverifyScope } from '../../../store'
import { lookAlikesOf } from '../../knowledge/lookAlikesOf'

/**
 * The stored credentials whose verdict a change of the register can alter: those of the changed issuers; those verified by a key that is or was registered for
 * one of them; and those with an issuer name that looks like a name of one of them, before or after.
 */
export function affectedByRegister(db: Database, before: IssuerRegister, changed: readonly RegisteredIssuer[]): ReverifyScope {
  const ids = changed.map(({ id }) => id)
  const issuers = [...before.issuers.filter(({ id }) => ids.includes(id)), ...changed]
  const lookAlikeOf = lookAlikesOf({ issuers })
  return {
    issuerIds: ids,
    keyIds: [...new Set(issuers.flatMap(({ keys }) => keys.map(({ id }) => id)))],
    claimedNames: claimedNames(db).filter((name) => lookAlikeOf(name) !== null),
  }
}
