import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import type { CallName, EventName, Input, Output } from '../../shared/contract'
import type { FromEngine, ToEngine } from '../../shared/contract/message'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'

/** The working process as the shell sees it. */
export interface Engine {
  ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>
  close(): Promise<void>
}

interface Surroundings {
  readonly dataFolder: string
  readonly heard: (name: EventName, payload: unknown) => void
  /** Called when the engine ends without having been asked to. */
  readonly ended: (code: number) => void
}

/**
 * Room for what has just come into being, megabytes. An import throws nearly all of it away again, and the process would let it grow to a hundred and more
 * for nothing gained.
 */
const youngMegabytes = 8

/**
 * How much the rest may grow beyond what is in use before it is cleared, per cent, in the threads of the process as well. Left alone it doubles: an import of a
 * city held a seventh more than it does so.
 */
const growthPercent = 50

/** Starts the engine and waits until it has opened its database. An engine that dies before that is a failure, never a wait without end. */
export function startEngine({ dataFolder, heard, ended }: Surroundings): Promise<Result<Engine, Problem>> {
  const process: UtilityProcess = utilityProcess.fork(join(__dirname, 'engine.cjs'), ['--data', dataFolder], {
    serviceName: 'Tekizai engine',
    execArgv: [`--max-semi-space-size=${youngMegabytes}`, `--heap-growing-percent=${growthPercent}`],
  })
  const waiting = new Map<number, (result: Result<never>) => void>()
  let asked = 0
  let closing = false
  let gone: Problem | null = null
  let closed = () => {}
  const say = (message: ToEngine) => process.postMessage(message)

  const engine: Engine = {
    ask: (name, input) =>
      new Promise((settle) => {
        // A process that is gone answers nothing any more: whoever asks is told so at once.
        if (gone !== null) return settle(failure(gone))
        const id = ++asked
        // The door has parsed the input and the engine answers by the contract: the pair of name and answer is kept by `id`.
        waiting.set(id, settle as (result: Result<never>) => void)
        say({ kind: 'call', id, name, input })
      }),
    close: () =>
      new Promise((settle) => {
        if (gone !== null) return settle()
        closing = true
        closed = settle
        say({ kind: 'close' })
      }),
  }

  return new Promise((settle) => {
    process.on('message', (message: FromEngine) => {
      if (message.kind === 'ready') settle(success(engine))
      else if (message.kind === 'refused') settle(failure(message.problem))
      else if (message.kind === 'event') heard(message.name, message.payload)
      else {
        waiting.get(message.id)?.(message.result as Result<never>)
        waiting.delete(message.id)
      }
    })
    process.on('exit', (code) => {
      gone = { code: 'engine.ended', detail: String(code) }
      settle(failure(gone))
      for (const answer of waiting.values()) answer(failure(gone))
      waiting.clear()
      closed()
      if (!closing) ended(code)
    })
  })
}
