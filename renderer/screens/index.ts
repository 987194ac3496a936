import type { ScreenName } from '../view/view'
import { badge } from './badge'
import { importing } from './importing'
import { issuers } from './issuers'
import { people, person } from './people'
import type { Screen } from './screen'
import { skillMap } from './skillMap'
import { start } from './start'
import { unmatched } from './unmatched'

/** Every screen, in the order of the rail. */
export const screens: Readonly<Record<ScreenName, Screen>> = { start, importing, unmatched, skillMap, people, person, badge, issuers }
