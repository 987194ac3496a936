import { expect, it } from 'vitest'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isObject, type JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorJson } from '../jsonld/vectors'
import { contextAt, keysAtHand } from './keysAtHand'

const citizenship = 'https://w3id.org/citizenship#'

/** The vectors use a context that is in no package: only the terms they need, with the addresses in their statements. */
const contexts = {
  ...pinnedContexts,
  newer: new Map<string, JsonObject>([
    ...pinnedContexts.newer,
    [
      'https://w3id.org/citizenship/v4rc1',
      {
        '@context': {
          image: { '@id': 'https://schema.org/image', '@type': '@id' },
          Person: 'https://schema.org/Person',
          PermanentResident: `${citizenship}PermanentResident`,
          PermanentResidentCardCredential: `${citizenship}PermanentResidentCardCredential`,
          EmployablePerson: `${citizenship}EmployablePerson`,
          EmploymentAuthorizationDocumentCredential: `${citizenship}EmploymentAuthorizationDocumentCredential`,
          birthCountry: `${citizenship}birthCountry`,
        },
      },
    ],
  ]),
}

const check = (document: JsonObject) => checkProofs(document, [], { issuerId: null, issuedAt: null }, contextAt('2025-01-01T00:00:00Z'), keysAtHand(), contexts)

it('the derived proofs of the standard are intact, and none is with other statements', async () => {
  const names = haveVectors ? ['prc', 'employ'] : []
  for (const name of names) {
    const derived = vectorJson(`w3c-vc-di-ecdsa/ecdsa-sd-2023/${name}/derivedRevealDocument.json`)
    expect(await check(derived), name).toMatchObject({
      integrity: { value: 'intact' },
      proof: 'ecdsa-sd-2023',
      problems: [{ code: 'proof.selective', at: '/proof' }],
    })
    const subject = isObject(derived.credentialSubject) ? derived.credentialSubject : {}
    const changes: readonly JsonObject[] = [
      { validUntil: '2099-12-16T23:59:59Z' },
      { credentialSubject: { ...subject, birthCountry: 'Atlantis' } },
      { credentialSubject: { type: subject.type ?? null } },
      { credentialSubject: { ...subject, image: 'https://example.org/x.png' } },
      { issuer: 'did:key:zDnaeTHxNEBZoKaEo6PdA83fq98ebiFvo3X273Ydu4YmV96rg' },
    ]
    for (const change of changes) expect((await check({ ...derived, ...change })).integrity.value, JSON.stringify(change)).toBe('altered')
  }
  say('derived proofs of ecdsa-sd-2023', names.length)
})

it('the base proofs of the standard are named as the holder’s own copies', async () => {
  const names = haveVectors ? ['prc', 'employ'] : []
  for (const name of names) {
    const base = vectorJson(`w3c-vc-di-ecdsa/ecdsa-sd-2023/${name}/addSignedSDBase.json`)
    expect(await check(base)).toMatchObject({ integrity: { value: 'unsupported' }, problems: [{ code: 'proof.base-only', at: '/proof/proofValue' }] })
  }
  say('base proofs of ecdsa-sd-2023', names.length)
})
