import type { JsonObject } from '../../../shared/model/json'
import type { ExpectedCredential, Written } from '../answers/expected'
import { signEmbedded, unknownContextUrl } from '../badges/embeddedProof'
import { issueEmbedded, issueToken, makeEmbedded, utc } from '../badges/issue'
import { packBadge } from '../badges/pack'
import type { Wish, Workshop } from '../badges/workshop'
import type { Fault } from './fault'

type Outcome = Pick<ExpectedCredential, 'grade' | 'axes'> & Partial<Pick<ExpectedCredential, 'proof' | 'validUntil'>>

const rejected: Outcome = { grade: 'rejected', axes: {} }

/** A signed document, as text, with something done to it. */
async function spoil(workshop: Workshop, name: string, outcome: Outcome, change: (text: string) => string, wish: Wish = {}): Promise<readonly Written[]> {
  const issued = await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none', ...wish }), workshop)
  return [packBadge({ ...issued, text: change(issued.text) }, workshop, { container: 'json', change: { ...outcome, fault: name } })]
}

const onDocument = (change: (document: JsonObject) => JsonObject) => (text: string) => JSON.stringify(change(JSON.parse(text) as JsonObject))
const proofOf = (document: JsonObject) => document.proof as JsonObject

/** The proof is for authentication, not for asserting. */
export const wrongPurpose: Fault = {
  name: 'wrong-purpose',
  per600: 1,
  async make(workshop) {
    const issued = await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none' }), workshop, { purpose: 'authentication' })
    return [packBadge(issued, workshop, { change: { ...rejected, fault: 'wrong-purpose' } })]
  },
}

/** The right signature in base64url instead of base58. */
export const proofEncoding: Fault = {
  name: 'proof-encoding',
  per600: 1,
  make: (workshop) =>
    spoil(
      workshop,
      'proof-encoding',
      rejected,
      onDocument((document) => ({ ...document, proof: { ...proofOf(document), proofValue: `u${Buffer.alloc(64, 7).toString('base64url')}` } })),
    ),
}

/** A suite nobody here implements. */
export const unsupportedSuite: Fault = {
  name: 'unsupported-suite',
  per600: 2,
  make(workshop, index) {
    const proof = index % 2 === 0 ? 'RsaSignature2018' : 'bbs-2023'
    const foreign: JsonObject =
      index % 2 === 0
        ? { type: 'RsaSignature2018', jws: 'eyJhbGciOiJSUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..AAAA' }
        : { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2V0ChVhQAAAA' }
    const change = onDocument((document) => {
      const { created, verificationMethod, proofPurpose } = proofOf(document)
      return {
        ...document,
        proof: { ...foreign, created: created ?? null, verificationMethod: verificationMethod ?? null, proofPurpose: proofPurpose ?? null },
      }
    })
    return spoil(workshop, 'unsupported-suite', { grade: 'unproven', axes: { integrity: 'unsupported' }, proof }, change)
  },
}

/** Rightly signed, with a context that is not bundled. */
export const unknownContext: Fault = {
  name: 'unknown-context',
  per600: 1,
  async make(workshop) {
    const award = workshop.award({ issuer: 'toho', status: 'none' })
    const document = makeEmbedded(award, workshop)
    const extended = { ...document, '@context': [...(document['@context'] as readonly string[]), unknownContextUrl], courseCode: 'DS-204' }
    const { toho } = workshop.issuers
    const signed = await signEmbedded(extended, { suite: 'eddsa-rdfc-2022', key: toho.first, method: toho.firstMethod, created: utc(award.issuedAt) })
    const issued = await issueEmbedded(award, workshop)
    const change = { grade: 'unproven', axes: { integrity: 'unsupported' }, fault: 'unknown-context' } as const
    return [packBadge({ ...issued, text: JSON.stringify(signed) }, workshop, { container: 'json', change })]
  },
}

const aliasOfEnd = { until2: { '@id': 'https://www.w3.org/2018/credentials#validUntil', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } }

/** An ended badge whose holder moved `validUntil` to a name readers ignore: the signature still holds. */
export const inlineContext: Fault = {
  name: 'inline-context',
  per600: 1,
  make: (workshop) =>
    spoil(
      workshop,
      'inline-context',
      { ...rejected, validUntil: null },
      onDocument(({ validUntil, ...rest }) => ({ ...rest, '@context': [...(rest['@context'] as readonly string[]), aliasOfEnd], until2: validUntil ?? null })),
      { issuedAt: `${workshop.calendar.day('2024-05-01')}T10:00:00+09:00`, endsAt: `${workshop.calendar.day('2025-05-01')}T10:00:00+09:00` },
    ),
}

/** A context inside the subject. */
export const nestedContext: Fault = {
  name: 'nested-context',
  per600: 1,
  make: (workshop) =>
    spoil(
      workshop,
      'nested-context',
      rejected,
      onDocument((document) => ({
        ...document,
        credentialSubject: { '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...(document.credentialSubject as JsonObject) },
      })),
    ),
}

/** The Open Badges context before the one of credentials. */
export const contextOrder: Fault = {
  name: 'context-order',
  per600: 1,
  make: (workshop) =>
    spoil(
      workshop,
      'context-order',
      rejected,
      onDocument((document) => ({ ...document, '@context': (document['@context'] as readonly string[]).toReversed() })),
    ),
}

/** A member that no context defines, and so no signature covers. */
export const undefinedTerm: Fault = {
  name: 'undefined-term',
  per600: 1,
  make: (workshop) =>
    spoil(
      workshop,
      'undefined-term',
      { grade: 'unproven', axes: { integrity: 'data-loss' } },
      onDocument((document) => ({ ...document, specialRank: '特級' })),
    ),
}

/** The same member twice: readers disagree on which one holds. */
export const duplicateMember: Fault = {
  name: 'duplicate-member',
  per600: 1,
  make: (workshop) => spoil(workshop, 'duplicate-member', rejected, (text) => text.replace('"validFrom":', '"validFrom":"2020-01-01T00:00:00Z","validFrom":')),
}

/** The registered claim names another credential than the one it carries. */
export const claimDiffers: Fault = {
  name: 'claim-differs',
  per600: 1,
  async make(workshop) {
    const award = workshop.award({ issuer: 'shiomi' })
    const issued = await issueToken(award, workshop, { edit: (claims) => ({ ...claims, jti: `${award.id}0` }) })
    return [packBadge(issued, workshop, { change: { ...rejected, fault: 'claim-differs' } })]
  },
}

/** A token that demands an extension nobody knows. */
export const unknownCritical: Fault = {
  name: 'unknown-critical',
  per600: 1,
  async make(workshop) {
    const award = workshop.award({ issuer: 'hokurei' })
    const header = { kid: award.issuer.signing?.method, crit: ['urn:example:rank'], 'urn:example:rank': 1 }
    const issued = await issueToken(award, workshop, { edit: (claims) => claims, header })
    return [packBadge(issued, workshop, { change: { ...rejected, axes: { integrity: 'malformed' }, fault: 'unknown-critical' } })]
  },
}
