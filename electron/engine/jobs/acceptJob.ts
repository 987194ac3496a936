import type { Output } from '../../../shared/contract'
import { failure, type Result, success } from '../../../shared/model/problem'
import { acceptEvidence, together } from '../../store'
import { act } from '../act'
import { readEvidenceFiles } from '../files/readEvidenceFiles'
import type { Engine } from '../handler'
import { knowledgeOf } from '../knowledge/knowledge'
import { runImport } from './importJob'
import { ask, carryOut } from './verifyAgain'

/**
 * Imports evidence that somebody confirms by name, and reverifies the credentials it can affect. The name goes into the audit log. Undoing the import takes the
 * acceptance back.
 *
 * @returns `evidence.no-name`, and what reading and importing the files can run into.
 */
export async function acceptJob(
  engine: Engine,
  { paths, confirmedBy }: { readonly paths: readonly string[]; readonly confirmedBy: string },
): Promise<Result<Output<'courier.accept'>>> {
  const name = confirmedBy.trim()
  if (name === '') return failure({ code: 'evidence.no-name' })
  const evidence = await readEvidenceFiles(paths)
  if (!evidence.ok) return evidence
  const { documents, digests } = evidence.value
  const imported = await runImport(engine, paths, { progress: (summary) => engine.tell('import.progress', summary) })
  if (!imported.ok) return imported
  const { importId } = imported.value
  const request = { why: 'documents', becauseOf: importId } as const
  // What is accepted and what is still to be reverified for it belong together, whatever happens next.
  const asked = together(engine.db, () => {
    const accepted = acceptEvidence(engine.db, { importId, digests, confirmedBy: name, ...act(engine) })
    if (!accepted.ok) return accepted
    const touchedBy = { documents, within: knowledgeOf(engine.db, engine.verifyAt()) }
    const number = ask(engine, { ...request, touchedBy })
    return number.ok ? success({ number: number.value, touchedBy }) : number
  })
  if (!asked.ok) return asked
  const again = await carryOut(engine, asked.value.number, { touchedBy: asked.value.touchedBy })
  return again.ok ? success({ importId, files: paths.length, ...again.value }) : again
}
