import { expect, test } from 'vitest'
import { openZip, readTable } from '../../../electron/reader'
import { renderReport, reports } from '../../../electron/report'
import { safeCell } from '../../../shared/model/safeCell'
import { beginsFormula, formulaAttacks, harmlessTexts } from '../../fixtures/formulaAttacks'
import { data, frame, items, people, sourcesOf } from './aomine'

/* Texts from badges, rosters and file names as formulas: at the doors of XLSX and CSV. The clipboard's test uses the same list. */

const attacked = formulaAttacks.map((attack, index) => ({ ...items[0]!, sequence: index + 1, source: attack, achievementName: attack }))
const holders = formulaAttacks.map((attack) => ({ ...people[0]!, name: attack, division: attack }))
const sources = sourcesOf({ ...data, people: holders, importItems: attacked })

async function file(name: string, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const rendered = await renderReport(reports, name, frame, sources, { format, encoding: 'utf-8', locale: 'ja' })
  if (!rendered.ok || rendered.value.bytes === null) throw new Error('not written')
  return new Uint8Array(Buffer.concat(rendered.value.bytes))
}

test.each(formulaAttacks)('the guard puts an apostrophe before %j', (attack) => {
  expect(beginsFormula(attack)).toBe(true)
  expect(safeCell(attack)).toBe(`'${attack}`)
  expect(safeCell(safeCell(attack))).toBe(`'${attack}`)
})

test.each(harmlessTexts)('the guard leaves %j unchanged', (text) => expect(safeCell(text)).toBe(text))

test('the guard leaves a number unchanged', () => expect([-5, 0, 3].map(safeCell)).toEqual(['-5', '0', '3']))

test.each(['holders', 'import-result'])('no cell of the CSV of %s begins a formula, whatever the data', async (name) => {
  // Without NUL, as tolerant readers drop it.
  const table = readTable((await file(name, 'csv')).filter((byte) => byte !== 0))
  if (!table.ok) throw new Error(table.problem.code)
  const cells = table.value.rows.flat()
  expect(cells.filter(beginsFormula)).toEqual([])
  expect(cells.filter((cell) => cell.includes('=1+1') && cell.startsWith("'")).length).toBeGreaterThanOrEqual(2)
})

test.each(['holders', 'import-result'])('no text of the workbook of %s begins a formula, and no cell is one, whatever the data', async (name) => {
  const entries = openZip(await file(name, 'xlsx'))
  if (!entries.ok) throw new Error(entries.problem.code)
  const texts = new Map(
    entries.value.map((entry) => {
      const content = entry.bytes()
      return [entry.name, content.ok ? new TextDecoder().decode(content.value) : '']
    }),
  )
  const strings = [...texts.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text!)
  expect(strings.length).toBeGreaterThan(formulaAttacks.length)
  expect(strings.filter(beginsFormula)).toEqual([])
  expect([...texts].filter(([path, xml]) => path.startsWith('xl/worksheets/') && /<f[ >/]/.test(xml))).toEqual([])
})
