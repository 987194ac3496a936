import { useState } from 'react'
import type { ListedRequirement } from '../../../shared/contract/requirement'
import type { Problem } from '../../../shared/model/problem'
import { useAction } from '../../ask/api'
import { changesNothing, type Edit, inverseOf } from './edit'

export interface Edits {
  readonly apply: (edit: Edit) => Promise<boolean>
  readonly undo: (() => Promise<boolean>) | null
  readonly redo: (() => Promise<boolean>) | null
  readonly running: boolean
  readonly problem: Problem | undefined
  readonly forget: () => void
}

/** Edits of the requirements that can be taken back and done again, each saved at once. */
export function useEdits(requirements: readonly ListedRequirement[]): Edits {
  const { run, running, problem, forget } = useAction('requirement.save')
  const [done, setDone] = useState<readonly Edit[]>([])
  const [undone, setUndone] = useState<readonly Edit[]>([])
  const save = async ({ save, remove }: Edit) => (await run({ save: [...save], remove: [...remove] })).ok
  const apply = async (edit: Edit) => {
    if (changesNothing(edit)) return true
    const back = inverseOf(edit, requirements)
    const saved = await save(edit)
    if (saved) {
      setDone([...done, back])
      setUndone([])
    }
    return saved
  }
  const step = (from: readonly Edit[], setFrom: (edits: readonly Edit[]) => void, to: readonly Edit[], setTo: (edits: readonly Edit[]) => void) => {
    const last = from.at(-1)
    if (last === undefined || running) return null
    return async () => {
      const back = inverseOf(last, requirements)
      const saved = await save(last)
      if (saved) {
        setFrom(from.slice(0, -1))
        setTo([...to, back])
      }
      return saved
    }
  }
  return { apply, undo: step(done, setDone, undone, setUndone), redo: step(undone, setUndone, done, setDone), running, problem, forget }
}
