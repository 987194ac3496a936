import { type Result, success } from '../../../shared/model/problem'
import { supportDocuments, undoImport } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { documentName, knowledgeOf } from '../knowledge'
import { verifyAgain } from './verifyAgain'

/** Takes an import back. Where keys and lists go with it, which may have carried other verdicts, what they touched is verified again. */
export async function takeBack(engine: Engine, importId: string, as: 'undone' | 'cancelled'): Promise<Result<{ readonly removed: number }>> {
  const before = supportDocuments(engine.db)
  const within = knowledgeOf(engine.db, engine.now())
  const undone = undoImport(engine.db, { importId, as, ...act(engine) })
  if (!undone.ok) return undone
  if (undone.value.supports > 0) {
    const left = new Set(supportDocuments(engine.db).map(documentName))
    const gone = before.filter((document) => !left.has(documentName(document)))
    const again = await verifyAgain(engine, { why: 'undo', touchedBy: { documents: gone, within } })
    if (!again.ok) return again
  }
  return success({ removed: undone.value.removed })
}
