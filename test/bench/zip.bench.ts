import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import { openZip } from '../../electron/reader'
import { makeCredential } from './credentials'
import { compare, measure, printTable } from './measure'

const entries = 10_000

function makeArchive(): Uint8Array {
  const files = Array.from({ length: entries }, (_, number) => {
    const text = JSON.stringify(makeCredential(number, 'did:web:aomine-univ.example'))
    return [`福祉部/生活福祉課/${String(number).padStart(5, '0')}_修了証.json`, Buffer.from(text)] as const
  })
  return zipSync(Object.fromEntries(files), { level: 6 })
}

/** Every entry unpacked and its checksum compared. @returns bytes in all. */
function unpackOurs(archive: Uint8Array): number {
  const opened = openZip(archive)
  if (!opened.ok) throw new Error(opened.problem.code)
  let total = 0
  for (const entry of opened.value) {
    const bytes = entry.bytes()
    if (!bytes.ok) throw new Error(bytes.problem.code)
    total += bytes.value.length
  }
  return total
}

const unpackTheirs = (archive: Uint8Array): number => Object.values(unzipSync(archive)).reduce((total, bytes) => total + bytes.length, 0)

/** yauzl as its makers mean it to be used: entry after entry, each as a stream. */
async function unpackByYauzl(archive: Uint8Array): Promise<number> {
  const file = await yauzl.fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength))
  let total = 0
  for await (const entry of file.eachEntry()) for await (const piece of await file.openReadStreamPromise(entry)) total += (piece as Buffer).length
  return total
}

test('reading a ZIP', async () => {
  const archive = makeArchive()
  expect(unpackOurs(archive)).toBe(unpackTheirs(archive))
  expect(await unpackByYauzl(archive)).toBe(unpackTheirs(archive))
  const {
    openZip: ours,
    'fflate unzipSync': fflate,
    yauzl: streams,
  } = await measure(
    { warm: 2, counted: 7 },
    {
      openZip: { units: entries, run: () => unpackOurs(archive) },
      'fflate unzipSync': { units: entries, run: () => unpackTheirs(archive) },
      yauzl: { units: entries, run: () => unpackByYauzl(archive) },
    },
  )
  printTable(`ZIP, ${entries.toLocaleString('en')} entries of 3 KB, each unpacked; ours also compares checksums and guards against bombs`, [
    compare('one entry', ours, fflate, null),
    compare('one entry', ours, streams, null),
  ])
})
