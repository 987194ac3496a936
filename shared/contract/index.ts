import type { z } from 'zod'
import type { Problem, Result } from '../model/problem'
import { applicationCalls } from './application'
import { courierCalls } from './courier'
import { coverageCalls } from './coverage'
import { events } from './events'
import { importCalls } from './importing'
import { peopleCalls } from './people'
import { registerCalls } from './register'
import { reportCalls } from './report'
import { rosterCalls } from './roster'
import { verificationCalls } from './verification'

/** Every call between the window and what answers it: one table, name → {home, input, output}. */
export const contract = {
  ...applicationCalls,
  ...importCalls,
  ...rosterCalls,
  ...registerCalls,
  ...coverageCalls,
  ...peopleCalls,
  ...reportCalls,
  ...courierCalls,
  ...verificationCalls,
}

export { events }

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<Name extends CallName> = z.infer<Contract[Name]['input']>
export type Output<Name extends CallName> = z.infer<Contract[Name]['output']>
export type Events = { readonly [Name in keyof typeof events]: z.infer<(typeof events)[Name]> }
export type EventName = keyof Events

/** Calls only the shell may make; refused when the window asks. */
export const shellOnly: readonly CallName[] = ['report.write', 'report.document', 'badge.original', 'courier.issue']

/** `window.api`: all the window can reach. */
export interface Api {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>, Problem>>
  /** @returns a function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /** The paths of files that were dropped on the window; files that stand on no disk are left out. */
  pathsOf(files: readonly unknown[]): Promise<readonly string[]>
}
