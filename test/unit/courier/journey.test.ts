import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../../electron/store'
import type { CourierList } from '../../../shared/model/courier'
import type { JsonObject } from '../../../shared/model/json'
import { bakedPng, internationalText } from '../../fixtures/reader/bakedPng'
import { ensureBuild } from '../../run/freshBuild.ts'
import { good } from '../store/stand'
import { openSite, type Route, readFetched, runNode, type Site, scratch, script, serveJson, serveRedirect, tekizai } from './loopback'

/* The whole journey: badges are imported, the list goes out by USB, the script asks a web server, and the evidence is imported. */

const context = 'https://w3id.org/openbadges/v2'
const issuer = (origin: string, number = 1): JsonObject => ({
  '@context': context,
  type: 'Issuer',
  id: `${origin}/issuer/${number}`,
  name: '地域防災教育協議会',
})
const badgeClass = (origin: string, number = 1): JsonObject => ({
  '@context': context,
  type: 'BadgeClass',
  id: `${origin}/class/${number}`,
  name: '地域防災リーダー',
  description: '図上訓練',
  criteria: { narrative: '修了' },
  issuer: `${origin}/issuer/${number}`,
})
const whole = (origin: string): JsonObject => ({ ...badgeClass(origin), issuer: issuer(origin) })
const badge = (origin: string, path: string, also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: origin + path,
  recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'ab'.repeat(32)}` },
  badge: whole(origin),
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-06-14T00:00:00+09:00',
  ...also,
})

/** The document at each badge's own address. */
const served: Readonly<Record<string, (own: JsonObject, origin: string) => Route>> = {
  '/a/same': (own) => serveJson(own),
  '/a/as-page': (own) => serveJson(own, 200, 'text/html'),
  '/a/by-address': (own) => serveJson(own),
  '/a/class-by-address': (own, origin) => serveJson({ ...own, badge: `${origin}/class/2` }),
  '/a/class-changed': (own, origin) => serveJson({ ...own, badge: `${origin}/class/3` }),
  '/a/picture': (own) => (response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(bakedPng(internationalText('openbadges', JSON.stringify(own)))),
  '/a/differs': (own) => serveJson({ ...own, narrative: '別の内容' }),
  '/a/moved': () => serveRedirect('/moved/here'),
  '/moved/here': (_own, origin) => serveJson(badge(origin, '/a/moved')),
  '/a/away': (_own, origin) => serveRedirect(`${origin.replace('127.0.0.1', 'localhost')}/a/away/copy`),
  '/a/away/copy': (_own, origin) => serveJson(badge(origin, '/a/away')),
  '/a/away-and-back': (_own, origin) => serveRedirect(`${origin.replace('127.0.0.1', 'localhost')}/back`),
  '/back': (_own, origin) => serveRedirect(`${origin}/back/here`),
  '/back/here': (_own, origin) => serveJson(badge(origin, '/a/away-and-back')),
  '/a/round': () => serveRedirect('/a/round'),
  '/a/gone': (own) => serveJson({ id: own.id ?? null, revoked: true, revocationReason: '誤交付' }, 410),
  '/a/gone-silently': () => (response) => response.writeHead(410).end(),
  '/a/revoked': (own) => serveJson({ ...own, revoked: true }),
  '/a/listed': (own) => serveJson(own),
  '/a/trouble': () => serveJson({ error: 'later' }, 503),
  '/a/slow': () => (response) => void response.writeHead(200).write('{'),
  '/a/huge': () => (response) => response.writeHead(200).end('x'.repeat(6 * 1024 * 1024)),
  '/a/page': () => (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>ようこそ</p>'),
  '/class/2': (_own, origin) => serveJson(badgeClass(origin, 2)),
  '/class/3': (_own, origin) => serveJson({ ...badgeClass(origin, 3), name: '別の名前' }),
  '/issuer/1': (_own, origin) => serveJson(issuer(origin)),
  '/issuer/2': (_own, origin) => serveJson({ ...issuer(origin, 2), revocationList: `${origin}/revocations` }),
  '/revocations': (_own, origin) =>
    serveJson({
      '@context': context,
      type: 'RevocationList',
      id: `${origin}/revocations`,
      issuer: `${origin}/issuer/2`,
      revokedAssertions: [`${origin}/a/listed`],
    }),
}

const files: Readonly<Record<string, (origin: string) => JsonObject>> = {
  ...Object.fromEntries(
    Object.keys(served)
      .filter((path) => /^\/a\/[\w-]+$/.test(path))
      .map((path) => [path, (origin: string) => badge(origin, path)]),
  ),
  '/a/by-address': (origin) => badge(origin, '/a/by-address', { badge: `${origin}/class/2` }),
  '/a/class-by-address': (origin) => badge(origin, '/a/class-by-address', { badge: badgeClass(origin, 2) }),
  '/a/class-changed': (origin) => badge(origin, '/a/class-changed', { badge: badgeClass(origin, 3) }),
  '/a/listed': (origin) => badge(origin, '/a/listed', { badge: badgeClass(origin, 2) }),
  '/a/missing': (origin) => badge(origin, '/a/missing'),
}

interface Verdict {
  /** Of the achievement, as shown. */
  readonly name: string | null
  readonly grade: string
  readonly status: string
  readonly codes: readonly string[]
  readonly at: string | undefined
  readonly fetchedOn: string | undefined
}

/** The current verdict on each badge, by the path of its address. */
function verdictsIn(folder: string): Readonly<Record<string, Verdict>> {
  const db = good(openDatabase(join(folder, 'tekizai.sqlite')))
  const rows = db
    .prepare(
      `SELECT json_extract(document, '$.id') AS id, achievement_name AS name, verification.grade, verification.status, problems, seen FROM credential
       JOIN verification ON verification.credential_id = credential.id AND is_current = 1`,
    )
    .all() as readonly { id: string; name: string | null; grade: string; status: string; problems: string; seen: string }[]
  good(closeDatabase(db))
  return Object.fromEntries(
    rows.map(({ id, name, grade, status, problems, seen }) => {
      const found = JSON.parse(problems) as readonly { code: string; at?: string }[]
      const looked = JSON.parse(seen) as { integrity: { seen: readonly { kind: string; text: string }[] } }
      const codes = found.map(({ code }) => code).filter((code) => /^(hosted|status)\./.test(code) && code !== 'hosted.not-encrypted')
      const at = found.find(({ code }) => code === 'hosted.differs')?.at
      return [new URL(id).pathname, { name, grade, status, codes, at, fetchedOn: looked.integrity.seen.find(({ kind }) => kind === 'fetched-at')?.text }]
    }),
  )
}

const readIn = <Value>(folder: string, sql: string): Value => {
  const db = good(openDatabase(join(folder, 'tekizai.sqlite')))
  const value = db.prepare(sql).get() as Value
  good(closeDatabase(db))
  return value
}
const unsolicitedIn = (folder: string): number =>
  readIn<{ count: number }>(folder, `SELECT COUNT(*) AS count FROM verification WHERE is_current = 1 AND instr(problems, '"evidence.unsolicited"') > 0`).count
const lastAudit = (folder: string) =>
  readIn<{ action: string; detail: string }>(folder, "SELECT action, detail FROM audit WHERE action = 'courier.accept' ORDER BY id DESC LIMIT 1")

let site: Site
let list: CourierList
let before: Readonly<Record<string, Verdict>>
let after: Readonly<Record<string, Verdict>>
let evidencePath: string
const folder = scratch()
const [data, bundle, listPath] = [join(folder, 'data'), join(folder, 'badges'), join(folder, 'list.json')]

const listed = async (...options: readonly string[]): Promise<CourierList> => {
  const run = await tekizai('courier', 'list', '--data', data, '--json', ...options)
  expect(run).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(run.stdout) as CourierList
}

beforeAll(async () => {
  ensureBuild()
  site = await openSite((origin) => Object.fromEntries(Object.entries(served).map(([path, route]) => [path, route(files[path]?.(origin) ?? {}, origin)])))
  mkdirSync(bundle)
  for (const [path, make] of Object.entries(files)) writeFileSync(join(bundle, `${path.slice(3)}.json`), JSON.stringify(make(site.origin)))
  expect(await tekizai('import', bundle, '--data', data)).toMatchObject({ code: 0 })
  before = verdictsIn(data)
  expect(await tekizai('courier', 'list', '--data', data, '--out', listPath)).toMatchObject({ code: 0 })
  list = JSON.parse(readFileSync(listPath, 'utf8')) as CourierList
  evidencePath = join(folder, 'evidence.json')
  const scriptPath = join(folder, 'courier.mjs')
  expect(await tekizai('courier', 'script', '--out', scriptPath)).toMatchObject({ code: 0 })
  expect(readFileSync(scriptPath, 'utf8')).toBe(readFileSync(script, 'utf8'))
  expect(await runNode(scriptPath, listPath, evidencePath, '--allow-loopback', '--timeout-seconds', '5')).toMatchObject({ code: 0 })
  expect(await tekizai('import', evidencePath, '--data', data)).toMatchObject({ code: 0, stdout: expect.stringContaining('補助 1') })
  after = verdictsIn(data)
})

describe('before the courier’s journey', () => {
  it('every badge is unproven: nothing can decide', () => {
    expect(Object.keys(before)).toHaveLength(Object.keys(files).length)
    expect(new Set(Object.values(before).map(({ grade, codes }) => `${grade} ${codes.includes('hosted.no-evidence')}`))).toEqual(new Set(['unproven true']))
  })
  it('the list has every hosted badge, the documents they name, and nothing about a person', () => {
    const urlsOf = (why: string) => list.urls.filter((item) => item.why === why).map(({ url }) => url.slice(site.origin.length))
    expect(Object.keys(list)).toEqual(['kind', 'version', 'id', 'urls'])
    expect(urlsOf('hosted')).toEqual(Object.keys(files).toSorted())
    expect(urlsOf('badgeClass')).toEqual(['/class/2'])
    expect(urlsOf('profile')).toEqual(['/issuer/1', '/issuer/2', '/issuer/3'])
    expect(list.urls.find(({ url }) => url.endsWith('/issuer/2'))?.credentials).toBe(2)
    expect(new Set(list.urls.flatMap((item) => Object.keys(item)))).toEqual(new Set(['url', 'why', 'credentials']))
  })
})

describe('after the evidence a badge is', () => {
  it.each(['/a/same', '/a/as-page', '/a/by-address', '/a/class-by-address', '/a/picture', '/a/moved'])('confirmed, with the day: %s', (path) => {
    const { fetchedOn } = readFetched(evidencePath).find(({ url }) => url === site.origin + path)!
    expect(after[path]).toEqual({ name: '地域防災リーダー', grade: 'confirmed', status: 'clear', codes: [], at: undefined, fetchedOn })
  })
  it.each([
    ['/a/differs', 'hosted.differs', '/narrative'],
    // The copy names a class that was on no list: its document is not known yet.
    ['/a/class-changed', 'hosted.differs', '/badge'],
  ])('not confirmed by a copy that differs, with the place: %s', (path, code, at) => {
    expect(after[path]).toMatchObject({ grade: 'unproven', codes: expect.arrayContaining([code]), at })
  })
  it.each(['/a/away', '/a/away-and-back', '/a/round', '/a/trouble', '/a/slow', '/a/huge', '/a/page'])(
    'not confirmed where its own host gave no document, and not rejected: %s',
    (path) => {
      expect(after[path]).toMatchObject({ grade: 'unproven', status: 'none', codes: ['hosted.no-answer'] })
    },
  )
  it('shown by its name, where the file had only the address of its badge class', () => {
    expect([before['/a/by-address']?.name, after['/a/by-address']?.name]).toEqual([null, '地域防災リーダー'])
  })
  it('not confirmed where its address has no badge (404)', () => {
    expect(after['/a/missing']).toMatchObject({ grade: 'unproven', status: 'none', codes: ['hosted.not-found'] })
  })
  it.each([
    ['/a/gone', 'unproven'],
    ['/a/gone-silently', 'unproven'],
    ['/a/revoked', 'confirmed'],
  ])('revoked by its address, and not rejected: %s', (path, grade) => {
    expect(after[path]).toMatchObject({ grade, status: 'revoked', codes: ['status.revoked-at-origin'] })
  })
  it('claimed as revoked by a list that was fetched on the way and was not on the list of addresses', () => {
    expect(after['/a/listed']).toMatchObject({ grade: 'confirmed', status: 'clear', codes: ['status.revocation-claimed'] })
  })
})

describe('after the evidence', () => {
  it('only addresses without an answer are asked again, and those that answers named', async () => {
    const again = await listed()
    expect(again.urls.map(({ url }) => url.slice(site.origin.length))).toEqual([
      '/a/away',
      '/a/away-and-back',
      '/a/huge',
      '/a/page',
      '/a/round',
      '/a/slow',
      '/a/trouble',
      // Addresses the courier found on its way were on no list.
      '/class/3',
      '/revocations',
    ])
  })
  it('and old answers; but never revoked badges', async () => {
    const paths = (await listed('--older-than', '0', '--at', '2030-01-01T00:00:00Z')).urls.map(({ url }) => url.slice(site.origin.length))
    expect(paths).toEqual(expect.arrayContaining(['/a/same', '/a/missing', '/issuer/1', '/issuer/2']))
    expect(paths.filter((path) => ['/a/gone', '/a/revoked'].includes(path))).toEqual([])
  })
  it('the same evidence again changes nothing', async () => {
    expect(await tekizai('import', evidencePath, '--data', data)).toMatchObject({ code: 0 })
    expect(verdictsIn(data)).toEqual(after)
  })
  it('a folder without such a list gets no better grades, with a problem; accepted evidence counts until the acceptance is withdrawn', async () => {
    const other = join(folder, 'second')
    const idOf = (run: { readonly stdout: string }) => (JSON.parse(run.stdout.trim().split('\n').at(-1)!) as { readonly id: string }).id
    const gradesIn = (of: Readonly<Record<string, Verdict>>) =>
      Object.fromEntries(Object.entries(of).map(([path, { grade, status }]) => [path, [grade, status]]))
    expect(await tekizai('import', bundle, '--data', other)).toMatchObject({ code: 0 })
    expect(await tekizai('import', evidencePath, '--data', other)).toMatchObject({ code: 0 })
    expect(gradesIn(verdictsIn(other))).toEqual(gradesIn(before))
    expect(unsolicitedIn(other)).toBeGreaterThan(10)
    expect(await tekizai('courier', 'accept', evidencePath, '--data', other)).toMatchObject({ code: 2 })
    expect(await tekizai('courier', 'accept', evidencePath, '--confirmed-by', ' ', '--data', other)).toMatchObject({ code: 1 })
    expect(await tekizai('courier', 'accept', listPath, '--confirmed-by', '佐伯 由香里', '--data', other)).toMatchObject({ code: 1 })
    const accepted = await tekizai('courier', 'accept', evidencePath, '--confirmed-by', '佐伯 由香里', '--data', other, '--json')
    expect(accepted).toMatchObject({ code: 0, stderr: '' })
    // The whole file is accepted, including the list the courier found on its way.
    expect(gradesIn(verdictsIn(other))).toEqual({ ...gradesIn(after), '/a/listed': ['confirmed', 'revoked'] })
    expect(unsolicitedIn(other)).toBe(0)
    expect(lastAudit(other)).toMatchObject({ action: 'courier.accept', detail: expect.stringContaining('佐伯 由香里') })
    expect(await tekizai('import', 'undo', idOf(accepted), '--data', other)).toMatchObject({ code: 0 })
    expect(gradesIn(verdictsIn(other))).toEqual(gradesIn(before))
  })
  it('the list of revoked badges that was named on the way is on the next list, and its answer revokes', async () => {
    const [nextList, nextEvidence] = [join(folder, 'list-2.json'), join(folder, 'evidence-2.json')]
    expect(await tekizai('courier', 'list', '--data', data, '--out', nextList)).toMatchObject({ code: 0 })
    expect(await runNode(script, nextList, nextEvidence, '--allow-loopback', '--timeout-seconds', '5')).toMatchObject({ code: 0 })
    const brought = await tekizai('import', nextEvidence, '--data', data, '--json')
    const { id } = JSON.parse(brought.stdout.trim().split('\n').at(-1)!) as { id: string }
    expect(verdictsIn(data)['/a/listed']).toMatchObject({ grade: 'confirmed', status: 'revoked', codes: [] })
    expect(verdictsIn(data)['/a/class-changed']).toMatchObject({ grade: 'unproven', at: '/badge/name' })
    expect(await tekizai('import', 'undo', id, '--data', data)).toMatchObject({ code: 0 })
    expect(verdictsIn(data)).toEqual(after)
  })
})
