import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import { documentDigest } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from './context'
import { steadyJson } from './sameJson'

/** A context is a value; a bundle asks for its digest once for each badge. */
const digests = new WeakMap<VerifierContext, string>()

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Documents by what they are, not by the order they were imported in nor by the name of their file. */
const documentsOf = (documents: readonly SupportDocument[]): readonly string[] => documents.map(documentDigest).sort()

/**
 * SHA-256 (hex) over everything a verdict may depend on besides the credential: the instant, the skew, the register, and the exact text of every
 * document held, and what makes evidence count. Two verdicts with the same digest were reached with the same knowledge.
 */
export function contextDigest(context: VerifierContext): string {
  const known = digests.get(context)
  if (known) return known
  // The register is made of JSON values only; its interfaces just have no index signature.
  const issuers = context.register.issuers.map((issuer) => steadyJson(issuer as unknown as JsonObject)).sort()
  const digest = sha256(
    JSON.stringify([
      context.now.toISOString(),
      context.clockSkewSeconds,
      issuers,
      documentsOf(context.keyDocuments),
      documentsOf(context.statusLists),
      context.evidence.files.map(({ name }) => name).sort(),
      // Left out where there is none, so that verdicts from before there were lists can still be repeated.
      ...(context.askedLists.length === 0 ? [] : [context.askedLists.map(({ id, writtenAt, addresses }) => [id, writtenAt, addresses.toSorted()])]),
      ...(context.acceptedEvidence.length === 0 ? [] : [{ accepted: context.acceptedEvidence }]),
    ]),
  )
  digests.set(context, digest)
  return digest
}
