import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { knowledgeOf } from '../../../electron/engine/knowledge/knowledge'
import { closeEngine } from '../../../electron/engine/open'
import { parseUnit } from '../../../electron/intake/inspect'
import { credentialsToReverify, importMappings, readCoverage, readPeople, readPerson, readPersons, readSkills, saveIssuers } from '../../../electron/store'
import { verify } from '../../../electron/verifier'
import type { Scope } from '../../../shared/contract/parts'
import type { JsonObject } from '../../../shared/model/json'
import { countsOnItsDays, type Grade, gradeValues, statusValues, stoppedStatuses } from '../../../shared/model/verification'
import { ensureBuild } from '../../run/freshBuild.ts'
import { badge, claims, compact, didKeyOf, ed25519Signer, issuer, type Signer } from '../verifier/stage'
import { day, good, importWhole, instant, openScratchEngine, scratch, settleCity, writeCity } from './stand'

beforeAll(() => ensureBuild())

const signers = [ed25519Signer(), ed25519Signer(), ed25519Signer()] as const
const achievements = ['https://badges.toho-univ.example/achievements/data-2', 'urn:extra:1', 'urn:extra:2'] as const

/** A random further credential. The first two signers are registered, the third is not. */
const further = fc.record({
  signer: fc.constantFrom(0, 1, 2),
  signed: fc.constantFrom(true, true, true, false),
  types: fc.constantFrom(['OpenBadgeCredential'], ['OpenBadgeCredential'], ['EndorsementCredential'], ['EndorsementCredential', 'OpenBadgeCredential'], []),
  achievement: fc.constantFrom(...achievements),
  form: fc.constantFrom('flat', 'jose'),
  from: fc.constantFrom('2024-04-01T00:00:00+09:00', '2025-04-01', '2026-11-21T00:00:00+09:00', '2026-11-19T15:00:00Z', '2099-01-01T00:00:00Z'),
  until: fc.constantFrom(null, null, '2026-11-19T23:59:59+09:00', '2026-11-20T23:59:59+09:00', '2030-01-01T00:00:00Z', 'no date'),
  exp: fc.constantFrom(null, null, null, '2026-11-01T00:00:00Z', '2029-01-01T00:00:00Z'),
  nbf: fc.constantFrom(null, null, null, '2026-12-01T00:00:00Z', '2024-01-01T00:00:00Z'),
  person: fc.nat(1000),
  wrapped: fc.constantFrom('no', 'no', 'no', 'presentation', 'record'),
})
type Further = typeof further extends fc.Arbitrary<infer Value> ? Value : never

const seconds = (text: string): number => Math.floor(Date.parse(text) / 1000)

async function textOf(one: Further, index: number, emails: readonly string[]): Promise<string> {
  const signer: Signer = signers[one.signer]!
  const did = didKeyOf(signer)
  const document: JsonObject = {
    ...badge(did),
    id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    type: ['VerifiableCredential', ...one.types],
    validFrom: one.from,
    ...(one.until === null ? {} : { validUntil: one.until }),
    credentialSubject: {
      id: 'did:example:holder',
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: emails[one.person % emails.length]!, identityType: 'emailAddress' }],
      achievement: { id: one.achievement, type: ['Achievement'], name: '追加', description: '追加', criteria: { narrative: '修了' } },
    },
  }
  const times = { ...(one.exp === null ? {} : { exp: seconds(one.exp) }), ...(one.nbf === null ? {} : { nbf: seconds(one.nbf) }) }
  const token = one.signed
    ? await (one.form === 'jose'
        ? compact({ ...document, ...times }, { kid: did, typ: 'vc+jwt' }, signer)
        : compact(claims(document, times), { kid: did }, signer))
    : null
  if (one.wrapped === 'no') return token ?? JSON.stringify(document)
  const held =
    token === null
      ? document
      : { '@context': 'https://www.w3.org/ns/credentials/v2', id: `data:application/vc+jwt,${token}`, type: 'EnvelopedVerifiableCredential' }
  const around = { '@context': ['https://www.w3.org/ns/credentials/v2'] }
  if (one.wrapped === 'presentation') return JSON.stringify({ ...around, type: ['VerifiablePresentation'], verifiableCredential: [held] })
  return JSON.stringify({
    ...around,
    id: `urn:uuid:00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: did, type: ['Profile'], name: '中央大学' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { type: ['ClrSubject'], verifiableCredential: [held] },
  })
}

/** A sample city with every fault, further credentials at random, and mappings for issuers of every kind. */
async function loadCity(seed: number): Promise<Engine> {
  const city = await writeCity({ staff: 60, badges: 160, seed })
  const engine = openScratchEngine(scratch())
  await settleCity(engine, city)
  good(
    saveIssuers(engine.db, {
      issuers: signers.slice(0, 2).map((signer, index) => issuer(didKeyOf(signer), [], `発行者 ${index}`)),
      at: instant,
      actor: 'local',
    }),
  )
  const extra = [
    { achievementId: 'urn:extra:1', skill: '追加/一', level: 2 },
    { achievementId: 'urn:extra:2', issuerId: didKeyOf(signers[1]), skill: '追加/二', level: 3 },
    { achievementId: 'urn:extra:2', issuerId: didKeyOf(signers[2]), skill: '追加/三', level: 1 },
  ] as const
  good(importMappings(engine.db, { mappings: extra, at: instant, actor: 'local' }))
  const emails = readPersons(engine.db).flatMap((person) => person.emails)
  const folder = scratch()
  for (const [index, one] of fc.sample(further, { numRuns: 120, seed }).entries()) writeFileSync(join(folder, `${index}.txt`), await textOf(one, index, emails))
  await importWhole(engine, city.path('badges.zip'), folder)
  return engine
}

/** The matched credentials that count by verdicts made again from their bytes. */
async function countedByVerdict({ db }: Engine, grades: readonly Grade[]): Promise<readonly number[]> {
  const context = knowledgeOf(db, new Date(instant))
  const counted: number[] = []
  for (const { credentialId, source, bytes, ordinal } of [...credentialsToReverify(db)]) {
    const found = parseUnit({ source, bytes, nesting: 0 })[ordinal]
    if (found?.kind !== 'credential') throw new Error(`no credential in ${source}`)
    const verdict = await verify(found, context)
    const facts = { countable: verdict.countable, grade: verdict.grade, status: verdict.axes.status.value }
    const counts = verdict.axes.time.value === 'current' && countsOnItsDays(facts, grades)
    if (grades.length === 2 && counts !== verdict.counts) throw new Error(`two definitions for ${source}`)
    const row = db.prepare<[number], { person: number | null; newer: number | null; followedFrom: string | null }>(
      'SELECT person_id AS person, superseded_by AS newer, followed_from AS followedFrom FROM credential WHERE id = ?',
    )
    const { person, newer, followedFrom } = row.get(credentialId)!
    // Each version is in force on its own days.
    const isHeld = newer === null && (followedFrom === null || followedFrom > day)
    if (counts && person !== null && isHeld) counted.push(credentialId)
  }
  return counted
}

const scopeOf = (grades: readonly Grade[]): Scope => ({ on: day, level: 1, grades: [...grades], includeLeave: true })

const gradeChoices: readonly (readonly Grade[])[] = [['verified', 'confirmed'], ['verified', 'unregistered', 'unproven', 'rejected'], [...gradeValues]]

describe.each([3, 11, 29])('in the random city %i', (seed) => {
  test('each credential counts in coverage and lists exactly where its verdict counts it and its achievement is mapped for its issuer', async () => {
    const engine = await loadCity(seed)
    const { db } = engine
    for (const grades of gradeChoices) {
      const counted = await countedByVerdict(engine, grades)
      const kinds = db.prepare("SELECT COUNT(*) FROM credential WHERE countable = 0 AND grade = 'verified' AND person_id IS NOT NULL").pluck().get()
      // Without endorsements the property would test less.
      expect(kinds).toBeGreaterThan(0)
      const held = db
        .prepare<[string], { credentialId: number; skill: string; staffNumber: string }>(
          `SELECT credential.id AS credentialId, path AS skill, staff_number AS staffNumber FROM credential
           JOIN mapping_in_force USING (achievement_id) JOIN skill ON skill.id = skill_id JOIN person ON person.id = person_id
           WHERE credential.id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2`,
        )
        .all(JSON.stringify(counted))
      expect(held.length).toBeGreaterThan(20)
      const query = { scope: scopeOf(grades), skill: null, divisionCode: null, text: null, which: 'counting', offset: 0, limit: 1000 } as const
      const { people } = readPeople(db, query)
      const present = new Set(people.map(({ staffNumber }) => staffNumber))
      const listed = people.flatMap(({ skills, staffNumber }) =>
        skills.filter(({ counts }) => counts).map(({ credentialId, skill }) => ({ credentialId, skill, staffNumber })),
      )
      const inOrder = (rows: typeof listed) => rows.map((row) => JSON.stringify(row)).sort()
      const expected = held.filter(({ staffNumber }) => present.has(staffNumber))
      expect(inOrder(listed)).toEqual(inOrder(expected))
      // The table of coverage has the same people behind each skill.
      const table = readCoverage(db, query.scope)
      for (const [column, { path, branch }] of table.skills.entries()) {
        if (branch) continue
        expect([path, table.holders[0]![column]]).toEqual([
          path,
          new Set(expected.filter(({ skill }) => skill === path).map(({ staffNumber }) => staffNumber)).size,
        ])
      }
    }
    // Each person's page shows whether each badge counts as its verdict does.
    const counted = new Set(await countedByVerdict(engine, gradeChoices[0]!))
    for (const { staffNumber } of readPersons(db))
      for (const { credentialId, counts } of good(readPerson(db, { staffNumber, on: day })).badges)
        expect([credentialId, counts]).toEqual([credentialId, counted.has(credentialId)])
    // The other registered issuer's badges of a mapped achievement are listed, not counted.
    expect(readSkills(db).otherIssuers.map(({ achievementId }) => achievementId)).toContain(achievements[0])
    await closeEngine(engine)
  }, 300_000)
})

test('SQL and verdicts use one definition for every grade, status and kind', () => {
  const { db } = openScratchEngine()
  const sql = `SELECT countable = 1 AND grade IN ('verified', 'confirmed') AND status NOT IN ('revoked', 'suspended') FROM
    (SELECT ? AS countable, ? AS grade, ? AS status)`
  const written = db.prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'credential'").get()!.sql
  expect(written).toContain("GENERATED ALWAYS AS (countable = 1 AND grade IN ('verified', 'confirmed') AND status NOT IN ('revoked', 'suspended'))")
  for (const countable of [true, false])
    for (const grade of gradeValues)
      for (const status of statusValues) {
        const said = db
          .prepare<[number, string, string], number>(sql)
          .pluck()
          .get(countable ? 1 : 0, grade, status)
        expect(said === 1).toBe(countsOnItsDays({ countable, grade, status }))
      }
  expect([...stoppedStatuses]).toEqual(['revoked', 'suspended'])
  db.close()
})
