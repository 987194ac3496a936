import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../electron/cli/csv'
import type { Verb } from '../../../electron/cli/verb'
import { readWords } from '../../../electron/cli/words'
import { success } from '../../../shared/model/problem'
import { formulaAttacks, harmlessTexts } from '../../fixtures/formulaAttacks'

const now = new Date('2026-11-20T03:00:00Z')
const verb: Verb = {
  name: 'coverage',
  usage: '',
  options: { data: { type: 'string' }, on: { type: 'string' }, at: { type: 'string' }, grades: { type: 'string' }, level: { type: 'string' } },
  rest: [0, 1],
  required: ['on'],
  run: () => Promise.resolve(success(null)),
}
const read = (...given: readonly string[]) => readWords(verb, given, now, '/data')
const wrong = (...given: readonly string[]) => {
  const judged = read(...given)
  return judged.ok ? null : 'wrong' in judged ? judged.wrong : `${judged.missing}?`
}

describe('the words of a command', () => {
  it('are read by name', () => {
    const judged = read('--on', '2026-04-01', '--data', 'D', '--json', '--at', '2026-04-01T00:00:00+09:00', 'rest')
    expect(judged.ok && judged.words).toMatchObject({ on: '2026-04-01', dataFolder: 'D', json: true, rest: ['rest'], at: new Date('2026-03-31T15:00:00Z') })
  })

  it('default to the usual folder and to now', () => {
    const judged = read('--on', '2026-04-01')
    expect(judged.ok && judged.words).toMatchObject({ dataFolder: '/data', at: now, json: false })
  })

  it('are refused where a day or an instant does not exist or has no zone', () => {
    expect(wrong('--on', '2026-02-30')).toBe('--on 2026-02-30')
    expect(wrong('--on', 'R8.4.1')).toBe('--on R8.4.1')
    expect(wrong('--on', '2026-04-01', '--at', '2026-04-01')).toBe('--at 2026-04-01')
    expect(wrong('--on', '2026-04-01', '--at', '2026-04-01T00:00:00')).toBe('--at 2026-04-01T00:00:00')
    expect(wrong('--on', '2026-04-01', '--at', '2026-02-30T00:00:00Z')).toBe('--at 2026-02-30T00:00:00Z')
  })

  it('are refused where one is unknown, missing or too many', () => {
    expect(wrong('--on', '2026-04-01', '--nope')).toContain('--nope')
    expect(wrong()).toBe('--on?')
    expect(wrong('--on', '2026-04-01', 'one', 'two')).toBe('two')
    expect(wrong('--on', '2026-04-01', '--grades', 'verified,good')).toBe('--grades good')
    expect(wrong('--on', '2026-04-01', '--level', '5')).toBe('--level 5')
  })
})

describe('a line of CSV', () => {
  it('quotes what needs quoting, and no cell begins a formula', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', '＝1+1', '-x', 3, ''])).toBe('"a,b","say ""x""",\'=1+1,\'＝1+1,\'-x,3,\r\n')
  })
  it('begins no formula with any of the known attacks', () => {
    for (const attack of formulaAttacks) expect(csvLine([attack])).toMatch(/^"?'/)
    for (const text of harmlessTexts) expect(csvLine([text])).toBe(`${text}\r\n`)
    expect(csvLine([-3])).toBe('-3\r\n')
  })
})
