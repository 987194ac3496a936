import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { reportHandlers } from '../../../electron/engine/handlers/reports'
import { closeEngine } from '../../../electron/engine/open'
import { readTable } from '../../../electron/reader'
import { defineReport, reports } from '../../../electron/report'
import { number, rowsFrom, text } from '../../../electron/report/sheet'
import type { Scope } from '../../../shared/contract/parts'
import { readSources } from '../../static/sources'
import { day, good, openScratchEngine, scratch } from './stand'

const scope: Scope = { on: day, level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const request = { scope, encoding: 'utf-8', locale: 'ja', importId: null } as const

/** More items than any page of the window holds, and more than a function takes as arguments. */
const many = 100_003

function storeImport({ db }: Engine, items: number, outcome: 'unreadable' | 'ignored' = 'unreadable'): void {
  db.prepare("INSERT INTO import (id, started_at, at, state, done, total, sources) VALUES ('i-1', :at, :at, 'done', :items, :items, '[\"a.zip\"]')").run({
    at: '2026-11-20T00:00:00Z',
    items,
  })
  db.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :items)
     INSERT INTO import_item (import_id, sequence, outcome, problem_code, source) SELECT 'i-1', n, :outcome, 'png.bad-crc', 'a.zip!' || n || '.png' FROM numbers`,
  ).run({ items, outcome })
  db.prepare("INSERT INTO import_sum (import_id, outcome, grade, count) VALUES ('i-1', :outcome, '', :items)").run({ items, outcome })
}

async function withEngine(work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = openScratchEngine()
  try {
    await work(engine)
  } finally {
    await closeEngine(engine)
  }
}

/** A report that exists in this test alone. */
const madeUp = defineReport({
  name: 'made-up',
  formats: ['csv', 'xlsx', 'html'],
  needs: ['import', 'importItems'],
  make: (data, { locale, text: words }) => {
    const table = { columns: ['file'], rows: rowsFrom(data.importItems, ({ source }) => [source]) }
    return {
      title: 'Made up',
      sentence: String(data.import.summary.received),
      facts: [],
      blocks: [{ heading: null, columns: [{ heading: 'n', width: 20, align: 'left' }], rows: [{ kind: 'line', indent: 0, cells: [text('x'), number(1)] }] }],
      legend: [],
      notes: [],
      maker: [data.version],
      seals: [],
      page: { size: 'A4', landscape: false },
      sheetNames: words.report.sheetNames,
      pageNumber: words.report.pageNumber,
      language: locale,
      data: table,
      csv: table,
    }
  },
})

describe('the calls for reports', () => {
  it('list and write a report that is only added to the table', async () => {
    await withEngine(async (engine) => {
      storeImport(engine, 3)
      const calls = reportHandlers([...reports, madeUp])
      expect(good(await calls['report.list']({}, engine)).reports.at(-1)).toEqual({ name: 'made-up', formats: ['csv', 'xlsx', 'html'] })
      const path = join(scratch(), 'made-up.csv')
      expect(good(await calls['report.write']({ ...request, name: 'made-up', format: 'csv', path }, engine)).path).toBe(path)
      expect(readFileSync(path, 'utf8')).toBe('\ufefffile\r\na.zip!1.png\r\na.zip!2.png\r\na.zip!3.png\r\n')
      expect(good(await calls['report.document']({ ...request, name: 'made-up', format: 'html' }, engine)).html).toContain(
        '<h1>Made up</h1><p class="finding">3</p>',
      )
    })
  })

  it('return the problem of a need: without an import there is no report of one', async () => {
    await withEngine(async (engine) => {
      const calls = reportHandlers([...reports, madeUp])
      for (const name of ['made-up', 'import-result']) {
        const written = await calls['report.write']({ ...request, name, format: 'csv', path: join(scratch(), 'x.csv') }, engine)
        expect(written).toEqual({ ok: false, problem: { code: 'import.not-found' } })
      }
      const map = await calls['report.write']({ ...request, name: 'skill-map', format: 'csv', path: join(scratch(), 'x.csv') }, engine)
      expect(map.ok).toBe(true)
    })
  })

  it(`write all ${many} items of an import`, async () => {
    await withEngine(async (engine) => {
      storeImport(engine, many, 'ignored')
      const path = join(scratch(), 'items.csv')
      good(await reportHandlers(reports)['report.write']({ ...request, name: 'import-result', format: 'csv', path }, engine))
      const { rows } = good(readTable(readFileSync(path)))
      expect(rows.length).toBe(many + 1)
      expect([rows[1]![1], rows.at(-1)![1]]).toEqual(['a.zip!1.png', `a.zip!${many}.png`])
    })
  })

  it('let the database be written to while a report is written', async () => {
    await withEngine(async (engine) => {
      storeImport(engine, 3)
      const path = join(scratch(), 'items.xlsx')
      const writing = reportHandlers(reports)['report.write']({ ...request, name: 'import-result', format: 'xlsx', path }, engine)
      engine.db.prepare("UPDATE import_item SET source = 'changed'").run()
      good(await writing)
      const { rows } = good(readTable(readFileSync(path)))
      expect(rows.flat().join(' ')).toContain('a.zip!3.png')
      expect(rows.flat().join(' ')).not.toContain('changed')
    })
  })

  it('are followed by no branch on the name of a report', () => {
    const names = reports.map(({ name }) => name).join('|')
    const branch = new RegExp(`(===|!==|\\bcase)\\s*['"](${names})['"]|['"](${names})['"]\\s*(===|!==)`)
    const sources = readSources('.ts', '.tsx').filter(({ path }) => /^(electron|renderer|shared)\//.test(path))
    expect(sources.filter(({ text: source }) => branch.test(source)).map(({ path }) => path)).toEqual([])
    expect(branch.test("if (name !== 'import-result') {")).toBe(true)
  })
})
