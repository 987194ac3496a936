import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { signStatements, testKey } from '../signer'
import { contextWith, credentialOf, issuer } from '../stage'

/* A badge with the parts of the complete example of Open Badges 3.0: endorsements of badge, issuer and achievement that share its status and refresh addresses. */

const university = 'https://1edtech.edu/issuers/565049'
const key = testKey('Ed25519', 4)
const method = `${university}#${key.multibase}`
const shared: JsonObject = {
  credentialStatus: { id: 'https://1edtech.edu/credentials/3732/revocations', type: '1EdTechRevocationList' },
  refreshService: { id: 'http://1edtech.edu/credentials/3732', type: '1EdTechCredentialRefresh' },
}
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
]
const endorsement = (number: number, about: string, proof: JsonObject | null): JsonObject => ({
  '@context': contexts,
  id: `http://1edtech.edu/endorsementcredential/373${number}`,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: 'https://accrediter.edu/issuers/565049', type: ['Profile'], name: 'Example Accrediting Agency' },
  validFrom: '2010-01-01T00:00:00Z',
  validUntil: '2030-01-01T00:00:00Z',
  credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'in good standing' },
  ...shared,
  ...(proof ? { proof: [proof] } : {}),
})

async function complete(): Promise<JsonObject> {
  const endorser = testKey('Ed25519', 5)
  const endorsed = async (number: number, about: string) => {
    const signed = await signStatements(
      endorsement(number, about, null),
      'eddsa-rdfc-2022',
      endorser,
      `https://accrediter.edu/issuers/565049#${endorser.multibase}`,
    )
    return endorsement(number, about, signed.proof as JsonObject)
  }
  const document: JsonObject = {
    '@context': contexts,
    id: 'http://1edtech.edu/credentials/3732',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: '1EdTech University Degree for Example Student',
    issuer: { id: university, type: ['Profile'], name: '1EdTech University', endorsement: [await endorsed(2, university)] },
    validFrom: '2010-01-01T00:00:00Z',
    validUntil: '2030-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://1edtech.edu/achievements/degree',
        type: ['Achievement'],
        name: 'Degree',
        description: 'x',
        criteria: { narrative: 'x' },
        endorsement: [await endorsed(3, 'https://1edtech.edu/achievements/degree')],
      },
    },
    endorsement: [await endorsed(1, 'http://1edtech.edu/credentials/3732')],
    evidence: [{ id: 'https://1edtech.edu/credentials/3732/evidence/1', type: ['Evidence'], narrative: 'x' }],
    ...shared,
  }
  return signStatements(document, 'eddsa-rdfc-2022', key, method)
}

const judge = async (document: JsonObject, register: Parameters<typeof contextWith>[0] = []) => {
  const { grade, axes, problems } = await verify(credentialOf(JSON.stringify(document)), contextWith(register))
  return { grade, integrity: axes.integrity.value, codes: problems.map(({ code }) => code) }
}

describe('the complete example of Open Badges 3.0', () => {
  it('is unproven for its key, which is only behind its issuer’s address, and not rejected', async () => {
    const found = await judge(await complete())
    expect(found).toMatchObject({ grade: 'unproven', integrity: 'intact', codes: expect.arrayContaining(['key.fragment']) })
    expect(found.codes).not.toContain('context.form')
  })
  it('is verified once its key is registered', async () => {
    const register = [issuer(university, [{ id: method, material: { publicKeyMultibase: key.multibase }, validFrom: null, validUntil: null }])]
    expect(await judge(await complete(), register)).toMatchObject({ grade: 'verified', integrity: 'intact' })
  })
  it('is altered where its own status is taken away, though an endorsement still names the list', async () => {
    const { credentialStatus: _, ...rest } = await complete()
    expect(await judge(rest)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
})
