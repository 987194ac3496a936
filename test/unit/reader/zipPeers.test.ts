import { unzipSync, type ZipOptions, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { openZip } from '../../../electron/reader'
import { seeded } from '../../fixtures/reader/mutate'
import { zipFile } from '../../fixtures/reader/zipFile'
import { runs } from '../../fixtures/runs'

/* The content of the same archives by three programs. */

const letters = ['a', 'Z', '0', '_', ' ', '-', '福', '祉', '髙', '𠮷', 'é', '表', '/']
const sizes = [0, 1, 63, 64, 65, 1000, 3000, 16_384, 20_000, 70_000]

/** Files by name: runs of one byte, words, and noise, compressed at random levels. */
function filesOf(random: () => number): Record<string, [Uint8Array, ZipOptions]> {
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)]!
  const files: Record<string, [Uint8Array, ZipOptions]> = {}
  for (let count = 1 + Math.floor(random() * 12); count > 0; count--) {
    // yauzl refuses names that begin with a slash.
    const name = `x${Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(letters)).join('')}${count}`
    const noise = random()
    const data = Uint8Array.from({ length: pick(sizes) }, (_, at) =>
      noise < 0.3 ? 65 : noise < 0.7 ? 65 + (at % 7) + Math.floor(random() * 3) : Math.floor(random() * 256),
    )
    files[name] = [data, { level: pick([0, 1, 6, 9] as const) }]
  }
  return files
}

function ours(archive: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const opened = openZip(archive)
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value.map((entry) => {
    const bytes = entry.bytes()
    if (!bytes.ok) throw new Error(`${entry.name}: ${bytes.problem.code}`)
    return [entry.name, bytes.value] as const
  })
}

async function yauzls(archive: Uint8Array): Promise<readonly (readonly [string, Uint8Array])[]> {
  const found: (readonly [string, Uint8Array])[] = []
  const file = await yauzl.fromBufferPromise(Buffer.from(archive))
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const stream = await file.openReadStreamPromise(entry)
    found.push([entry.fileName, Buffer.concat(await stream.toArray())])
  }
  return found
}

const same = (one: readonly (readonly [string, Uint8Array])[], other: readonly (readonly [string, Uint8Array])[]) => {
  expect(one.map(([name]) => name)).toEqual(other.map(([name]) => name))
  one.forEach(([name, bytes], place) => {
    expect(Buffer.compare(bytes, other[place]![1]), name).toBe(0)
  })
}

describe('a valid archive', () => {
  it('has the same files, by name and to the byte, as in fflate and yauzl: random archives', async () => {
    const random = seeded(11)
    for (let number = 0; number < runs(60, 300); number++) {
      const archive = zipSync(filesOf(random))
      const found = ours(archive)
      same(
        found,
        Object.entries(unzipSync(archive)).sort(([one], [other]) => found.findIndex(([name]) => name === one) - found.findIndex(([name]) => name === other)),
      )
      same(found, await yauzls(archive))
    }
  })

  it('of sixteen thousand entries has the same files too', () => {
    const parts = Array.from({ length: 16_000 }, (_, number) => ({ name: `${number}.json`, data: `{"number":${number}}`, method: number % 2 === 0 ? 8 : 0 }))
    const archive = zipFile(parts)
    const theirs = unzipSync(archive)
    same(
      ours(archive),
      parts.map(({ name }) => [name, theirs[name]!] as const),
    )
  })
})
