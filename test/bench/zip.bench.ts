import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
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

test('reading a ZIP', async () => {
  const archive = makeArchive()
  expect(unpackOurs(archive)).toBe(unpackTheirs(archive))
  const { openZip: ours, 'fflate unzipSync': theirs } = await measure(
    { warm: 2, counted: 7 },
    {
      openZip: { units: entries, run: () => unpackOurs(archive) },
      'fflate unzipSync': { units: entries, run: () => unpackTheirs(archive) },
    },
  )
  printTable(`ZIP, ${entries.toLocaleString('en')} entries of 3 KB, each unpacked; ours also compares checksums and guards against bombs`, [
    compare('one entry', ours, theirs, null),
  ])
})
