import type { IssuerRegister } from '../../../shared/model/register'
import { looksLike } from '../../verifier'

/** The registered name that a claimed name looks like; null where there is none. */
export const lookAlikeOf = (claimedName: string | null, register: IssuerRegister): string | null =>
  claimedName === null
    ? null
    : looksLike(
        claimedName,
        register.issuers.flatMap(({ name, nameEn }) => (nameEn === null ? [name] : [name, nameEn])),
      )
