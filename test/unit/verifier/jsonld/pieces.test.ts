import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { cachedLines, digestOf, type Pieces, wholeOf } from '../../../../electron/verifier/jsonld/pieces'

const long = '長い文\n'.repeat(20_000)

it.each<[string, Pieces]>([
  ['nothing', []],
  ['one piece', ['甲 .\n']],
  ['one that comes again', [cachedLines('甲 .\n')]],
  ['both kinds in turn', ['a .\n', cachedLines('甲 .\n'), '𠮷 .\n', 'b .\n', cachedLines('é .\n'), cachedLines('c .\n'), 'd .\n']],
  ['a text that is longer than most', ['a .\n', cachedLines(long), 'b .\n']],
])('the digest of %s is that of the whole text', (_what, pieces) => {
  for (const algorithm of ['sha256', 'sha384'] as const) {
    expect(digestOf(pieces, algorithm).toString('hex')).toBe(createHash(algorithm).update(wholeOf(pieces), 'utf8').digest('hex'))
  }
})

it('the whole text is all pieces in order', () => {
  expect(wholeOf(['a', cachedLines('甲'), 'b'])).toBe('a甲b')
})
