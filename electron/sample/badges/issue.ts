import type { Standard } from '../../../shared/model/credential'
import type { JsonObject } from '../../../shared/model/json'
import type { ExpectedCredential } from '../answers/expected'
import type { Format } from '../issuers/issuers'
import type { Award } from './award'
import { type ProofRequest, signEmbedded } from './embeddedProof'
import { type JwtForm, makeClaims, signToken } from './jsonWebToken'
import { makeAssertion } from './openBadges2'
import { makeCredential, suite2020Context } from './openBadges3'
import { embeddedProofOf, type Workshop } from './workshop'

/** A badge as its issuer hands it out, before anybody puts it into a picture. */
export interface Issued {
  readonly award: Award
  readonly standard: Standard
  readonly payload: 'json' | 'jws'
  readonly text: string
  readonly proof: string
  readonly grade: ExpectedCredential['grade']
  readonly axes: ExpectedCredential['axes']
  readonly withEvidence?: ExpectedCredential['withEvidence']
}

/** RFC 3339 in UTC to the second. */
export const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

async function issueHosted(award: Award, workshop: Workshop): Promise<Issued> {
  const text = JSON.stringify(makeAssertion(award))
  if (award.confirmed) workshop.served.push({ url: award.id, body: text })
  const issued = { award, standard: 'OB2', payload: 'json', text, proof: 'hosted', grade: 'unproven', axes: { integrity: 'unsigned' } } as const
  return award.confirmed ? { ...issued, withEvidence: { grade: 'confirmed' } } : issued
}

async function issueSigned2(award: Award, workshop: Workshop): Promise<Issued> {
  if (award.status === 'revoked') workshop.revokedAssertions.push(award.id)
  const text = await workshop.issuers.rsa.signJws({}, JSON.stringify(makeAssertion(award)))
  /* Its profile and the list of revoked badges are signed by nobody: they count once their addresses have served them. */
  const axes = { integrity: 'intact', issuer: 'registered', status: 'unknown' } as const
  return { award, standard: 'OB2', payload: 'jws', text, proof: 'ob2-jws', grade: 'verified', axes, withEvidence: { status: award.status } }
}

const trust = (award: Award) => (award.issuer.registeredName === null ? ('unregistered' as const) : ('registered' as const))

/** The unsigned document an embedded proof goes into. */
export function makeEmbedded(award: Award, workshop: Workshop): JsonObject {
  const legacy = award.issuer.format === 'Ed25519Signature2020'
  const credential = makeCredential(award, legacy ? 1 : 2, workshop.ledger.enter(award.issuer, award.status))
  return legacy ? { ...credential, '@context': [...(credential['@context'] as readonly string[]), suite2020Context] } : credential
}

/** @param change What a faulty badge has otherwise: another key, another purpose. */
export async function issueEmbedded(award: Award, workshop: Workshop, change: Partial<ProofRequest> = {}): Promise<Issued> {
  const usual = embeddedProofOf(workshop.issuers, award.issuer)
  if (!usual) throw new RangeError(`${award.issuer.key} embeds no proofs`)
  const signed = await signEmbedded(makeEmbedded(award, workshop), { ...usual, created: utc(award.issuedAt), ...change })
  const issuer = trust(award)
  return {
    award,
    standard: 'OB3',
    payload: 'json',
    text: JSON.stringify(signed),
    proof: usual.suite,
    grade: issuer === 'registered' ? 'verified' : 'unregistered',
    axes: { integrity: 'intact', issuer, status: award.status },
  }
}

/** Which profile an issuer's system writes: one always flat, two change between old and new. */
function formOf({ issuer, number }: Award): JwtForm {
  if (issuer.key === 'hokurei') return number % 2 === 0 ? 'ob3-flat' : 'vc-jose'
  if (issuer.key === 'shiomi') return number % 2 === 0 ? 'ob3-flat' : 'ob3-vc'
  return 'ob3-flat'
}

/** @param edit Changes the claims before they are signed; `header` replaces the `kid` header, `key` the signer. */
export async function issueToken(
  award: Award,
  workshop: Workshop,
  change: {
    readonly edit?: (claims: JsonObject) => JsonObject
    readonly header?: object
    readonly key?: Workshop['issuers']['rsa'] | Workshop['issuers']['attacker']['p256']
  } = {},
): Promise<Issued> {
  const { signing } = award.issuer
  if (!signing) throw new RangeError(`${award.issuer.key} signs nothing`)
  const form = change.edit ? 'ob3-flat' : formOf(award)
  const claims = makeClaims(makeCredential(award, form === 'ob3-vc' ? 1 : 2, workshop.ledger.enter(award.issuer, award.status)), form)
  const text = await signToken(change.edit ? change.edit(claims) : claims, form, change.key ?? signing.key, change.header ?? { kid: signing.method })
  const issuer = trust(award)
  return {
    award,
    standard: 'OB3',
    payload: 'jws',
    text,
    proof: 'vc-jwt',
    grade: issuer === 'registered' ? 'verified' : 'unregistered',
    axes: { integrity: 'intact', issuer, status: award.status },
  }
}

const formats: Readonly<Record<Format, (award: Award, workshop: Workshop) => Promise<Issued>>> = {
  hosted: issueHosted,
  'ob2-jws': issueSigned2,
  'eddsa-rdfc-2022': issueEmbedded,
  Ed25519Signature2020: issueEmbedded,
  'vc-jwt': issueToken,
}

/** The badge in its issuer's own format. */
export const issueBadge = (award: Award, workshop: Workshop): Promise<Issued> => formats[award.issuer.format](award, workshop)
