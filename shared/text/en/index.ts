import type { Text } from '../ja'
import { badge } from './badge'
import { cli } from './cli'
import { importing } from './importing'
import { issuers } from './issuers'
import { native } from './native'
import { people } from './people'
import { problems } from './problems'
import { report } from './report'
import { requirements } from './requirements'
import { risk } from './risk'
import { shell } from './shell'
import { skillMap } from './skillMap'
import { start } from './start'
import { verdict } from './verdict'

/** English, complete: the compiler lists a missing key. */
export const en: Text = { shell, start, importing, issuers, native, skillMap, requirements, people, badge, verdict, risk, report, cli, problems }
