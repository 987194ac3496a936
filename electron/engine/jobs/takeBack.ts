import { type Result, success } from '../../../shared/model/problem'
import { readKept } from '../../parser'
import { supportDocuments, together, undoImport } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { documentName, knowledgeOf } from '../knowledge'
import { ask, carryOut, type VerifyAgain } from './verifyAgain'

/** What became of an import that was taken back, and what is to be judged again for it. */
interface Taken {
  readonly removed: number
  readonly again: { readonly asked: number; readonly touchedBy: NonNullable<VerifyAgain['touchedBy']> } | null
}

/** Takes an import back. Where keys and lists go with it, which may have carried other verdicts, what they touched is verified again. */
export async function takeBack(engine: Engine, importId: string, as: 'undone' | 'cancelled'): Promise<Result<{ readonly removed: number }>> {
  const before = supportDocuments(engine.db)
  const within = knowledgeOf(engine.db, engine.now())
  const taken = together(engine.db, (): Result<Taken> => {
    const undone = undoImport(engine.db, { importId, as, ...act(engine) })
    if (!undone.ok) return undone
    const { removed, supports } = undone.value
    if (supports === 0) return success({ removed, again: null })
    const left = new Set(supportDocuments(engine.db).map(documentName))
    const touchedBy = { documents: before.filter((document) => !left.has(documentName(document))).map(readKept), within }
    const asked = ask(engine, { why: 'undo', touchedBy })
    return asked.ok ? success({ removed, again: { asked: asked.value, touchedBy } }) : asked
  })
  if (!taken.ok) return taken
  const { removed, again } = taken.value
  if (again !== null) {
    const carried = await carryOut(engine, again.asked, { touchedBy: again.touchedBy })
    if (!carried.ok) return carried
  }
  return success({ removed })
}
