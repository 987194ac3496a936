import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import { saveIssuers } from '../../../electron/store'
import type { JsonObject } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import { ensureBuild } from '../../run/freshBuild.ts'
import { act } from '../store/words'
import { signText, testKey } from '../verifier/signer'
import { badge, evidence, issuer } from '../verifier/stage'
import { good, importWhole, openScratchEngine, scratch } from './stand'

/* An endorsement proves its endorser and never the badge. */

beforeAll(ensureBuild)

const [university, endorser] = [testKey('Ed25519', 1), testKey('Ed25519', 2)]
const did = ({ multibase }: typeof university) => `did:key:${multibase}`
const signed = (document: JsonObject, key: typeof university) => signText(document, 'eddsa-jcs-2022', key, `${did(key)}#${key.multibase}`)

const endorsement = (about: string): JsonObject =>
  signed(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id: 'urn:uuid:0b6c7f1e-0001-4a5e-9d2c-000000000001',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: did(endorser), type: ['Profile'], name: '推薦する会' },
      validFrom: '2026-04-02T00:00:00+09:00',
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: '地域の研修に合います。' },
    },
    endorser,
  )

const plain = badge(did(university))
const subject = plain.credentialSubject as JsonObject
const withEndorsements = (list: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  signed(
    badge(did(university), { credentialSubject: { ...subject, achievement: { ...(subject.achievement as JsonObject), endorsement: list, ...more } } }),
    university,
  )

/** The badge as the engine answers it, after a file with it has been imported. */
async function told(document: JsonObject) {
  const folder = scratch()
  writeFileSync(join(folder, 'badge.json'), JSON.stringify(document))
  const engine = openScratchEngine()
  good(saveIssuers(engine.db, { issuers: [issuer(did(university))], ...act }))
  await importWhole(engine, join(folder, 'badge.json'))
  const read = async () => good(await handlers['badge.read']({ credentialId: 1 }, engine))
  return { engine, read, first: await read() }
}

it('is listed with its endorser and verified by itself with the current register', async () => {
  const { engine, read, first } = await told(withEndorsements([endorsement('https://example.ac.jp/a/1')]))
  const line = { about: 'achievement', endorserId: did(endorser), claimedName: '推薦する会', comment: '地域の研修に合います。', address: null }
  expect(first.grade).toBe('verified')
  expect(first.endorsements).toMatchObject([{ ...line, endorserName: null, grade: 'unregistered', problems: [{ code: 'issuer.unregistered' }] }])
  good(saveIssuers(engine.db, { issuers: [issuer(did(endorser), [], '推薦協議会')], ...act }))
  expect((await read()).endorsements).toEqual([{ ...line, endorserName: '推薦協議会', grade: 'verified', problems: [] }])
  await closeEngine(engine)
})

it('that was altered, or is about another badge, changes neither grade nor count of the badge that contains it', async () => {
  const altered = { ...endorsement('https://example.ac.jp/a/1'), validFrom: '2020-01-01T00:00:00Z' }
  const { engine, first } = await told(withEndorsements([altered, endorsement('https://example.ac.jp/a/2')], { endorsementJwt: ['no token'] }))
  expect([first.grade, first.counts, first.problems.map(({ code }) => code)]).toEqual(['verified', true, []])
  expect(first.endorsements.map(({ grade, problems }) => [grade, problems.map(({ code }) => code)])).toEqual([
    ['rejected', expect.arrayContaining(['proof.altered'])],
    ['unregistered', expect.arrayContaining(['endorsement.other-subject'])],
    ['rejected', ['jwt.syntax']],
  ])
  await closeEngine(engine)
})

it('by a proven endorser does not raise an unproven badge', async () => {
  const { proof: _, ...unsigned } = withEndorsements([endorsement('https://example.ac.jp/a/1')])
  const { engine, first } = await told(unsigned)
  good(saveIssuers(engine.db, { issuers: [issuer(did(endorser), [], '推薦協議会')], ...act }))
  expect([first.grade, first.counts]).toEqual(['unproven', false])
  await closeEngine(engine)
})

it('that is only an address is unproven until a copy is stored, and is in the courier list', async () => {
  const address = 'https://endorser.example/e/1'
  const text = 'https://w3id.org/openbadges/v2'
  const hosted: JsonObject = {
    ...{ '@context': text, type: 'Assertion', id: 'https://badge.example/a/1', issuedOn: '2026-04-01T00:00:00Z', verification: { type: 'HostedBadge' } },
    recipient: { type: 'email', hashed: false, identity: 'a@city.example' },
    badge: {
      '@context': text,
      type: 'BadgeClass',
      id: 'https://badge.example/c/1',
      name: '地域防災リーダー',
      endorsement: [address],
      issuer: 'https://badge.example/i',
    },
  }
  const copy: JsonObject = {
    ...{ '@context': text, type: 'Endorsement', id: address, issuedOn: '2026-05-01T00:00:00Z', verification: { type: 'HostedBadge' } },
    issuer: { id: 'https://endorser.example/i', type: 'Issuer', name: '推薦する会' },
    claim: { id: 'https://badge.example/c/1', endorsementComment: '図上訓練として十分です。' },
  }
  const { engine, read, first } = await told(hosted)
  const nobody = { about: 'achievement', endorserId: null, endorserName: null, claimedName: null, comment: null, address }
  expect(first.endorsements).toEqual([{ ...nobody, grade: 'unproven', problems: [{ code: 'hosted.no-evidence', detail: address }] }])
  const asked = async () => good(await handlers['courier.list']({ olderThanDays: 180 }, engine)).urls
  expect(await asked()).toContainEqual({ url: address, why: 'endorsement', credentials: 1 })

  const { id } = good(handlers['courier.issue']({ addresses: [address] }, engine) as Result<{ id: string }>)
  const bringCopy = (body: JsonObject) => {
    const path = join(scratch(), 'evidence.json')
    writeFileSync(path, JSON.stringify({ ...evidence({ url: address, body: JSON.stringify(body), fetchedOn: '2026-11-20T12:00:00+09:00' }), list: id }))
    return importWhole(engine, path)
  }
  const { importId } = await bringCopy(copy)
  const known = { ...nobody, endorserId: 'https://endorser.example/i', claimedName: '推薦する会', comment: '図上訓練として十分です。' }
  const { endorsements, grade } = await read()
  expect([grade, endorsements]).toEqual(['unproven', [{ ...known, grade: 'confirmed', problems: [] }]])
  expect((await asked()).map(({ url }) => url)).not.toContain(address)

  good(await handlers['import.undo']({ importId }, engine))
  expect((await read()).endorsements).toEqual(first.endorsements)
  await bringCopy({ ...copy, claim: { id: 'https://badge.example/c/2' } })
  expect((await read()).endorsements[0]!.problems.map(({ code }) => code)).toContain('endorsement.other-subject')
  await closeEngine(engine)
})
