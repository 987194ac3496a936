import { describe, expect, it } from 'vitest'
import { parseUnit, supportOf, type UnitBytes } from '../../../electron/intake/inspect'
import { openZip } from '../../../electron/reader'
import { makeSampleCity } from '../../../electron/sample'
import { containers, mutatedFile } from '../../faults/mutations/mutateFile'
import { originals } from '../../faults/mutations/originals'
import { good } from '../store/words'

/** The result of a full parse, without the quick check. */
const withAllCare = (unit: UnitBytes) => parseUnit(unit).filter(({ kind }) => kind === 'support')

describe('the supporting documents of a unit', () => {
  it('are those that a full parse finds, in every file of the sample city', async () => {
    const { files } = await makeSampleCity({ staff: 60, badges: 160, seed: 3 })
    const entries = good(openZip(files.get('badges.zip')!))
    const units = entries.flatMap((entry): UnitBytes[] => {
      const bytes = entry.bytes()
      return bytes.ok ? [{ source: `badges.zip!${entry.name}`, bytes: bytes.value, nesting: 1 }] : []
    })
    expect(units.map(supportOf)).toEqual(units.map(withAllCare))
    expect(units.flatMap(supportOf).length).toBeGreaterThan(5)
  })

  it('are the same in 4,000 randomly changed files', () => {
    let found = 0
    for (let number = 0; number < 4000; number++) {
      const container = containers[number % 5]!
      const alike = originals.filter((original) => original.container === container)
      const unit = { source: `changed.${container}`, bytes: mutatedFile(alike, 7, number).bytes, nesting: 0 }
      const support = supportOf(unit)
      expect(support).toEqual(withAllCare(unit))
      found += support.length
    }
    expect(found).toBeGreaterThan(50)
  })

  it('are found in JSON of every encoding and after blanks, and none where it is no JSON', () => {
    const profile = JSON.stringify({ type: 'Profile', id: 'https://example.ac.jp', name: '例示大学' })
    const kinds = (bytes: Uint8Array) => supportOf({ source: 'a.json', bytes, nesting: 0 }).map(({ type }) => type)
    for (const bytes of [profile, `\uFEFF${profile}`, ` \n${profile}`].map((text) => Buffer.from(text))) expect(kinds(bytes)).toEqual(['profile'])
    for (const mark of ['', '\uFEFF'])
      expect(kinds(Buffer.from(mark + profile, 'utf16le'))).toEqual(
        withAllCare({ source: 'a.json', bytes: Buffer.from(mark + profile, 'utf16le'), nesting: 0 }).map((found) => ('type' in found ? found.type : '')),
      )
    for (const text of ['{', '{\\rtf1}', '', '[1]']) expect(kinds(Buffer.from(text))).toEqual([])
  })
})
