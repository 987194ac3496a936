import type { VerifierContext } from './context'

/**
 * What is computed from one context, each member once: documents by address, lists by address and by issuer, verified lists, key methods, register entries by id,
 * pins, registered names, opened evidence, the digest. Made empty with the context; a member is computed when it is first asked for.
 */
export interface ContextIndex {
  readonly members: Map<symbol, unknown>
}

export const makeIndex = (): ContextIndex => ({ members: new Map() })

/** Declares a member of every context's index. Returns the function that reads it from a context, and computes it there the first time. */
export function indexed<Value>(compute: (context: VerifierContext) => Value): (context: VerifierContext) => Value {
  const name = Symbol(compute.name)
  return (context) => {
    const { members } = context.index
    if (!members.has(name)) members.set(name, compute(context))
    return members.get(name) as Value // Only this function writes under its own symbol.
  }
}
