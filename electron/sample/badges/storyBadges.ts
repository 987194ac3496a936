import type { Written } from '../answers/expected'
import type { IssuerName } from '../issuers/issuers'
import { story } from '../people/storyStaff'
import { issueBadge } from './issue'
import { packBadge } from './pack'
import type { Workshop } from './workshop'

type Told = readonly [who: keyof typeof story, issuer: IssuerName, achievement: string, issuedAt: string, endsAt: string | null, confirmed?: boolean]

/** Days are written for fiscal 2026. A bare day begins and ends in Japan; instants are kept as they are. */
const told: readonly Told[] = [
  ['retiringDisasterHolder', 'bousai', 'advanced', '2025-06-14', null, true],
  ['termEndDisasterHolder', 'bousai', 'mid', '2026-10-02', '2028-03-31', true],
  ['unprovenDisasterHolder', 'bousai', 'mid', '2025-06-14', '2028-03-31', false],
  ['onlyGisHolder', 'toho', 'gis-mid', '2025-03-14', null],
  ['concurrentPost', 'toho', 'gis-mid', '2025-03-14', null],
  ['concurrentPost', 'toho', 'data-2', '2026-09-30', '2029-09-30'],
  ['concurrentPost', 'kenshu', 'sec-basic', '2024-09-30', '2027-03-31', true],
  ['concurrentPost', 'nexus', 'genai-practice', '2026-01-10', null, false],
  ['did', 'jichi3', 'privacy-lead', '2025-08-20', null],
  ['did', 'kyuryo', 'data-lead', '2025-12-01', null],
  ['ownCharacter', 'jichi', 'law-basic', '2024-02-20', null],
  ['ownCharacter', 'jichi', 'law-mid', '2025-02-20', null],
  ['reemployed', 'kenshu', 'collab', '2025-07-07', null, true],
  ['futurePost', 'shiomi', 'facilitator', '2025-11-11', null],
  ['onChildcareLeave', 'shiomi', 'welfare-2', '2024-10-10', null],
  ['postEnded', 'jichi', 'procure', '2025-09-20', '2028-03-31'],
  ['twoAddresses', 'hokurei', 'sec-lead', '2026-02-02', null],
  /* Days at their edges: the last day counts, the day after does not; midnight in Japan is the day before in UTC. */
  ['unprovenDisasterHolder', 'shiomi', 'counter', '2024-11-20', '2026-11-20'],
  ['unprovenDisasterHolder', 'shiomi', 'welfare-1', '2026-11-20', null],
  ['termEndDisasterHolder', 'shiomi', 'counter', '2024-11-19', '2026-11-19'],
  ['reemployed', 'jichi3', 'finance', '2027-04-01', null],
  ['futurePost', 'kyuryo', 'data-lead', '2024-04-01', '2027-03-31T15:00:00Z'],
  ['twoAddresses', 'toho', 'data-3', '2025-03-31T15:00:00Z', '2027-03-31T14:59:59Z'],
]

/** The badges of the people the story is about, the same in every city. */
export async function makeStoryBadges(workshop: Workshop): Promise<readonly Written[]> {
  const { calendar } = workshop
  const at = (written: string, time: string) => {
    const day = calendar.day(written.slice(0, 10) as `${number}-${number}-${number}`)
    return written.length > 10 ? `${day}${written.slice(10)}` : `${day}T${time}+09:00`
  }
  const badges: Written[] = []
  for (const [who, issuer, achievement, from, until, confirmed] of told) {
    const award = workshop.award({
      issuer,
      achievement,
      holder: workshop.staffMember(story[who]),
      issuedAt: at(from, '00:00:00'),
      endsAt: until === null ? null : at(until, '23:59:59'),
      ...(confirmed === undefined ? {} : { confirmed }),
    })
    badges.push(packBadge(await issueBadge(award, workshop), workshop))
  }
  return badges
}
