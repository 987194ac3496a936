import { addDays, type Day } from '../../../shared/model/day'
import type { Calendar } from '../calendar'
import { dayBetween } from '../calendar'
import type { SampleAchievement } from '../issuers/achievements'
import type { IssuerName, Issuers, SampleIssuer } from '../issuers/issuers'
import type { SampleDivision } from '../people/divisionPlan'
import type { Staff } from '../people/staff'
import { type Random, uuid } from '../random'
import type { Award, TrueStatus } from './award'
import type { ProofRequest } from './embeddedProof'
import { hasAddress, nameHolder, nameStranger } from './recipient'
import { makeStatusLedger, type StatusLedger } from './statusLists'

/** What a badge must be; what is left open is chosen by chance. */
export interface Wish {
  readonly issuer?: IssuerName
  /** The last part of the achievement's address: `data-2`. */
  readonly achievement?: string
  readonly holder?: Staff | null
  readonly issuedAt?: string
  readonly endsAt?: string | null
  readonly status?: TrueStatus
  readonly confirmed?: boolean
  readonly id?: string
}

/** All that is needed to make badges, and what has come up while making them. */
export interface Workshop {
  readonly random: Random
  readonly calendar: Calendar
  readonly issuers: Issuers
  readonly ledger: StatusLedger
  /** Ids of signed Open Badges 2.0 that their issuer has revoked. */
  readonly revokedAssertions: string[]
  /** Copies of hosted badges as their own address serves them. */
  readonly served: { readonly url: string; readonly body: string }[]
  award(wish?: Wish): Award
  staffMember(staffNumber: string): Staff
}

/** Shares of ordinary badges by issuer: most are hosted Open Badges 2.0, as in Japanese cities today. */
const shares: Readonly<Partial<Record<IssuerName, number>>> = {
  kenshu: 26,
  bousai: 12,
  nexus: 13,
  jichi: 9,
  jichi3: 6,
  toho: 14,
  kyuryo: 6,
  hokurei: 6,
  shiomi: 8,
}
/** Embedded proofs take several milliseconds each: beyond this many ordinary ones, the rest are given to the other issuers. */
const mostEmbedded = 300

const embeddedIssuers: readonly IssuerName[] = ['toho', 'kyuryo']

/**
 * Whom chance may give what: nobody else of 防災危機管理課 holds 災害対策 and nobody else of 道路課 holds GIS, so that the story's last holders are the last.
 */
function mayHold(holder: Staff, achievement: SampleAchievement): boolean {
  const stands = (name: string) => holder.posts.some(({ division }) => division.path.includes(name))
  const skill = (name: string) => achievement.skills.some((one) => one.skill.endsWith(name))
  return !(stands('防災危機管理課') && skill('災害対策')) && !(stands('道路課') && skill('GIS'))
}

export function embeddedProofOf({ toho }: Issuers, issuer: SampleIssuer): Omit<ProofRequest, 'created'> | null {
  if (issuer.format !== 'eddsa-rdfc-2022' && issuer.format !== 'Ed25519Signature2020') return null
  if (!issuer.signing) return null
  /* Issuers of these two formats are made with Ed25519 keys, which alone carry a signer. */
  const key = (issuer.key === 'toho' ? toho.first : issuer.signing.key) as ProofRequest['key']
  return { suite: issuer.format, key, method: issuer.signing.method }
}

export function makeWorkshop(
  issuers: Issuers,
  achievements: readonly SampleAchievement[],
  staff: readonly Staff[],
  calendar: Calendar,
  badges: number,
  random: Random,
): Workshop {
  const people = staff.filter(hasAddress)
  const byNumber = new Map(staff.map((person) => [person.staffNumber, person]))
  const byIssuer = Map.groupBy(achievements, (achievement) => achievement.issuer)
  const embeddedShare = Math.min(20, (mostEmbedded / badges) * 100)
  const weights = Object.entries(shares).map(
    ([issuer, share]) =>
      [issuer as IssuerName, embeddedIssuers.includes(issuer as IssuerName) ? (share * embeddedShare) / 20 : (share * (100 - embeddedShare)) / 80] as const,
  )
  let number = 0

  const pickIssuer = (): IssuerName => random.pickWeighted(weights, ([, weight]) => weight)[0]
  const pickAchievement = (issuer: IssuerName, wanted: string | undefined): SampleAchievement => {
    if (wanted === undefined) return random.pick(byIssuer.get(issuer) ?? [])
    /* A look-alike awards the real university's achievement under its real address. */
    const found = achievements.find(({ id, issuer: own }) => id.endsWith(wanted) && (own === issuer || !byIssuer.has(issuer)))
    if (!found) throw new RangeError(`no achievement ${wanted} of ${issuer}`)
    return found
  }
  const pickHolder = (achievement: SampleAchievement): Staff => {
    for (;;) {
      const person = random.pick(people)
      if (mayHold(person, achievement)) return person
    }
  }
  const pickIssued = (issuer: IssuerName): string => {
    const [from, to]: readonly [Day, Day] = issuer === 'toho' ? ['2024-04-15', '2026-09-20'] : ['2023-06-01', '2026-11-10']
    const day = dayBetween(calendar.day(from), calendar.day(to), random.next())
    const share = random.next()
    /* Midnight in Japan is still the day before in UTC; some platforms write UTC. */
    if (share < 0.25) return `${day}T00:00:00+09:00`
    if (share < 0.4) return `${addDays(day, -1)}T15:30:00Z`
    return `${day}T${String(9 + random.below(8)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}:00+09:00`
  }
  const pickEnd = (): string | null => {
    const share = random.next()
    if (share < 0.45) return null
    if (share < 0.55) return `${calendar.day('2027-03-31')}T23:59:59+09:00`
    return `${dayBetween(calendar.day('2027-01-05'), calendar.day('2029-12-20'), random.next())}T23:59:59+09:00`
  }
  const pickStatus = (issuer: SampleIssuer): TrueStatus => {
    if (issuer.key === 'jichi') return 'clear'
    return issuer.key === 'toho' || issuer.key === 'jichi3' ? (random.chance(0.6) ? 'clear' : 'none') : 'none'
  }
  const makeId = (issuer: SampleIssuer): string => {
    if (issuer.format === 'hosted') return `https://${issuer.host}/api/v1.0/openbadge/v2/Assertion/${random.hex(22)}`
    return issuer.key === 'toho' || issuer.key === 'jichi3' ? `https://${issuer.host}/credentials/${uuid(random)}` : `urn:uuid:${uuid(random)}`
  }

  return {
    random,
    calendar,
    issuers,
    ledger: makeStatusLedger((issuer) => embeddedProofOf(issuers, issuer)),
    revokedAssertions: [],
    served: [],
    award(wish = {}) {
      const issuer = issuers.by[wish.issuer ?? pickIssuer()]
      const achievement = pickAchievement(issuer.key, wish.achievement)
      const holder = wish.holder === undefined ? pickHolder(achievement) : wish.holder
      number += 1
      return {
        number,
        id: wish.id ?? makeId(issuer),
        issuer,
        achievement,
        holder,
        recipient: holder ? nameHolder(holder, random) : nameStranger(random),
        issuedAt: wish.issuedAt ?? pickIssued(issuer.key),
        endsAt: wish.endsAt === undefined ? pickEnd() : wish.endsAt,
        status: wish.status ?? pickStatus(issuer),
        confirmed: issuer.format === 'hosted' && (wish.confirmed ?? random.chance(0.4)),
      }
    },
    staffMember(staffNumber) {
      const person = byNumber.get(staffNumber)
      if (!person) throw new RangeError(`no member of staff ${staffNumber}`)
      return person
    },
  }
}

/** The folder a badge lies in: its holder's 部 and 課, or anybody's. */
export function folderOf(holder: Staff | null, divisions: readonly SampleDivision[], random: Random): readonly string[] {
  const division = holder?.posts[0]?.division ?? random.pick(divisions)
  return division.path.slice(0, 2)
}
