import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import { parameters as screenParameters } from '../../../renderer/screens'
import { controlOf } from '../../../renderer/view/viewControl'
import { levels } from '../../../shared/model/skill'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, coverageOf, day, good, importWhole, openScratchEngine, scratch, settleCity, trueCoverage, usualScope, writeCity } from './stand'

let city: City
let engine: Engine

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  engine = openScratchEngine()
  await settleCity(engine, city)
  await importWhole(engine, city.path('badges.zip'))
})
afterAll(() => closeEngine(engine))

const questions = [
  { on: day, includeLeave: false, withLeavers: false },
  { on: day, includeLeave: true, withLeavers: false },
  { on: '2027-04-01', includeLeave: false, withLeavers: false },
  { on: '2027-04-01', includeLeave: false, withLeavers: true },
] as const

for (const question of questions) {
  const said = `on ${question.on}, ${question.includeLeave ? 'with' : 'without'} those on leave, ${question.withLeavers ? 'without' : 'with'} those whose term is over`

  it(`counts ${said}, as the city counted person by person: each division, skill and level`, async () => {
    const ours = coverageOf(engine, { ...usualScope, ...question })
    expect(ours).toEqual(trueCoverage(city.answers, question))
    expect(Object.keys(ours).length).toBeGreaterThan(300)
    const { divisions } = good(await handlers['coverage.read']({ ...usualScope, ...question, level: 1 }, engine))
    const truth = city.answers.coverage.find(
      ({ on, includeLeave, withLeavers }) => on === question.on && includeLeave === question.includeLeave && withLeavers === question.withLeavers,
    )!
    expect(
      divisions
        .filter(({ people }) => people > 0)
        .map(({ path, people }) => `${path} ${people}`)
        .sort(),
    ).toEqual(truth.people.map(({ division, people }) => `${division} ${people}`).sort())
  })

  it(`lists ${said}, as many people behind each number as the number says`, async () => {
    let cells = 0
    for (const level of levels) {
      const scope = { ...usualScope, ...question, level }
      const table = good(await handlers['coverage.read'](scope, engine))
      for (const [row, { code }] of table.divisions.entries()) {
        for (const [column, { path }] of table.skills.entries()) {
          // Cells with somebody in them, and every seventh of the empty ones.
          const holders = table.holders[row]![column]!
          if (holders === 0 && (row * table.skills.length + column) % 7 > 0) continue
          const listed = good(
            await handlers['people.list']({ scope, skill: path, divisionCode: code, text: null, which: 'counting', offset: 0, limit: 1 }, engine),
          )
          expect(listed.total, `${code} ${path} ${level}`).toBe(holders)
          cells += 1
        }
      }
    }
    expect(cells).toBeGreaterThan(500)
  })
}

it('says one number for each cell on 1 April: in the foresight of the panel, on the map of that day, in the list and in the report', async () => {
  const view = (hash: string) => controlOf(hash, day, { home: 'start', parameters: screenParameters }, () => {}).scope
  const [today, april] = [view('#/skillMap'), view('#/skillMap?on=2027-04-01')]
  const map = good(await handlers['coverage.read'](april, engine))
  expect(good(await handlers['coverage.read']({ ...today, on: '2027-04-01', withLeavers: true }, engine)).holders).toEqual(map.holders)
  const path = join(scratch(), 'map.csv')
  good(await handlers['report.write']({ name: 'skill-map', scope: april, format: 'csv', encoding: 'utf-8', locale: 'ja', importId: null, path }, engine))
  const [head = [], ...rows] = readFileSync(path, 'utf8')
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(','))
  const column = map.skills.findIndex(({ path: skill }) => skill === '行政DX/GIS')
  const [inReport, code] = [head.findIndex((heading) => heading.endsWith('GIS')), head.indexOf('所属コード')]
  let compared = 0
  for (const [row, division] of map.divisions.entries()) {
    const ask = { scope: april, skill: '行政DX/GIS', divisionCode: division.code, text: null, which: 'counting', offset: 0, limit: 1 } as const
    const holders = map.holders[row]![column]!
    expect(good(await handlers['people.list'](ask, engine)).total).toBe(holders)
    const line = rows.find((cells) => cells[code] === (division.code ?? ''))
    if (line !== undefined) {
      expect(Number(line[inReport])).toBe(holders)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(20)
  const listed = good(
    await handlers['people.list']({ scope: april, skill: null, divisionCode: null, text: null, which: 'leavers', offset: 0, limit: 1 }, engine),
  )
  expect([map.left.leavers, map.left.leavers > 0]).toEqual([listed.total, true])
  const { html } = good(
    await handlers['report.document']({ name: 'skill-map', scope: april, format: 'html', encoding: 'utf-8', locale: 'ja', importId: null }, engine),
  )
  expect(html).toContain(`退職など（任期満了・定年） ${map.left.leavers}人`)
})

it('shows people who hold only unproven badges separately, and never adds them', async () => {
  const scope = { ...usualScope, level: 1 } as const
  const counted = good(await handlers['coverage.read'](scope, engine))
  const all = good(await handlers['coverage.read']({ ...scope, grades: ['verified', 'confirmed', 'unregistered', 'unproven'] }, engine))
  let apart = 0
  for (const [row, holders] of counted.holders.entries())
    for (const [column, count] of holders.entries()) {
      apart += counted.apart[row]![column]!
      expect(all.holders[row]![column]).toBe(count + counted.apart[row]![column]!)
    }
  expect(apart).toBeGreaterThan(0)
})
