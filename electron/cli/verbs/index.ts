import type { Verb } from '../verb'
import { check } from './check'
import { courierAccept, courierList, courierScript } from './courier'
import { coverage } from './coverage'
import { gap } from './gap'
import { importCancel, importList, importResume, importUndo, importVerb } from './import'
import { people } from './people'
import { registerImport, registerList } from './register'
import { report, reportList } from './report'
import { requirementsExport, requirementsImport, requirementsList } from './requirements'
import { risk } from './risk'
import { roster } from './roster'
import { sample } from './sample'
import { skillsImport, skillsList, skillsPropose } from './skills'
import { verify } from './verify'

/** Every verb; where one name begins with another, the longer comes first. */
export const verbs: readonly Verb[] = [
  verify,
  importList,
  importResume,
  importCancel,
  importUndo,
  importVerb,
  roster,
  registerImport,
  registerList,
  skillsImport,
  skillsList,
  skillsPropose,
  requirementsImport,
  requirementsExport,
  requirementsList,
  coverage,
  gap,
  people,
  risk,
  courierList,
  courierScript,
  courierAccept,
  reportList,
  report,
  sample,
  check,
]
