import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import { documentDigest } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { indexed } from './contextIndex'
import { steadyJson } from './sameJson'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Digests of the documents, independent of their order and file names. */
const documentsOf = (documents: readonly SupportDocument[]): readonly string[] => documents.map(documentDigest).sort()

/**
 * SHA-256 (hex) over everything a verdict may depend on besides the credential: the instant, the skew, the register, the exact text of every stored document,
 * and what makes evidence count. Two verdicts with the same digest were computed from the same context.
 */
export const contextDigest = indexed((context): string => {
  // The register holds JSON values only; its interfaces have no index signature.
  const issuers = context.register.issuers.map((issuer) => steadyJson(issuer as unknown as JsonObject)).sort()
  return sha256(
    JSON.stringify([
      context.now.toISOString(),
      context.clockSkewSeconds,
      issuers,
      documentsOf(context.keyDocuments),
      documentsOf(context.statusLists),
      context.evidence.files.map(({ name }) => name).sort(),
      // Left out where empty: digests of verdicts from before there were lists stay the same.
      ...(context.askedLists.length === 0 ? [] : [context.askedLists.map(({ id, writtenAt, addresses }) => [id, writtenAt, addresses.toSorted()])]),
      ...(context.acceptedEvidence.length === 0 ? [] : [{ accepted: context.acceptedEvidence }]),
    ]),
  )
})
