import { type Result, success } from '../../../shared/model/problem'
import { supportDocuments, transaction, undoImport } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { documentName, knowledgeOf } from '../knowledge'
import { ask, carryOut } from './verifyAgain'

/** Takes an import back. Where keys and lists go with it, which may have carried other verdicts, what they touched is verified again. */
export async function takeBack(engine: Engine, importId: string, as: 'undone' | 'cancelled'): Promise<Result<{ readonly removed: number }>> {
  const before = supportDocuments(engine.db)
  const within = knowledgeOf(engine.db, engine.now())
  const taken = transaction(engine.db, () => {
    const undone = undoImport(engine.db, { importId, as, ...act(engine) })
    if (!undone.ok || undone.value.supports === 0) return { undone, asked: null, gone: [] }
    const left = new Set(supportDocuments(engine.db).map(documentName))
    const gone = before.filter((document) => !left.has(documentName(document)))
    return { undone, asked: ask(engine, { why: 'undo', touchedBy: { documents: gone, within } }), gone }
  })
  const { undone, asked, gone } = taken
  if (!undone.ok) return undone
  if (asked?.ok === false) return asked
  if (asked !== null) {
    const again = await carryOut(engine, asked.value, { touchedBy: { documents: gone, within } })
    if (!again.ok) return again
  }
  return success({ removed: undone.value.removed })
}
