import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

/** Files that were read, whatever the address said. */
const read: string[] = []
vi.mock('node:fs/promises', () => ({
  readFile: (path: string) => {
    read.push(path)
    return Promise.reject(new Error('nothing is there'))
  },
}))
const { offerDocument, servePage } = await import('../../../electron/main/pages')

const status = async (url: string, method = 'GET') => {
  read.length = 0
  return (await servePage({ url, method })).status
}
/** What was read lies in the folder of the built pages, and bears a name that a page asks for. */
const expectInside = () =>
  expect(read.filter((path) => !/[\\/]renderer[\\/]([^\0]+)\.(html|js|css|woff2?|svg|png)[\\/]?$/.test(path) || path.split(/[\\/]/).includes('..'))).toEqual([])

const malformed = [
  'app://bundle/%',
  'app://bundle/%%',
  'app://bundle/%2',
  'app://bundle/%zz.html',
  'app://bundle/%ff.html',
  'app://bundle/%c0%af.html',
  'app://bundle/%ed%a0%80.html',
  'app://bundle/%00.html',
  'app://bundle/a%00.html',
  'app://bundle/%2e%2e/%2e%2e/package.json',
  'app://bundle/..%2f..%2f..%2fetc%2fpasswd',
  'app://bundle/%2e%2e%2frenderer-beside%2findex.html',
  'app://bundle/..%5c..%5cwindows%5cwin.ini',
  'app://bundle/C:/windows/win.ini',
  'app://bundle//etc/passwd',
  'app://bundle/print/',
  'app://bundle/print/%',
  'app://bundle/print/..%2f1',
  'app://bundle/print/constructor',
  `app://bundle/${'a'.repeat(100_000)}.html`,
]

describe('the pages of the program', () => {
  it('answer every malformed address with 404 and read nothing outside their folder', async () => {
    for (const url of malformed) {
      expect(await status(url), url).toBe(404)
      expectInside()
    }
  })

  it('are refused under another host and by another method', async () => {
    for (const url of ['app://other/index.html', 'app://bundle:1/index.html', 'app://', 'nonsense', 'https://bundle.example/index.html'])
      expect(await status(url), url).toBe(403)
    for (const method of ['POST', 'HEAD', 'PUT']) expect(await status('app://bundle/index.html', method)).toBe(403)
  })

  it('answer any path at all without a throw, and read nothing outside their folder', async () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('%', '..', '/', '\\', '%2e', '%2f', '%5c', '%00', '.html', ':', '?', '#', 'print/', '~', '\u{1f4a9}'))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        expect([403, 404]).toContain(await status(`app://bundle/${pieces.join('')}`))
        expectInside()
      }),
      { numRuns: 5_000 },
    )
  })

  it('offer a document for printing under its own path alone, until it is withdrawn', async () => {
    const { path, withdraw } = offerDocument('7', '<html>七</html>')
    expect(path).toBe('/print/7')
    // Its fonts are looked for in the build, which is not there in this test.
    await expect(servePage({ url: 'app://bundle/print/7', method: 'GET' })).rejects.toThrow('nothing is there')
    for (const other of ['/print/%37', '/print/7/', '/print//7', '/print/7.html']) expect(await status(`app://bundle${other}`), other).toBe(404)
    withdraw()
    expect(await status('app://bundle/print/7')).toBe(404)
  })
})
