import { expect, it } from 'vitest'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isArray, isObject, type JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorJson } from '../jsonld/vectors'
import { contextAt, keysAtHand } from './keysAtHand'

/** The verdicts of the standards where other validators are more lenient, or call the undecidable `invalid`. */
const ours: Readonly<Record<string, string>> = {
  'simple-err-context.json': 'malformed',
  'simple-err-proof-method.json': 'malformed',
  'twoOIDF-revoked-notExpired-badSchema.json': 'malformed',
  'simple-err-credential-subject-profile-type.json': 'data-loss',
  'simple-err-credential-subject-type.json': 'data-loss',
  'simple-err-evidence-type.json': 'data-loss',
  'simple-err-issuer-parentorg-type.json': 'data-loss',
  'LER-RS_V2_UC009_exchanging.json': 'unsupported',
  'LER-RS_V2_VCwrapper.json': 'unsupported',
  'simple_old_safesigned.json': 'unsupported',
  'endorsement-err-schema-status-refresh.json': 'altered',
  tampered: 'altered',
}

function jsonOf(path: string): JsonObject | null {
  try {
    return vectorJson(path)
  } catch {
    // Images, tokens and one empty file are among the samples.
    return null
  }
}

it('every signed sample of 1EdTech and of the Digital Credentials Consortium is intact, or fails for its known reason', async () => {
  const listed = haveVectors ? vectorJson('manifest.json').vectors : []
  const paths = (isArray(listed) ? listed : []).filter(isObject).map(({ path }) => String(path))
  let count = 0
  for (const path of paths.filter((one) => /^(1edtech|dcc)/.test(one) && !one.includes('/ob20/'))) {
    const document = jsonOf(path)
    if (!document?.proof) continue
    const finding = await checkProofs(document, [], { issuerId: null, issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), keysAtHand())
    expect(finding.integrity.value, `${path} ${JSON.stringify(finding.problems)}`).toBe(ours[path.split('/').at(-1) ?? ''] ?? 'intact')
    count += 1
  }
  if (haveVectors) expect(count).toBeGreaterThan(60)
  say('signed samples', count)
})
