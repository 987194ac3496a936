import type { CallName, Contract } from '../../../shared/contract'
import type { Handler } from '../handler'
import { application } from './application'
import { courier } from './courier'
import { coverage } from './coverage'
import { importing } from './importing'
import { people } from './people'
import { registerHandlers } from './register'
import { reports } from './reports'
import { roster } from './roster'
import { sample } from './sample'
import { skills } from './skills'
import { verification } from './verification'

/** Calls the shell answers by itself. */
type ShellCall = 'dialog.choose' | 'report.save' | 'badge.saveOriginal' | 'courier.save'
type EngineCall = Exclude<CallName, ShellCall>

/** A handler for every call whose home is the engine. */
export type Handlers = { readonly [Name in EngineCall]: Handler<Name & keyof Contract> }

export const handlers: Handlers = {
  ...application,
  ...importing,
  ...roster,
  ...registerHandlers,
  ...coverage,
  ...people,
  ...skills,
  ...reports,
  ...courier,
  ...verification,
  ...sample,
}
