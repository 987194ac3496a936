import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import type { JsonObject } from '../../../shared/model/json'
import { ensureBuild } from '../../run/freshBuild.ts'
import { assertion, classId, creator, issuerId, profile, sameBadge, twofold } from '../verifier/reading/badges2'
import { compact, rsaSigner } from '../verifier/stage'
import { good, importWhole, openScratchEngine, scratch } from './stand'

/* A badge is stored with the facts its verdict is about, whichever spelling it uses. */

beforeAll(() => {
  ensureBuild()
})

const signer = rsaSigner()
const signed = (document: JsonObject) => compact(document, {}, signer)
const plain = assertion({ type: 'SignedBadge', creator })
const numbered = (document: JsonObject, number: number): JsonObject => ({ ...document, id: `${String(document.id)}-${number}` })

interface Row {
  readonly id: string
  readonly grade: string
  readonly facts: string
}

/** Id, grade and all columns for counting of each stored badge. */
const stored = ({ db }: Engine): readonly Row[] =>
  db
    .prepare(
      `SELECT json_extract(credential.document, '$.id') AS id, credential.grade,
              json_array(json_extract(credential.document, '$.issuer.id'), json_extract(credential.document, '$.achievement.id'), json_extract(credential.document, '$.recipients'),
                         credential.held_from, credential.held_until, credential.status, hanging.addresses) AS facts
       FROM credential LEFT JOIN hanging ON hanging.id = credential.hangs_on ORDER BY credential.id`,
    )
    .all() as readonly Row[]

it('a signed badge in every spelling is stored with the same facts, and an ambiguous one counts for nobody', async () => {
  const folder = scratch()
  const key = { id: creator, publicKeyJwk: signer.jwk }
  const register = { kind: 'tekizai-issuer-register', version: 1, issuers: [{ id: issuerId, name: '地域防災教育協議会', keys: [key] }] }
  writeFileSync(join(folder, 'register.json'), JSON.stringify(register))
  const badges = scratch()
  writeFileSync(join(badges, 'profile.json'), JSON.stringify(profile))
  for (const [index, { write }] of sameBadge.entries()) writeFileSync(join(badges, `same-${index}.jwt`), await signed(write(numbered(plain, index))))
  for (const [index, { write }] of twofold.entries()) writeFileSync(join(badges, `twofold-${index}.jwt`), await signed(write(numbered(plain, 1000 + index))))
  const engine = openScratchEngine()
  good(await handlers['register.import']({ path: join(folder, 'register.json'), replace: false, digest: null }, engine))
  await importWhole(engine, badges)
  const rows = stored(engine)
  expect(rows).toHaveLength(sameBadge.length + twofold.length)
  const counting = rows.filter(({ grade }) => grade === 'verified')
  expect(counting).toHaveLength(sameBadge.length)
  expect(new Set(counting.map(({ facts }) => facts)).size).toBe(1)
  expect(JSON.parse(counting[0]!.facts)).toEqual(expect.arrayContaining([issuerId, classId]))
  expect(counting.map(({ id }) => Number(id.split('-').at(-1))).sort((one, other) => one - other)).toEqual(sameBadge.map((_, index) => index))
  expect(rows.filter(({ grade }) => grade !== 'verified').every(({ grade }) => grade === 'rejected')).toBe(true)
  await closeEngine(engine)
})
