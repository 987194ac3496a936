import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'
import { lookedUp } from '../../shared/model/recipientLimits'
import { findHashed, hashName, questionOf, searchAmong } from '../roster/hashedRecipient'
import { recipientKey } from '../roster/recipientIndex'
import { beginTrail, type Whereabouts } from '../roster/trail'
import { type MissedTable, missedIn } from './missedTable'

/** Hashes that workers have computed together for badges that are not proven, and how many they may. */
export interface Budget {
  /** One number, in memory they share. */
  readonly spent: BigUint64Array
  readonly most: number
}

/** Whom hashed recipients may stand for, and what is known of them already. */
export interface Seeking {
  /** With the edition of the address book in which each address came. */
  readonly people: readonly (Whereabouts & Pick<Person, 'emails'> & { readonly since?: readonly number[] })[]
  /** `recipientKey` of hashes that are somebody's by decision: they are not sought. */
  readonly decided: readonly string[]
  /** Hashes without a match so far: they are tried only against newer addresses. */
  readonly missed: MissedTable
  /** For badges that are not proven; null where all are sought alike. */
  readonly budget: Budget | null
}

/** A budget for so many hashes, of which none is spent. */
export const makeBudget = (most: number): Budget => ({ spent: new BigUint64Array(new SharedArrayBuffer(8)), most })

/** An answer that took long to find: whose the hash is, by 職員番号; empty where no person matches. */
export interface Sought {
  /** `hashName` of the recipient. */
  readonly name: string
  /** `questionOf` it. */
  readonly question: string
  readonly owners: readonly string[]
  /** How many hashes it took. */
  readonly tried: number
}

/** The folder of a bundle or of the disk that a thing stood in. */
const folderOf = (source: string): string => source.slice(0, Math.max(source.lastIndexOf('/'), source.lastIndexOf('!'), 0))

/** A credential, as far as a search needs it. */
export interface Wanted {
  readonly source: string
  readonly claimedName: string | null
  readonly recipients: readonly RecipientIdentity[]
  /** Its signature or its origin speaks for it: it is sought whatever others have cost. */
  readonly isProven: boolean
  /** 職員番号 to try before all others. */
  readonly hinted?: readonly string[]
}

/** What was found out of a credential's hashed recipients. */
export interface SoughtOf {
  readonly sought: readonly Sought[]
  /** Some of them were not tried: the budget is spent. */
  readonly putOff: boolean
}

/** Looks for the owners of the hashed among a credential's recipients. */
export type Seeker = (wanted: Wanted) => SoughtOf

/** A seeker for one import: it remembers where the bundle has led, and tries those first. */
export function makeSeeker({ people, decided, missed, budget }: Seeking): Seeker {
  const search = searchAmong(people)
  const trail = beginTrail(people)
  const known = new Set(decided)
  const isSpent = () => budget !== null && Atomics.load(budget.spent, 0) >= BigInt(budget.most)
  return ({ source, claimedName, recipients, isProven, hinted = [] }) => {
    const sought: Sought[] = []
    let putOff = false
    for (const recipient of lookedUp(recipients)) {
      if (recipient.kind !== 'hash' || known.has(recipientKey(recipient))) continue
      if (!isProven && isSpent()) {
        putOff = true
        break
      }
      const meeting = { folder: folderOf(source), name: claimedName }
      const question = questionOf(recipient)
      const before = search.hashesTried
      const edition = missedIn(missed, question)
      const first = function* () {
        yield* hinted
        yield* trail.whomFirst(meeting)
      }
      const owners = findHashed(recipient, search, { hinted: first(), ...(edition === undefined ? {} : { missedIn: edition }) })
      const tried = search.hashesTried - before
      for (const owner of owners) trail.ledTo(meeting, owner)
      if (!isProven && budget !== null) Atomics.add(budget.spent, 0, BigInt(tried))
      sought.push({ name: hashName(recipient), question, owners, tried })
    }
    return { sought, putOff }
  }
}
