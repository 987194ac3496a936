import type { VerifierContext } from './context'

/**
 * What is computed from one context, each member once: documents by address, lists by address and by issuer, verified lists, key methods, register entries by
 * id, pins, look-alike names, opened evidence, the digest. Made empty with the context; a member is computed when it is first asked for.
 */
export interface ContextIndex {
  readonly members: Map<symbol, unknown>
}

export const makeIndex = (): ContextIndex => ({ members: new Map() })

/** Declares a member of every context's index: a function that computes it from a context the first time, and reads it from the index after that. */
export function indexed<Value>(compute: (context: VerifierContext) => Value): (context: VerifierContext) => Value {
  const name = Symbol(compute.name)
  return (context) => {
    const { members } = context.index
    if (!members.has(name)) members.set(name, compute(context))
    return members.get(name) as Value // Only this function writes under its own symbol.
  }
}
