import type { Profiler } from 'node:inspector'
import { describe, expect, it } from 'vitest'
import { shareRows, timesOf } from '../../bench/profile'

const node = (id: number, functionName: string, url: string, children: number[] = []): Profiler.ProfileNode => ({
  id,
  callFrame: { functionName, scriptId: '0', url, lineNumber: 0, columnNumber: 0 },
  children,
})

/** Addresses here are paths already. */
const locate = ({ url }: { readonly url: string }) => url

const profile: Profiler.Profile = {
  nodes: [
    node(1, '(root)', '', [2, 8, 9, 10, 11]),
    node(2, 'verify', 'electron/verifier/index.ts', [3, 6, 7]),
    node(3, 'readDataset', 'electron/verifier/jsonld/dataset.ts', [4]),
    node(4, 'expand', 'node_modules/jsonld/lib/expand.js', [5]),
    node(5, '(garbage collector)', ''),
    node(6, 'verifyOneShot', 'node:internal/crypto/sig'),
    node(7, 'sort', ''),
    node(8, 'expand', 'node_modules/jsonld/lib/expand.js'),
    node(9, '(idle)', ''),
    node(10, 'run', 'node_modules/better-sqlite3/lib/database.js'),
    node(11, 'post', 'node:inspector'),
  ],
  startTime: 0,
  endTime: 1000,
  samples: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  timeDeltas: [10, 20, 300, 50, 200, 40, 100, 5000, 70, 9000],
}

describe('the times of a profile', () => {
  const { self, own, total } = timesOf(profile, locate)

  it('are those of the part whose code ran; what has no source is part of its caller', () => {
    expect(Object.fromEntries(self)).toEqual({
      'electron/verifier': 50,
      'electron/verifier/jsonld': 20,
      jsonld: 400,
      'garbage collection': 50,
      'cryptography (node:crypto, OpenSSL)': 200,
      waiting: 5000,
      'electron/store and SQLite below it': 70,
    })
  })

  it('are also those of the file of ours that had called; a package that went on by itself is named', () => {
    expect(Object.fromEntries(own)).toEqual({
      'electron/verifier/index.ts': 250,
      'electron/verifier/jsonld/dataset.ts': 370,
      'jsonld, going on after it had waited': 100,
      'electron/store and SQLite below it, going on after it had waited': 70,
    })
  })

  it('leave waiting and the profiler itself out of the sum', () => {
    expect(total).toBe(790)
  })

  it('are shown by their share, the small ones in one row', () => {
    expect(shareRows(self, total, 10, 10)).toEqual([
      { where: 'jsonld', share: '50.6 %', 'a credential': '40.0 µs' },
      { where: 'cryptography (node:crypto, OpenSSL)', share: '25.3 %', 'a credential': '20.0 µs' },
      { where: 'everything else (4)', share: '24.1 %', 'a credential': '19.0 µs' },
    ])
  })
})
