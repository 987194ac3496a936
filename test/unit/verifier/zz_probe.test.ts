import { generate } from '@digitalbazaar/ed25519-multikey'
import { it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { signDataIntegrity } from './proofs/signedElsewhere'
import { badge, contextWith, credentialOf, issuer } from './stage'

it('probe', async () => {
  const id = 'did:web:chuo-u.example'
  const { publicKeyMultibase } = await generate({ seed: new Uint8Array(32).fill(1), controller: id })
  const reg = issuer(id, [{ id: `${id}#${publicKeyMultibase}`, material: { publicKeyMultibase }, validFrom: null, validUntil: null }])
  const context = contextWith([reg])
  const status = {
    id: 'https://chuo-u.example/status/3#7',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://chuo-u.example/status/3',
  }
  const b = badge(id, { validUntil: '2026-05-01T00:00:00Z', credentialStatus: status })
  const signed = await signDataIntegrity(b).catch(async () => null)
  const s = signed as JsonObject
  const show = async (name: string, d: JsonObject) => {
    try {
      const p = credentialOf(JSON.stringify(d))
      const v = await verify(p, context)
      console.log(
        name,
        v.grade,
        v.axes.integrity.value,
        v.axes.time.value,
        v.axes.status.value,
        v.counts,
        JSON.stringify(v.problems),
        p.credential.achievement.name,
        p.credential.issuer.id,
        p.credential.validUntil,
        JSON.stringify(p.credential.recipients),
      )
    } catch (e) {
      console.log(name, String(e))
    }
  }
  await show('base', s)
  await show('until []', { ...s, validUntil: [s.validUntil ?? null] })
  await show('until [[]]', { ...s, validUntil: [[s.validUntil ?? null]] })
  await show('status []', { ...s, credentialStatus: [s.credentialStatus ?? null] })
  await show('status [[]]', { ...s, credentialStatus: [[s.credentialStatus ?? null]] })
  await show('status [null, ..]', { ...s, credentialStatus: [null, s.credentialStatus ?? null] })
  await show('subject [[]]', { ...s, credentialSubject: [[s.credentialSubject ?? null]] })
  await show('issuer []', { ...s, issuer: [s.issuer ?? null] })
  await show('type [[]]', { ...s, type: [s.type ?? null] })
  await show('from []', { ...s, validFrom: [s.validFrom ?? null] })
  await show('type in status []', {
    ...s,
    credentialStatus: {
      ...status,
      type: ['BitstringStatusListEntry'],
      statusListCredential: ['https://chuo-u.example/status/3'],
      statusPurpose: ['revocation'],
      statusListIndex: ['7'],
    },
  })
  await show('status url obj', { ...s, credentialStatus: { ...status, statusListCredential: { id: 'https://chuo-u.example/status/3' } } })
  await show('status string dup', { ...s, credentialStatus: [{ id: status.id }, status] })
  await show('proof [[]]', { ...s, proof: [[s.proof ?? null]] })
  await show('id _:', {
    ...s,
    name: null,
    credentialSubject: {
      ...(s.credentialSubject as JsonObject),
      achievement: { ...((s.credentialSubject as JsonObject).achievement as JsonObject), criteria: { narrative: '修了', id: '_:x' } },
    },
  })
})
