import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type CallName, contract, type EventName, type Events, events, type Input, type Output, type ShellCall } from '../../shared/contract'
import { callChannel, eventChannel } from '../../shared/contract/channels'
import { failure, type Problem, type Result } from '../../shared/model/problem'
import type { Engine } from './engineProcess'
import { isOurs } from './security'

/** A handler for every call whose home is the shell. */
export type ShellHandlers = { readonly [Name in ShellCall]: (input: Input<Name>, window: BrowserWindow | null) => Promise<Result<Output<Name>>> }

const refuse = (code: 'call.refused-sender' | 'call.unknown' | 'call.malformed-input', detail?: string): Result<never, Problem> =>
  failure(detail === undefined ? { code } : { code, detail })

/** Only the main frame of our own window may call. */
const isOurMainFrame = ({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>) =>
  senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)

/**
 * Answers one call: sender, name and input are checked before a handler is called. An unexpected error of a handler becomes `call.failed` here, at the contract's
 * door.
 */
export async function answerCall(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  name: unknown,
  input: unknown,
  engine: Engine,
  handlers: ShellHandlers,
): Promise<Result<unknown>> {
  if (!isOurMainFrame(event)) return refuse('call.refused-sender')
  if (typeof name !== 'string' || !Object.hasOwn(contract, name) || contract[name as CallName].shellOnly)
    return refuse('call.unknown', String(name).slice(0, 100))
  const known = name as CallName
  const parsed = contract[known].input.safeParse(input)
  if (!parsed.success) return refuse('call.malformed-input', parsed.error.issues[0]?.path.join('/') ?? '')
  try {
    if (contract[known].home === 'engine') return await engine.ask(known, parsed.data as Input<typeof known>)
    // The name fixes the pair of input and handler; the compiler cannot follow it through the table.
    const handler = handlers[known as ShellCall] as (input: unknown, window: BrowserWindow | null) => Promise<Result<unknown>>
    return await handler(parsed.data, BrowserWindow.fromWebContents(event.sender))
  } catch (error) {
    return failure({ code: 'call.failed', detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Opens the one door between window and shell. */
export function serve(engine: Engine, handlers: ShellHandlers): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => answerCall(event, name, input, engine, handlers))
}

/** Notifies every window of an event; throws where its payload does not match the contract. */
export function notify<Name extends EventName>(name: Name, payload: unknown): void {
  const parsed = events[name].safeParse(payload)
  if (!parsed.success) throw new TypeError(`the payload of ${name} does not match the contract: ${parsed.error.message}`)
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, name, parsed.data as Events[Name])
}
