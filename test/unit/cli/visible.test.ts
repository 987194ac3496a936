import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../electron/cli/csv'
import { inOneLine, writeLine, writeRow } from '../../../electron/cli/output'
import { visible } from '../../../electron/cli/visible'
import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'

/** What one call writes. */
async function written(write: (surroundings: CommandLineSurroundings) => Promise<void>): Promise<string> {
  let all = ''
  const surroundings: Pick<CommandLineSurroundings, 'write'> = {
    write: (text) => {
      all += text
      return Promise.resolve()
    },
  }
  await write(surroundings as CommandLineSurroundings) // Only `write` is used.
  return all
}

const attack = '\u001b]0;owned\u0007\u001b[2J\r\nA 署名検証済\t\u009b31m\u202eX\u2028Y'
const obeyed = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

describe('text from data on a terminal', () => {
  it('shows controls, line breaks and marks of direction as escapes', () => {
    expect(visible(attack)).toBe('\\u001b]0;owned\\u0007\\u001b[2J\\u000d\\u000aA 署名検証済\\u0009\\u009b31m\\u202eX\\u2028Y')
    expect(visible('髙橋　𠮷乃')).toBe('髙橋　𠮷乃')
  })
  it('cannot begin a line or a cell of its own', async () => {
    const line = await written((surroundings) => writeRow(surroundings, attack, 3, null))
    expect(line.endsWith('\t3\t\n')).toBe(true)
    expect(line.slice(0, -'\t3\t\n'.length)).not.toMatch(obeyed)
  })
  it('keeps its value in JSON and adds no line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (values) => {
        const line = await written((surroundings) => writeLine(surroundings, [attack, ...values]))
        expect(JSON.parse(line)).toEqual([attack, ...values])
        expect(line.slice(0, -1)).not.toMatch(obeyed)
      }),
    )
  })
  it('is escaped in CSV and in messages of problems', () => {
    expect(csvLine([attack, '=1']).slice(0, -2)).not.toMatch(obeyed)
    expect(inOneLine({ code: 'path.not-found', detail: attack }, 'ja').slice(0, -1)).not.toMatch(obeyed)
  })
  it('is written by no verb without escaping', () => {
    const folder = join(import.meta.dirname, '../../../electron/cli/verbs')
    const writing = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => /surroundings\.write(Error)?\(/.test(line) && !/surroundings\.write\(csvLine\(/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    )
    expect(readdirSync(folder).length).toBeGreaterThan(8)
    expect(writing).toEqual([])
  })
})
