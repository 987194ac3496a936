import type { Verb } from '../verb'
import { courierAccept, courierList, courierScript } from './courier'
import { coverage } from './coverage'
import { importUndo, importVerb } from './import'
import { people } from './people'
import { registerImport, registerList } from './register'
import { report, reportList } from './report'
import { roster } from './roster'
import { sample } from './sample'
import { skillsImport, skillsPropose } from './skills'
import { verify } from './verify'

/** Every verb; where one name begins another, the longer stands first. */
export const verbs: readonly Verb[] = [
  verify,
  importUndo,
  importVerb,
  roster,
  registerImport,
  registerList,
  skillsImport,
  skillsPropose,
  coverage,
  people,
  courierList,
  courierScript,
  courierAccept,
  reportList,
  report,
  sample,
]
