import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'
import { lookedUp } from '../../shared/model/recipientLimits'
import { findHashed, hashName, questionOf, searchAmong } from '../roster/hashedRecipient'
import { recipientKey } from '../roster/recipientIndex'
import { beginTrail, type Whereabouts } from '../roster/trail'
import { type MissedTable, missedIn } from './missedTable'

/** Hashes that workers have computed together for credentials that are not proven, and the limit. */
export interface Budget {
  /** One number in shared memory. */
  readonly spent: BigUint64Array
  readonly most: number
}

/** The people of hashed recipients, and the answers known already. */
export interface Seeking {
  /** With the revision of the address book in which each address was added. */
  readonly people: readonly (Whereabouts & Pick<Person, 'emails'> & { readonly since?: readonly number[] })[]
  /** `recipientKey` of hashes with a user's decision: they are not searched for. */
  readonly decided: readonly string[]
  /** Hashes without a match so far: they are tried only against newer addresses. */
  readonly missed: MissedTable
  /** For credentials that are not proven; null where all are searched for alike. */
  readonly budget: Budget | null
}

/** A budget of so many hashes, none of them spent. */
export const makeBudget = (most: number): Budget => ({ spent: new BigUint64Array(new SharedArrayBuffer(8)), most })

/** An answer that took long to compute: the owners of the hash, by 職員番号; empty where no person matches. */
export interface Sought {
  /** `hashName` of the recipient. */
  readonly name: string
  /** `questionOf` it. */
  readonly question: string
  readonly owners: readonly string[]
  /** How many hashes it took. */
  readonly tried: number
}

/** The folder of a source, in a bundle or on disk. */
const folderOf = (source: string): string => source.slice(0, Math.max(source.lastIndexOf('/'), source.lastIndexOf('!'), 0))

/** The members of a credential that a search needs. */
export interface Wanted {
  readonly source: string
  readonly claimedName: string | null
  readonly recipients: readonly RecipientIdentity[]
  /** Its signature or its own address proves it: it is searched for without a budget. */
  readonly isProven: boolean
  /** 職員番号 to try before all others. */
  readonly hinted?: readonly string[]
}

/** The result for a credential's hashed recipients. */
export interface SoughtOf {
  readonly sought: readonly Sought[]
  /** Some of them were not tried: the budget is spent. */
  readonly putOff: boolean
}

/** Searches for the owners of a credential's hashed recipients. */
export type Seeker = (wanted: Wanted) => SoughtOf

/** A search for one import: it records which people a bundle's credentials belong to, and tries those first. */
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
      const revision = missedIn(missed, question)
      const first = function* () {
        yield* hinted
        yield* trail.candidatesFor(meeting)
      }
      const owners = findHashed(recipient, search, { hinted: first(), ...(revision === undefined ? {} : { missedIn: revision }) })
      const tried = search.hashesTried - before
      for (const owner of owners) trail.recordHit(meeting, owner)
      if (!isProven && budget !== null) Atomics.add(budget.spent, 0, BigInt(tried))
      sought.push({ name: hashName(recipient), question, owners, tried })
    }
    return { sought, putOff }
  }
}
