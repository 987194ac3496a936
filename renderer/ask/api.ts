import { keepPreviousData, type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useState } from 'react'
import type { Api, Input, Output, WindowCall } from '../../shared/contract'
import { type Problem, type Result, success } from '../../shared/model/problem'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of the page. */
    readonly api: Api
  }
}

export const ApiContext = createContext<Api | null>(null)

/** The way to the engine. Outside its provider there is none: a mistake of ours, not a condition of the world. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('ApiContext has no provider')
  return api
}

export interface Answer<Value> {
  /** The newest answer held; undefined until the first one came, or where there was a problem. */
  readonly value: Value | undefined
  readonly problem: Problem | undefined
  /** No answer at all yet. */
  readonly waiting: boolean
  /** What is shown answers an earlier question; the new answer is on its way. */
  readonly stale: boolean
}

export interface CallOptions {
  /** Ask at all; where false, the answer waits. Default true. */
  readonly when?: boolean
  /** Show the answer to the last question until the new one comes. For a changed scope, never for another person or badge. */
  readonly keep?: boolean
}

/** What does the engine say to this? Asked again whenever a fact it depends on has changed: see the contract. */
export function useCall<Name extends WindowCall>(name: Name, input: Input<Name>, options: CallOptions = {}): Answer<Output<Name>> {
  const api = useApi()
  const query = useQuery<Result<Output<Name>>>({
    queryKey: [name, input],
    queryFn: options.when === false ? skipToken : () => api.call(name, input),
    throwOnError: true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  })
  const result = query.data
  return {
    value: result?.ok === true ? result.value : undefined,
    problem: result?.ok === false ? result.problem : undefined,
    waiting: query.isPending && (options.when ?? true),
    stale: query.isPlaceholderData,
  }
}

export interface Action<Name extends WindowCall> {
  /** Does it once; the result is also kept in `problem`. */
  readonly run: (input: Input<Name>) => Promise<Result<Output<Name>>>
  readonly running: boolean
  readonly problem: Problem | undefined
  readonly forget: () => void
}

/** Makes one call that a person asked for. What depends on the facts it changes is asked for again: see `followEvents`. */
export function useAction<Name extends WindowCall>(name: Name): Action<Name> {
  const invoke = useInvoke()
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = useCallback(
    async (input: Input<Name>) => {
      setRunning(true)
      setProblem(undefined)
      try {
        const result = await invoke(name, input)
        if (!result.ok) setProblem(result.problem)
        return result
      } finally {
        setRunning(false)
      }
    },
    [invoke, name],
  )
  return { run, running, problem, forget: useCallback(() => setProblem(undefined), []) }
}

/** `invoke(name, input)`: one call, for actions that need no state of their own. */
export function useInvoke(): <Name extends WindowCall>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>> {
  const api = useApi()
  return useCallback((name, input) => api.call(name, input), [api])
}

/** What is asked again while an import goes on: the answers that depend on the imports and are shown then. */
const progressCalls: readonly string[] = ['application.read', 'import.list', 'import.read', 'import.items'] satisfies readonly WindowCall[]
const progressPauseMilliseconds = 1000

/** Keeps the answers of `client` true: asks again what `data.changed` names, and at most once a second while an import goes on. @returns the end of it. */
export function followEvents(api: Api, client: QueryClient): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const askAgain = (calls: readonly string[]) => void client.invalidateQueries({ predicate: ({ queryKey }) => calls.includes(String(queryKey[0])) })
  const askAboutImports = () => {
    waiting = undefined
    askAgain(progressCalls)
  }
  const offProgress = api.on('import.progress', () => {
    waiting ??= setTimeout(askAboutImports, progressPauseMilliseconds)
  })
  const offVerify = api.on('verify.progress', (told) => {
    const running = told.total > 0 && told.done === told.total ? null : told
    const key: [WindowCall, Input<'verification.state'>] = ['verification.state', {}]
    // Told as it goes on; how much is left is asked for when it has ended.
    client.setQueryData<Result<Output<'verification.state'>>>(key, (held) => (held?.ok === true ? success({ ...held.value, running }) : held))
  })
  const offUndo = api.on('undo.progress', (undo) => {
    const key: [WindowCall, Input<'import.undoState'>] = ['import.undoState', {}]
    client.setQueryData<Result<Output<'import.undoState'>>>(key, success({ undo }))
  })
  const offChanged = api.on('data.changed', ({ calls }) => askAgain(calls))
  return () => {
    clearTimeout(waiting)
    offProgress()
    offVerify()
    offUndo()
    offChanged()
  }
}
