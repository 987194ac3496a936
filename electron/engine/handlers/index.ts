import type { Handlers } from '../handler'
import { application } from './application'
import { courier } from './courier'
import { coverage } from './coverage'
import { importing } from './importing'
import { people } from './people'
import { registerHandlers } from './register'
import { reports } from './reports'
import { requirement } from './requirement'
import { risk } from './risk'
import { roster } from './roster'
import { sample } from './sample'
import { skills } from './skills'
import { verification } from './verification'

/** The table of calls and their answers. */
export const handlers: Handlers = {
  ...application,
  ...importing,
  ...roster,
  ...registerHandlers,
  ...coverage,
  ...requirement,
  ...people,
  ...skills,
  ...reports,
  ...risk,
  ...courier,
  ...verification,
  ...sample,
}
