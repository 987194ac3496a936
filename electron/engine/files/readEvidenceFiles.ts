import { basename } from 'node:path'
import { failure, type Result, success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { parseUnit } from '../../intake/inspect'
import type { SupportDocument } from '../../parser'
import { evidenceDigest } from '../../verifier'

/** Evidence that a person accepts by naming its files, with its digests. */
export interface NamedEvidence {
  readonly documents: readonly SupportDocument[]
  readonly digests: readonly string[]
}

/** The evidence in files that contain nothing else; `evidence.shape` with the path of a file that does. */
export async function readEvidenceFiles(paths: readonly string[]): Promise<Result<NamedEvidence>> {
  const evidence: SupportDocument[] = []
  for (const path of paths) {
    const bytes = await readWhole(path)
    if (!bytes.ok) return bytes
    const found = parseUnit({ source: basename(path), bytes: bytes.value, nesting: 0 })
    const documents = found.flatMap((one) => (one.kind === 'support' && one.type === 'evidence' ? [one] : []))
    if (documents.length === 0 || documents.length < found.length) return failure({ code: 'evidence.shape', detail: path })
    evidence.push(...documents)
  }
  return success({ documents: evidence, digests: [...new Set(evidence.map(evidenceDigest))] })
}
