import type { BundleItem } from '../badges/bundle'
import type { ExpectedCredential } from './expected'
import { countGrades, summarise } from './verdicts'

/** Each received thing falls in exactly one of the eight. */
type Outcome = 'new' | 'replaced' | 'duplicate' | 'unmatched' | 'rejected' | 'support' | 'unreadable' | 'ignored'

export interface TrueImport {
  /** The outcome of each item, in the order of the bundle; null for an envelope. */
  readonly outcomes: readonly (Outcome | null)[]
  /** What the database holds of each known person afterwards: of each credential every version, the one that stands before all others first. */
  readonly held: ReadonlyMap<string, readonly ExpectedCredential[]>
  readonly summary: object
}

/** The same issuer and the same id: the same credential. An address is its issuer's own, so it stands for both. */
const keyOf = ({ issuerId, id }: ExpectedCredential) => `${issuerId ?? ''} ${id ?? ''}`

/** What is proven stands before what only claims to be newer. */
const proven = { verified: 2, confirmed: 2, unregistered: 1, unproven: 0, rejected: 0 } as const

const instant = ({ validFrom }: ExpectedCredential) => Date.parse(validFrom ?? '')

const standsBefore = (one: ExpectedCredential, other: ExpectedCredential): boolean =>
  proven[one.grade] === proven[other.grade] ? instant(one) > instant(other) : proven[one.grade] > proven[other.grade]

function outcomeOf(credential: ExpectedCredential, held: Map<string, readonly ExpectedCredential[]>): Outcome {
  if (credential.grade === 'rejected') return 'rejected'
  if (credential.staffNumber === null) return 'unmatched'
  const [before, ...others] = held.get(keyOf(credential)) ?? []
  if (before && !standsBefore(credential, before)) {
    held.set(keyOf(credential), [before, ...others, credential])
    return 'duplicate'
  }
  held.set(keyOf(credential), before ? [credential, before, ...others] : [credential])
  return before ? 'replaced' : 'new'
}

/** What an import of the bundle should say, item by item, into a database that already holds `before`. */
export function countImport(items: readonly BundleItem[], before: TrueImport['held']): TrueImport {
  const held = new Map(before)
  const outcomes = items.map(({ expected }): Outcome | null => {
    if (expected.kind === 'envelope') return null
    return expected.kind === 'credential' ? outcomeOf(expected, held) : expected.kind
  })
  const counts = { new: 0, replaced: 0, duplicate: 0, unmatched: 0, rejected: 0, support: 0, unreadable: 0, ignored: 0 }
  for (const outcome of outcomes) if (outcome !== null) counts[outcome] += 1
  return { outcomes, held, summary: { kind: 'import', received: summarise(items).received, ...counts, grades: countGrades(items) } }
}
