import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../run/freshBuild.ts'
import { openSite, readFetched, runNode, scratch, script, sendCourier, serveJson, serveRedirect } from './loopback'

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const document = { type: 'Assertion', id: 'x', narrative: '図上訓練' }
const text = JSON.stringify(document)

const site = await openSite((origin) => ({
  '/ok': serveJson(document),
  '/as-page': serveJson(document, 200, 'text/html; charset=utf-8'),
  '/page': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<!doctype html><p>ようこそ</p>'),
  '/with-mark': (response) => response.writeHead(200).end(`\uFEFF${text}`),
  '/sjis': (response) => response.writeHead(200).end(Buffer.from([0x7b, 0x83, 0x65, 0x7d])),
  '/packed': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text)),
  '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))),
  '/empty': (response) => response.writeHead(200).end(),
  '/gone': serveJson({ id: `${origin}/gone`, revoked: true }, 410),
  '/trouble': (response) => response.writeHead(503).end('<p>later</p>'),
  '/slow': (response) => void response.writeHead(200).write('{'),
  '/huge': (response) => response.writeHead(200).end(`"${'x'.repeat(6 * 1024 * 1024)}"`),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{')
    setTimeout(() => response.destroy(), 50)
  },
  '/moved': serveRedirect('/moved/once'),
  '/moved/once': serveRedirect(`${origin}/ok`, 307),
  '/away': serveRedirect(`${origin.replace('127.0.0.1', 'localhost')}/ok`),
  '/to-file': serveRedirect('file:///etc/hostname'),
  '/to-nothing': serveRedirect('http://'),
  '/round': serveRedirect('/round'),
  '/inside': serveRedirect('http://192.168.0.1/admin'),
}))
const of = async (path: string, ...options: readonly string[]) => (await sendCourier([site.origin + path], ...options)).fetched[0]!

describe('the script’s record of an answer', () => {
  it('has the address, the host that answered, the status, the instant, the type, the bytes and their digest', async () => {
    const fetched = await of('/ok')
    expect(fetched).toEqual({
      url: `${site.origin}/ok`,
      finalUrl: `${site.origin}/ok`,
      host: new URL(site.origin).host,
      redirects: [],
      status: 200,
      fetchedOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      contentType: 'application/ld+json',
      sha256: sha256(text),
      body: text,
    })
  })
  it('has JSON of any media type, with its byte order mark', async () => {
    expect(await of('/as-page')).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8', body: text })
    expect(await of('/with-mark')).toMatchObject({ body: `\uFEFF${text}`, sha256: sha256(`\uFEFF${text}`) })
  })
  it('has no body for a web page, of any media type', async () => {
    for (const path of ['/page', '/sjis'])
      expect(await of(path)).toMatchObject({ status: 200, body: null, error: 'not-a-document', sha256: expect.any(String) })
  })
  it('is unpacked, and a hostile one is not', async () => {
    expect(await of('/packed')).toMatchObject({ body: text, sha256: sha256(text) })
    expect(await of('/bomb')).toMatchObject({ status: 200, body: null, error: 'too-large' })
  })
  it('has no document: gone, absent, server error, empty', async () => {
    expect(await of('/gone')).toMatchObject({ status: 410, body: JSON.stringify({ id: `${site.origin}/gone`, revoked: true }) })
    expect(await of('/nowhere')).toMatchObject({ status: 404, body: null })
    expect(await of('/trouble')).toMatchObject({ status: 503, body: null })
    expect(await of('/empty')).toMatchObject({ status: 200, body: '' })
  })
  it('ends where it takes too long, is too large, or breaks off', async () => {
    expect(await of('/slow', '--allow-loopback', '--timeout-seconds', '1')).toMatchObject({ body: null, sha256: null, error: 'time-out' })
    expect(await of('/huge')).toMatchObject({ body: null, error: 'too-large' })
    expect(await of('/cut')).toMatchObject({ body: null, error: 'broken-off' })
  })
  it('is kept without an answer too', async () => {
    const [refused] = (await sendCourier(['http://127.0.0.1:1/x'])).fetched
    expect(refused).toMatchObject({ status: 0, host: null, error: 'no-connection' })
  })
})

describe('redirects', () => {
  it('are followed and recorded, step by step', async () => {
    expect(await of('/moved')).toMatchObject({
      finalUrl: `${site.origin}/ok`,
      redirects: [`${site.origin}/moved/once`, `${site.origin}/ok`],
      status: 200,
      body: text,
    })
  })
  it('to another host are recorded with the host that answered', async () => {
    expect(await of('/away')).toMatchObject({ finalUrl: `${site.elsewhere}/ok`, host: new URL(site.elsewhere).host, body: text })
  })
  it('without end, to a file or to nowhere, end there', async () => {
    const round = await of('/round')
    expect(round).toMatchObject({ status: 302, error: 'too-many-redirects', body: null })
    expect(round.redirects).toHaveLength(5)
    expect(await of('/to-file')).toMatchObject({ error: 'not-http', body: null })
    expect(await of('/to-nothing')).toMatchObject({ error: 'not-http', body: null })
  })
  it('into a private network are not followed', async () => {
    expect(await of('/inside')).toMatchObject({ finalUrl: 'http://192.168.0.1/admin', error: 'refused-address', body: null })
  })
})

describe('over TLS', () => {
  const file = (name: string) => join(root, 'test/fixtures/courier', name)
  const secure = createServer(
    { key: readFileSync(file('fictitious-key.pem')), cert: readFileSync(file('fictitious-certificate.pem')) },
    (request, response) => {
      if (request.url === '/down') response.writeHead(302, { location: `${site.origin}/ok` })
      response.end(text)
    },
  )
  beforeAll(() => new Promise<void>((settle) => secure.listen(0, '127.0.0.1', settle)))
  afterAll(() => new Promise((settle) => secure.close(settle)))
  const origin = (host = '127.0.0.1') => `https://${host}:${(secure.address() as AddressInfo).port}`

  it('a site with an invalid certificate, or that of another site, is refused', async () => {
    expect((await sendCourier([`${origin()}/ok`])).fetched[0]).toMatchObject({ status: 0, host: null, body: null, error: 'certificate' })
    process.env.NODE_EXTRA_CA_CERTS = file('fictitious-certificate.pem')
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0' // A setting left behind on the PC must have no effect.
    try {
      const { fetched } = await sendCourier([`${origin()}/ok`, `${origin('localhost')}/ok`, `${origin()}/down`])
      expect(fetched.map(({ url, error }) => [url, error])).toEqual([
        [`${origin()}/down`, undefined],
        [`${origin()}/ok`, undefined],
        [`${origin('localhost')}/ok`, 'certificate'],
      ])
      expect(fetched[0]).toMatchObject({ redirects: [`${site.origin}/ok`], finalUrl: `${site.origin}/ok` })
    } finally {
      delete process.env.NODE_EXTRA_CA_CERTS
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })
})

describe('addresses that are not public', () => {
  const own = ['127.0.0.1', '127.9.9.9', '[::1]', '0.0.0.0', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']
  const inside = ['10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]', '[::ffff:10.0.0.1]', '224.0.0.1']
  it('are refused, in every spelling, before anything is sent', async () => {
    const before = site.asked.length
    const port = new URL(site.origin).port
    const { fetched, code } = await sendCourier(
      [...own, ...inside].map((host) => `http://${host}:${port}/ok`),
      '--timeout-seconds',
      '5',
    )
    expect(code).toBe(0)
    expect(fetched.map(({ error }) => error)).toEqual([...own, ...inside].map(() => 'refused-address'))
    expect(site.asked).toHaveLength(before)
  })
  it('stay refused inside, where only this machine is allowed', async () => {
    const { fetched } = await sendCourier(inside.map((host) => `http://${host}/ok`))
    expect(fetched.map(({ error }) => error)).toEqual(inside.map(() => 'refused-address'))
  })
})

describe('addresses in a document', () => {
  it('are asked too: badge class, issuer, revocation list and keys, each once', async () => {
    const chain = await openSite((origin) => ({
      '/a/1': serveJson({ type: 'Assertion', badge: `${origin}/class` }),
      '/a/2': serveJson({
        type: 'Assertion',
        badge: { id: `${origin}/class`, issuer: { id: `${origin}/issuer`, revocationList: { id: `${origin}/revoked` } } },
      }),
      '/class': serveJson({ type: 'BadgeClass', issuer: `${origin}/issuer` }),
      '/issuer': serveJson({ type: 'Issuer', revocationList: `${origin}/revoked`, publicKey: [`${origin}/key`, { id: `${origin}/embedded` }] }),
      '/revoked': serveJson({ type: 'RevocationList', revokedAssertions: [] }),
      '/key': serveJson({ type: 'CryptographicKey', owner: `${origin}/owner` }),
    }))
    const { fetched } = await sendCourier([`${chain.origin}/a/1`, `${chain.origin}/a/2`])
    const paths = ['/a/1', '/a/2', '/class', '/issuer', '/key', '/revoked']
    expect(fetched.map(({ url }) => url)).toEqual(paths.map((path) => chain.origin + path))
    expect(chain.asked.toSorted()).toEqual(paths)
  })
  it('are not asked where another host, or an error, answered', async () => {
    const strange = await openSite((origin) => ({
      '/a/1': serveRedirect(`${origin.replace('127.0.0.1', 'localhost')}/a/2`),
      '/a/2': serveJson({ badge: `${origin}/class` }),
      '/a/3': serveJson({ badge: `${origin}/class` }, 404),
    }))
    await sendCourier([`${strange.origin}/a/1`, `${strange.origin}/a/3`])
    expect(strange.asked).not.toContain('/class')
  })
})

describe('the script as a whole', () => {
  it('asks at most four addresses at a time, and each once', async () => {
    const many = await openSite(() =>
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`/${index}`, (response) => void setTimeout(() => response.end('{}'), 30)])),
    )
    const urls = Array.from({ length: 20 }, (_, index) => `${many.origin}/${index}`)
    const { fetched } = await sendCourier([...urls, ...urls])
    expect(fetched).toHaveLength(20)
    expect(many.atOnce()).toBe(4)
  })
  it('splits large results into files under 5 MB that are each complete', async () => {
    const large = await openSite(() => Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`/${index}`, serveJson('x'.repeat(2_000_000))])))
    const { out, code } = await sendCourier(Array.from({ length: 3 }, (_, index) => `${large.origin}/${index}`))
    expect(code).toBe(0)
    const files = readdirSync(dirname(out)).filter((name) => name.startsWith('evidence'))
    expect(files).toEqual(['evidence-2.json', 'evidence.json'])
    expect(files.every((name) => statSync(join(dirname(out), name)).size < 5_000_000)).toBe(true)
    expect(files.flatMap((name) => readFetched(join(dirname(out), name)))).toHaveLength(3)
  })
  it('prints its usage in two languages when it is run without arguments, and does nothing', async () => {
    const run = await runNode(script)
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('使い方')
    expect(run.stdout).toContain('Usage')
  })
  it('reports wrong arguments, and a list that is none', async () => {
    const folder = scratch()
    const [list, out] = [join(folder, 'list.json'), join(folder, 'evidence.json')]
    writeFileSync(list, '{"kind":"something-else"}')
    for (const words of [[list], [list, list], [list, out, 'more'], [list, out, '--unknown'], [list, out, '--timeout-seconds', 'x']])
      expect(await runNode(script, ...words)).toMatchObject({ code: 2, stdout: '' })
    expect(await runNode(script, list, out)).toMatchObject({ code: 1, stderr: expect.stringContaining('no list written by Tekizai') })
    expect(await runNode(script, join(folder, 'none.json'), out)).toMatchObject({ code: 1, stderr: expect.stringContaining('none.json') })
    expect(existsSync(out)).toBe(false)
  })
  it('leaves no partial file where it may not write', async () => {
    const folder = scratch()
    writeFileSync(join(folder, 'list.json'), JSON.stringify({ kind: 'tekizai-courier-list', version: 1, urls: [] }))
    expect(await runNode(script, join(folder, 'list.json'), join(folder, 'nowhere/evidence.json'))).toMatchObject({ code: 1 })
    expect(readdirSync(folder)).toEqual(['list.json'])
  })
  it('imports Node’s own modules only', () => {
    const imported = [...readFileSync(script, 'utf8').matchAll(/^import .* from '([^']+)'/gm)].map(([, name]) => name!)
    expect(imported.length).toBeGreaterThan(5)
    expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([])
  })
})
