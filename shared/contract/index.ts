import type { z } from 'zod'
import type { Problem, Result } from '../model/problem'
import { applicationCalls } from './application'
import type { Fact } from './change'
import { courierCalls } from './courier'
import { coverageCalls } from './coverage'
import { events } from './events'
import { importCalls } from './importing'
import { peopleCalls } from './people'
import { registerCalls } from './register'
import { reportCalls } from './report'
import { requirementCalls } from './requirement'
import { riskCalls } from './risk'
import { rosterCalls } from './roster'
import { verificationCalls } from './verification'

/** Every call between the window and what answers it: one table, name → who answers, what it reads and changes, what goes in, what comes out. */
export const contract = {
  ...applicationCalls,
  ...importCalls,
  ...rosterCalls,
  ...registerCalls,
  ...coverageCalls,
  ...requirementCalls,
  ...peopleCalls,
  ...reportCalls,
  ...riskCalls,
  ...courierCalls,
  ...verificationCalls,
}

export { events }

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<Name extends CallName> = z.infer<Contract[Name]['input']>
export type Output<Name extends CallName> = z.infer<Contract[Name]['output']>
/** Calls by who answers them. */
export type EngineCall = { readonly [Name in CallName]: Contract[Name]['home'] extends 'engine' ? Name : never }[CallName]
export type ShellCall = Exclude<CallName, EngineCall>
/** Calls the window may make. */
export type WindowCall = { readonly [Name in CallName]: Contract[Name]['shellOnly'] extends true ? never : Name }[CallName]
export type Events = { readonly [Name in keyof typeof events]: z.infer<(typeof events)[Name]> }
export type EventName = keyof Events

/** The calls of the window whose answers depend on these facts. */
export const callsReading = (changed: readonly Fact[]): readonly WindowCall[] =>
  (Object.keys(contract) as CallName[]).filter(
    (name): name is WindowCall => !contract[name].shellOnly && contract[name].home === 'engine' && contract[name].reads.some((fact) => changed.includes(fact)),
  )

/** `window.api`: all the window can reach. */
export interface Api {
  call<Name extends WindowCall>(name: Name, input: Input<Name>): Promise<Result<Output<Name>, Problem>>
  /** @returns a function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /** The paths of files that were dropped on the window; files that stand on no disk are left out. */
  pathsOf(files: readonly unknown[]): Promise<readonly string[]>
}
