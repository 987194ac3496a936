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
  readonly onEvent: (name: EventName, payload: unknown) => void
  /** Called when the engine ends without having been asked to. */
  readonly onEnd: (code: number) => void
}

/**
 * Young-generation limit in megabytes. An import discards nearly all new objects; without a limit the young generation grows to a hundred megabytes and more
 * without being faster.
 */
const youngMegabytes = 8

/**
 * How much the old generation may grow beyond what is in use before it is collected, in per cent, in the threads of the process too. Without the limit it
 * doubles: an import of a city then needed a seventh more memory.
 */
const growthPercent = 50

/** Starts the engine and waits until it has opened its database. Where the engine ends before that, the result is a failure. */
export function startEngine({ dataFolder, onEvent, onEnd }: Surroundings): Promise<Result<Engine, Problem>> {
  const process: UtilityProcess = utilityProcess.fork(join(__dirname, 'engine.cjs'), ['--data', dataFolder], {
    serviceName: 'Tekizai engine',
    execArgv: [`--max-semi-space-size=${youngMegabytes}`, `--heap-growing-percent=${growthPercent}`],
  })
  const waiting = new Map<number, (result: Result<never>) => void>()
  let lastId = 0
  let closing = false
  let gone: Problem | null = null
  let closed = () => {}
  const post = (message: ToEngine) => process.postMessage(message)

  const engine: Engine = {
    ask: (name, input) =>
      new Promise((settle) => {
        // A process that has ended does not answer: the call fails at once.
        if (gone !== null) return settle(failure(gone))
        const id = ++lastId
        // The cast: `id` connects the answer with the name of its call, whose output the contract defines.
        waiting.set(id, settle as (result: Result<never>) => void)
        post({ kind: 'call', id, name, input })
      }),
    close: () =>
      new Promise((settle) => {
        if (gone !== null) return settle()
        closing = true
        closed = settle
        post({ kind: 'close' })
      }),
  }

  return new Promise((settle) => {
    process.on('message', (message: FromEngine) => {
      if (message.kind === 'ready') settle(success(engine))
      else if (message.kind === 'refused') settle(failure(message.problem))
      else if (message.kind === 'event') onEvent(message.name, message.payload)
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
      if (!closing) onEnd(code)
    })
  })
}
