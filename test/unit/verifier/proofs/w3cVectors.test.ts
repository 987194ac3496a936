import { createHash } from 'node:crypto'
import canonicalizeJson from 'canonicalize'
import rdfCanonize from 'rdf-canonize'
import { describe, expect, it } from 'vitest'
import { canonicalize, type LabelDigest, labelDataset } from '../../../../electron/verifier/jsonld/canonicalize'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { checkProofs } from '../../../../electron/verifier/proofs'
import type { JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorJson, vectorText } from '../jsonld/vectors'
import { contextAt, keysAtHand } from './keysAtHand'

/** The vectors use a context for examples, which no badge may: it gives every unknown word a meaning. */
const contexts = {
  ...pinnedContexts,
  newer: new Map([
    ...pinnedContexts.newer,
    ['https://www.w3.org/ns/credentials/examples/v2', { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
  ]),
}

const check = (document: JsonObject) =>
  checkProofs(document, [], { issuerId: 'https://vc.example/issuers/5678', issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), keysAtHand(), contexts)

interface Suite {
  readonly folder: string
  readonly suffix: string
  readonly form: 'rdfc' | 'jcs'
  readonly digest: LabelDigest
  readonly id: string
}

const suites: readonly Suite[] = [
  { folder: 'w3c-vc-di-eddsa/eddsa-rdfc-2022', suffix: 'DataInt', form: 'rdfc', digest: 'sha256', id: 'eddsa-rdfc-2022' },
  { folder: 'w3c-vc-di-eddsa/Ed25519Signature2020', suffix: 'EdSig', form: 'rdfc', digest: 'sha256', id: 'Ed25519Signature2020' },
  { folder: 'w3c-vc-di-eddsa/eddsa-jcs-2022', suffix: 'JCS', form: 'jcs', digest: 'sha256', id: 'eddsa-jcs-2022' },
  { folder: 'w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256', suffix: 'ECDSAP256', form: 'rdfc', digest: 'sha256', id: 'ecdsa-rdfc-2019' },
  { folder: 'w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p384', suffix: 'ECDSAP384', form: 'rdfc', digest: 'sha384', id: 'ecdsa-rdfc-2019' },
  { folder: 'w3c-vc-di-ecdsa/ecdsa-jcs-2019-p256', suffix: 'JCSECDSAP256', form: 'jcs', digest: 'sha256', id: 'ecdsa-jcs-2019' },
  { folder: 'w3c-vc-di-ecdsa/ecdsa-jcs-2019-p384', suffix: 'JCSECDSAP384', form: 'jcs', digest: 'sha384', id: 'ecdsa-jcs-2019' },
]

async function canonicalText(document: JsonObject, { form, digest }: Suite): Promise<string> {
  if (form === 'jcs') return canonicalizeJson(document) ?? ''
  const canonical = await canonicalize(document, { order: 'code-point', contextText: 'newer', digest }, contexts)
  return canonical.ok ? canonical.value : JSON.stringify(canonical.problem)
}

const hexDigest = (algorithm: string, text: string) => createHash(algorithm).update(text, 'utf8').digest('hex')

describe('vectors of the Data Integrity cryptosuites', () => {
  it('give the canonical form and the digest of document and proof options, and the signature is accepted', async () => {
    let count = 0
    for (const suite of haveVectors ? suites : []) {
      const { folder, suffix, digest, id } = suite
      const signed = vectorJson(`${folder}/signed${suffix}.json`)
      const { proof, ...document } = signed
      const options = vectorJson(`${folder}/proofConfig${suffix}.json`)
      for (const [part, name] of [
        [document, 'Doc'],
        [options, 'Proof'],
      ] as const) {
        const canonical = await canonicalText(part, suite)
        expect(canonical, `${folder} ${name}`).toBe(vectorText(`${folder}/${name === 'Doc' ? 'canonDoc' : 'proofCanon'}${suffix}.txt`))
        expect(hexDigest(digest, canonical)).toBe(vectorText(`${folder}/${name.toLowerCase()}Hash${suffix}.txt`).trim())
      }
      const finding = await check(signed)
      expect(finding, folder).toMatchObject({ integrity: { value: 'intact' }, issuer: { value: 'registered' }, proof: id, problems: [] })
      const altered = await check({ ...signed, name: 'Another Credential' })
      expect(altered.integrity, folder).toEqual({ value: 'altered', seen: [{ kind: 'suite', text: id }], at: '/proof/proofValue' })
      count += 1
    }
    say('Data Integrity cryptosuites', count)
  })

  it('include proof sets and chains, which are refused once a previous proof is missing or altered', async () => {
    const names = haveVectors ? ['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'] : []
    for (const name of names) {
      expect(await check(vectorJson(`w3c-vc-di-eddsa/proof-set-chain/${name}.json`)), name).toMatchObject({ integrity: { value: 'intact' }, problems: [] })
    }
    if (haveVectors) {
      const chain = vectorJson('w3c-vc-di-eddsa/proof-set-chain/signedProofChain1.json')
      const proofs = Array.isArray(chain.proof) ? chain.proof : []
      const shortened = await check({ ...chain, proof: proofs.slice(1) })
      expect(shortened.integrity).toMatchObject({ value: 'malformed', at: '/proof/1/previousProof' })
      expect(shortened.problems.map(({ code }) => code)).toContain('proof.previous-missing')
      const relabelled = await check({ ...chain, proof: [{ ...proofs[0], created: '2023-02-25T23:36:38Z' }, ...proofs.slice(1)] })
      expect(relabelled.integrity.value).toBe('altered')
    }
    say('proof sets and chains', names.length)
  })

  it('label blank nodes with SHA-384 where the key is P-384', async () => {
    const p256 = haveVectors ? vectorText('w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ/canonDocECDSAP256.txt') : ''
    const p384 = haveVectors ? vectorText('w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ/canonDocECDSAP384.txt') : ''
    // rdf-canonize keeps labels that look like its own; jsonld never makes such labels.
    const relabelled = (text: string) => rdfCanonize.NQuads.parse(text.replaceAll('_:c14n', '_:node'))
    expect(await labelDataset(relabelled(p256), 'code-point', 'sha384')).toEqual({ ok: true, value: p384 })
    expect(await labelDataset(relabelled(p384), 'code-point', 'sha256')).toEqual({ ok: true, value: p256 })
    say('labels by SHA-384', haveVectors ? 1 : 0)
  })

  it('are unsupported with a context that is not bundled', async () => {
    const signed = haveVectors ? [vectorJson('w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ/signedECDSAP384.json')] : []
    for (const document of signed) {
      const finding = await check(document)
      expect(finding.integrity.value).toBe('unsupported')
      expect(finding.problems).toContainEqual({ code: 'context.unknown-url', at: '/@context', detail: 'https://w3id.org/citizenship/v4rc1' })
    }
    say('unknown contexts', signed.length)
  })
})
