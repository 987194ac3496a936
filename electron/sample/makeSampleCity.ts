import type { Day } from '../../shared/model/day'
import { makeAnswers } from './answers/makeAnswers'
import { makeRequirementsFile } from './answers/requirements'
import { makeBundle } from './badges/bundle'
import { makeBadges } from './badges/makeBadges'
import { makeIgnoredFiles, makeSupportFiles } from './badges/supportFiles'
import { makeWorkshop } from './badges/workshop'
import { makeCalendar } from './calendar'
import { makeAchievements, makeSkillsFile } from './issuers/achievements'
import { makeIssuers, makeRegister, tohoRotation } from './issuers/issuers'
import { makeStaff } from './people/makeStaff'
import { makeRosterFile } from './people/rosterFile'
import { makeRandom } from './random'

export interface SampleOptions {
  /** People in the roster. */
  readonly staff: number
  /** Credentials and unreadable badge files together. Supporting and foreign files come on top. */
  readonly badges: number
  readonly seed: number
  /** 基準日 of the answers; 2026-11-20 where absent. The city's dates move with it by whole fiscal years. */
  readonly on?: Day
  readonly onProgress?: (done: number, total: number) => void
}

/** What `tekizai sample` makes where nothing else is said. */
export const usualSample = { staff: 300, badges: 600, seed: 1 } as const
/** The story's people at least; below 150 badges not every fault occurs. */
export const smallestSample = { staff: 12, badges: 1 } as const

const cityName = '青峰市'

const bundleName = 'badges.zip'
const evidenceName = (index: number): string => (index === 0 ? 'evidence.json' : `evidence-${index + 1}.json`)

/**
 * Makes a fictitious city: its roster, a bundle of badges, the issuer register, the skill mapping, and the true answers.
 *
 * A pure function: the same options give the same bytes on every machine. Signatures are made by libraries that are not ours, so that our verifier is
 * measured against others. A city of 300 people and 600 badges takes a few seconds.
 *
 * With more badges the mix shifts: at most 300 ordinary badges carry an embedded proof (several milliseconds each), and the rest are tokens and hosted
 * badges; faults and files with several credentials keep their shares.
 *
 * @returns `roster.csv` (CP932), `badges.zip`, `register.json`, `skills.csv` and `requirements.csv` (UTF-8), `evidence.json` (and `evidence-2.json` … of a large city), `answers.json`.
 * @throws RangeError below `smallestSample`.
 */
export async function makeSampleCity(options: SampleOptions): Promise<{ readonly cityName: string; readonly files: ReadonlyMap<string, Uint8Array> }> {
  const { staff: staffCount, badges, seed } = options
  if (!(staffCount >= smallestSample.staff && badges >= smallestSample.badges)) throw new RangeError('too small a city')
  const calendar = makeCalendar(options.on)
  const issuers = await makeIssuers(seed)
  const achievements = makeAchievements(issuers)
  const skills = makeSkillsFile(achievements, issuers)
  const staff = makeStaff(staffCount, calendar, makeRandom(seed, 'staff'), issuers.staffDid)
  const roster = makeRosterFile(staff, `${cityName}職員名簿（基準日 ${calendar.on}）`, makeRandom(seed, 'roster'))
  const workshop = makeWorkshop(issuers, achievements, staff, calendar, badges, makeRandom(seed, 'badges'))
  const made = await makeBadges(workshop, badges, options.onProgress ?? (() => {}))
  const { files: support, evidence } = await makeSupportFiles(workshop, achievements)
  const bundle = makeBundle([...made, ...support, ...makeIgnoredFiles()], bundleName)
  const answers = makeAnswers({ cityName, options: { staff: staffCount, badges, seed }, calendar, staff, roster, bundle, mappings: skills.mappings })
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`, 'utf8')
  return {
    cityName,
    files: new Map<string, Uint8Array>([
      ['roster.csv', roster.bytes],
      [bundleName, bundle.bytes],
      ['register.json', json(makeRegister(issuers, calendar.day(tohoRotation)))],
      ['skills.csv', Buffer.from(skills.text, 'utf8')],
      ['requirements.csv', Buffer.from(makeRequirementsFile(staff), 'utf8')],
      ...evidence.map((text, index): [string, Uint8Array] => [evidenceName(index), Buffer.from(text, 'utf8')]),
      ['answers.json', json(answers)],
    ]),
  }
}
