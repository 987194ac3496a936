import { type CallName, contract } from '../../shared/contract'
import { failure, type Result } from '../../shared/model/problem'
import { databaseProblem } from '../store'
import { tellingChanges } from './changed'
import type { Engine, Handler } from './handler'
import { handlers } from './handlers'

/**
 * Answers one call by name. The door in the shell has judged sender, name and input; the input is parsed here once more,
 * because this process trusts no caller about a shape. An unexpected error becomes `call.failed`.
 */
export async function dispatch(name: CallName, input: unknown, engine: Engine): Promise<Result<unknown>> {
  const handler = Object.hasOwn(handlers, name) ? (handlers[name as keyof typeof handlers] as Handler<CallName>) : undefined
  if (handler === undefined) return failure({ code: 'call.unknown', detail: name })
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) return failure({ code: 'call.malformed-input', detail: parsed.error.issues[0]?.path.join('/') ?? '' })
  try {
    // The name fixes the pair of input and handler; the compiler cannot follow it through the table.
    return await tellingChanges(engine, name, () => handler(parsed.data as never, engine))
  } catch (error) {
    // What is read for the first time may be found damaged, or held by another program, only now.
    return failure(databaseProblem(error) ?? { code: 'call.failed', detail: error instanceof Error ? error.message : String(error) })
  }
}
