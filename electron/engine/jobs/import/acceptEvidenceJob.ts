import type { Output } from '../../../../shared/contract'
import { failure, type Result, success } from '../../../../shared/model/problem'
import { acceptEvidence, inOneTransaction } from '../../../store'
import { act } from '../../act'
import { readEvidenceFiles } from '../../files/readEvidenceFiles'
import type { Engine } from '../../handler'
import { knowledgeOf } from '../../knowledge/knowledge'
import { performRequest } from '../reverify/performRequest'
import { requestReverification } from '../reverify/requestReverification'
import { notifyOfImport } from './importWork'
import { runImport } from './runImport'

/**
 * Imports evidence that a person confirms by name, and reverifies the credentials it can affect. The name is written into the audit log. Undoing the import
 * removes the acceptance.
 *
 * @returns `evidence.no-name`, and the problems of reading and importing the files.
 */
export async function acceptEvidenceJob(
  engine: Engine,
  { paths, confirmedBy }: { readonly paths: readonly string[]; readonly confirmedBy: string },
): Promise<Result<Output<'courier.accept'>>> {
  const name = confirmedBy.trim()
  if (name === '') return failure({ code: 'evidence.no-name' })
  const evidence = await readEvidenceFiles(paths)
  if (!evidence.ok) return evidence
  const { documents, digests } = evidence.value
  const imported = await runImport(engine, paths, { progress: notifyOfImport(engine) })
  if (!imported.ok) return imported
  const { importId } = imported.value
  // In one transaction: the acceptance is never stored without the request to reverify.
  const requested = inOneTransaction(engine.db, () => {
    const accepted = acceptEvidence(engine.db, { importId, digests, confirmedBy: name, ...act(engine) })
    if (!accepted.ok) return accepted
    const affectedBy = { documents, within: knowledgeOf(engine.db, engine.verifyAt()) }
    const number = requestReverification(engine, { why: 'documents', importId, affectedBy })
    return number.ok ? success({ number: number.value, affectedBy }) : number
  })
  if (!requested.ok) return requested
  const { number, affectedBy } = requested.value
  const reverified = await performRequest(engine, number, { affectedBy })
  return reverified.ok ? success({ importId, files: paths.length, ...reverified.value }) : reverified
}
