import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Part, type Results, resultsText, withParts } from '../../bench/results'
import { type Target, targets } from '../../bench/targets'
import { root } from '../../run/freshBuild.ts'

const folder = join(root, 'test/bench')
const benches = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'))
const benchText = benches.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')

const part = (rows: Part['tables'][number]['rows'], notes = ''): Part => ({
  at: '2026-11-23T00:00Z',
  machine: { processor: 'A processor', cores: 2, memoryGigabytes: 8, system: 'linux x64', node: '24.0.0', openssl: '3.5.0' },
  large: false,
  tables: [{ title: 'A table', columns: 'what | ratio | verdict', rows, notes, load: { seconds: 3, own: 1, others: 0.5, cores: 2 } }],
})

const lineOf = (results: Results, target: Target) =>
  resultsText(results)
    .split('\n')
    .find((line) => line.startsWith(`| ${target.what} `))!
    .split('|')
    .map((cell) => cell.trim())
    .slice(3, -1)

describe('the targets', () => {
  it.each(Object.entries<Target>(targets))('%s is measured by a bench, or says why it is not', (id, { unmeasured }) => {
    expect(benchText.includes(`'${id}'`)).toBe(unmeasured === null)
  })

  it('leave out the team search for as long as it is not built', () => {
    expect(existsSync(join(root, 'electron/placement'))).toBe(targets['team-search'].unmeasured === null)
  })
})

describe('the results', () => {
  it('have a line for every target, also for those no table has measured', () => {
    for (const target of Object.values<Target>(targets)) expect(lineOf({}, target).at(-1)).toBe('not measured')
  })

  it('call a target met where every row meets it, and say in how many it is missed', () => {
    const row = (ratio: string, verdict: string) => ({ what: 'EdDSA', ratio, verdict, targetId: 'json-web-token' })
    const line = (...rows: Part['tables'][number]['rows']) => lineOf({ tokens: part(rows) }, targets['json-web-token'])
    expect(line(row('1.60×', 'met'), row('1.70×', 'met'))).toEqual(['1.60× EdDSA; 1.70× EdDSA', 'tokens', 'met'])
    expect(line(row('1.60×', 'met'), row('1.40×', 'missed'))).toEqual(['1.60× EdDSA; 1.40× EdDSA', 'tokens', 'missed in 1 of 2'])
    expect(line(row('1.40×', 'missed'))).toEqual(['1.40×', 'tokens', 'missed'])
  })

  it('show a table with its notes, the day, the machine and how busy it was', () => {
    const text = resultsText({ tokens: part([{ what: 'EdDSA', ratio: '1.60×', verdict: 'met', targetId: 'json-web-token' }], 'A note.') })
    expect(text.slice(text.indexOf('## tokens'))).toBe(`## tokens

2026-11-23T00:00Z; A processor, 2 cores, 8 GB, linux x64, Node 24.0.0, OpenSSL 3.5.0.

### A table

| what  | ratio | verdict |
| ----- | ----- | ------- |
| EdDSA | 1.60× | met     |

A note.

<sub>3 s; of 2 cores this process used 1, everything else 0.5</sub>
`)
  })

  it('of a part replace that part alone, and leave out a bench that is gone', () => {
    const [before, after] = [part([{ what: 'before' }]), part([{ what: 'after' }])]
    expect(withParts({ tokens: before, zip: before, gone: before }, { tokens: after }, ['zip', 'tokens'])).toEqual({ tokens: after, zip: before })
  })

  it('that stand in the repository are written as they were measured, by no hand', () => {
    const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results
    expect(Object.keys(results).length).toBeGreaterThan(0)
    expect(readFileSync(join(folder, 'RESULTS.md'), 'utf8')).toBe(resultsText(results))
  })
})
