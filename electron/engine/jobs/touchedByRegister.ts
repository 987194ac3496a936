import type { IssuerRegister, RegisteredIssuer } from '../../../shared/model/register'
import { claimedNames, type Database, type VerifyAgainScope } from '../../store'
import { lookAlikesOf } from '../knowledge/lookAlikesOf'

/**
 * Which held credentials could a change of the register say something new about? Those of the issuers it changed; those judged by a key it registers,
 * or did, for anybody; and those that bear a name which could be taken for one it gives, or gave.
 */
export function touchedByRegister(db: Database, before: IssuerRegister, changed: readonly RegisteredIssuer[]): VerifyAgainScope {
  const ids = changed.map(({ id }) => id)
  const issuers = [...before.issuers.filter(({ id }) => ids.includes(id)), ...changed]
  const lookAlikeOf = lookAlikesOf({ issuers })
  return {
    issuerIds: ids,
    keyIds: [...new Set(issuers.flatMap(({ keys }) => keys.map(({ id }) => id)))],
    claimedNames: claimedNames(db).filter((name) => lookAlikeOf(name) !== null),
  }
}
