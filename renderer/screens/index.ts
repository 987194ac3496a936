import type { Screens } from '../view/view'
import { badge } from './badge'
import { importing } from './importing'
import { issuers } from './issuers'
import { people, person } from './people'
import { requirements } from './requirements'
import { risk } from './risk'
import { skillMap } from './skillMap'
import { start } from './start'
import { unmatched } from './unmatched'

/** Every screen, in the order of the rail. The entries are named in the type too, so that their parameters are known wherever this shelf is. */
export const screens: {
  readonly start: typeof start
  readonly importing: typeof importing
  readonly unmatched: typeof unmatched
  readonly skillMap: typeof skillMap
  readonly risk: typeof risk
  readonly people: typeof people
  readonly person: typeof person
  readonly badge: typeof badge
  readonly requirements: typeof requirements
  readonly issuers: typeof issuers
} = { start, importing, unmatched, skillMap, risk, people, person, badge, requirements, issuers }

/** The parameters of every screen, by its name. */
export const parameters: Screens['parameters'] = {
  start: start.parameters,
  importing: importing.parameters,
  unmatched: unmatched.parameters,
  skillMap: skillMap.parameters,
  risk: risk.parameters,
  people: people.parameters,
  person: person.parameters,
  badge: badge.parameters,
  requirements: requirements.parameters,
  issuers: issuers.parameters,
}
