import type { VerifierContext } from './context'

/** Declares a member of every context's index: a function that computes it from a context the first time, and reads it from the index after that. */
export function indexed<Value>(compute: (context: VerifierContext) => Value): (context: VerifierContext) => Value {
  const name = Symbol(compute.name)
  return (context) => {
    const { members } = context.index
    if (!members.has(name)) members.set(name, compute(context))
    return members.get(name) as Value // Only this function writes under its own symbol.
  }
}
