import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { tekizaiHere } from '../../faults/tekizai.ts'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, day, instant } from '../engine/stand'
import { at, loadCity, run, values } from './stand.ts'

/* The verbs about requirements and what is missing. */

let city: City
beforeAll(async () => {
  ensureBuild()
  city = (await loadCity()).city
})

const header = 'id,division,skill,level,rule,amount,reach,posts,jobTypes,employments,exceptionTo,startsOn,endsOn,note'

/** A data folder of its own, a copy of the city's. */
const copied = (name: string): readonly string[] => {
  cpSync(at('data'), at(name), { recursive: true })
  return ['--data', at(name)]
}

const file = (name: string, ...rows: readonly string[]): string => {
  writeFileSync(at(name), `${rows.join('\r\n')}\r\n`)
  return at(name)
}

describe('requirements import and gap', () => {
  it('take in the requirements of the sample city, and every target has the numbers of its answers, today and when leavers have gone', async () => {
    const folder = copied('true')
    expect(await values('requirements', 'import', city.path('requirements.csv'), ...folder)).toEqual([
      { kind: 'requirements', new: 10, changed: 0, unchanged: 0, removed: 0 },
    ])
    for (const { on, withLeavers, targets } of city.answers.gap) {
      const lines = await values('gap', ...folder, '--on', on, '--at', instant)
      const got = lines.slice(0, -1).map(({ id, divisionCode, required, holders, people, state }) => ({ id, divisionCode, required, holders, people, state }))
      const inOrder = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
      expect(withLeavers).toBe(on > day)
      expect(inOrder(got)).toEqual(inOrder(targets))
      const count = (state: string) => targets.filter((one) => one.state === state).length
      const short = targets.reduce((sum, one) => sum + (one.state === 'unmet' ? one.required - one.holders : 0), 0)
      expect(lines.at(-1)).toEqual({ kind: 'gap', targets: targets.length, met: count('met'), unmet: count('unmet'), none: count('none'), short })
      expect([count('met'), count('unmet')].every((number) => number > 0)).toBe(true)
    }
  })

  it('show the members of the contract, the city first, and name the exception that rules', async () => {
    const folder = copied('members')
    await run('requirements', 'import', city.path('requirements.csv'), ...folder)
    const lines = await values('gap', ...folder, '--on', day, '--at', instant)
    expect(lines[0]).toMatchObject({ division: '*' })
    expect(lines.find(({ id }) => id === 'R1')).toEqual({
      kind: 'target',
      id: 'R1',
      divisionCode: null,
      division: '*',
      skill: '行政DX/GIS',
      level: 2,
      rule: 'people',
      amount: 3,
      required: 3,
      holders: expect.any(Number),
      people: 58,
      state: 'met',
      short: 0,
      busFactor: expect.any(Number),
      exception: null,
    })
    const citizens = lines.find(({ id, division }) => id === 'R2' && division === '市民部/市民課')
    expect(citizens).toMatchObject({ exception: 'R2-市民', required: 2 })
    expect(lines.some(({ id, division }) => id === 'R2' && division === '会計課')).toBe(false)
    const one = await values('gap', ...folder, '--on', day, '--division', '030000', '--at', instant)
    expect(one.slice(0, -1)).toEqual(lines.filter(({ divisionCode }) => String(divisionCode).startsWith('03')))
    const { stdout } = await run('gap', ...folder, '--on', day, '--at', instant, '--csv')
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(lines.length)
  })

  it('leave leavers out on a day to come, and count them with --without-leavers', async () => {
    const folder = copied('leavers')
    await run('requirements', 'import', file('all.csv', header, 'R1,,行政DX/GIS,1,share,100,,,,,,,,'), ...folder)
    const people = async (...words: readonly string[]) => (await values('gap', ...folder, '--on', '2037-04-01', '--at', instant, ...words))[0]!.people
    expect(Number(await people())).toBeLessThan(Number(await people('--without-leavers')))
    expect(await people('--with-leavers')).toBe(await people())
  })

  it('refuse a table with faults whole, and name each by row, column and code', async () => {
    const folder = copied('faulty')
    const faulty = file(
      'faulty.csv',
      header,
      'R1,999999,行政DX/GIS,5,people,0,everywhere,,,,,2027-02-30,,',
      'R2,,無い分野,1,half,3,,,,,,2027-04-01,2027-03-31,',
      'R2,,行政DX/GIS,1,share,100.001,,,,,,,,',
      ',,行政DX/GIS,1,people,1,,,,,,,,',
      'R3,,行政DX/GIS,1,people,1,division,,,,,,,',
      'R4,010100,,,people,1,,,,,R3,,,',
      'R5,,行政DX/GIS,1,people,1,sections,,,,,,,',
      'R6,010100,行政DX,,people,1,,,,,R5,,,',
    )
    const ran = await tekizaiHere(['requirements', 'import', faulty, ...folder, '--json'], { now: new Date(instant) })
    expect(ran.code).toBe(1)
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(ran.stderr).toContain('[requirement.refused]')
    const [line] = ran.lines()
    expect(line!.kind).toBe('refused')
    expect((line!.problems as { row: number; column: string; code: string }[]).map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 division requirement.division-unknown',
      '2 level requirement.level',
      '2 amount requirement.amount',
      '2 reach requirement.reach',
      '2 startsOn requirement.date',
      '3 skill requirement.skill-unknown',
      '3 rule requirement.rule',
      '3 endsOn requirement.reversed',
      '4 id requirement.id-twice',
      '4 amount requirement.amount',
      '5 id requirement.id-missing',
      '7 exceptionTo requirement.exception-of-none',
      '9 skill requirement.exception-cell',
    ])
    expect(await values('requirements', 'list', ...folder)).toEqual([])
    const headless = await tekizaiHere([
      'requirements',
      'import',
      file('head.csv', 'id,skill,level,rule,amount,備考', 'R1,行政DX,1,people,1,'),
      ...folder,
      '--json',
    ])
    expect((headless.lines()[0]!.problems as { column: string; code: string }[]).map(({ column, code }) => `${column} ${code}`)).toEqual([
      '備考 requirement.column-unknown',
      'division requirement.column-missing',
    ])
  })

  it('write a table that reads back unchanged, replace rows by id, and with --replace remove what the table does not name', async () => {
    const folder = copied('again')
    await run('requirements', 'import', city.path('requirements.csv'), ...folder)
    const listed = await values('requirements', 'list', ...folder)
    expect(await values('requirements', 'export', at('out.csv'), ...folder)).toEqual([{ kind: 'requirements', out: at('out.csv'), rows: 10 }])
    expect(readFileSync(at('out.csv'), 'utf8').split('\r\n')[0]).toBe(`\ufeff${header}`)
    expect(await values('requirements', 'import', at('out.csv'), ...folder)).toEqual([{ kind: 'requirements', new: 0, changed: 0, unchanged: 10, removed: 0 }])
    expect(await values('requirements', 'list', ...folder)).toEqual(listed)
    const one = file('one.csv', header, 'R1,,行政DX/GIS,2,people,4,,,,,,2026-04-01,2027-03-31,')
    expect(await values('requirements', 'import', one, ...folder)).toEqual([{ kind: 'requirements', new: 0, changed: 1, unchanged: 0, removed: 0 }])
    expect((await values('requirements', 'list', ...folder)).find(({ id }) => id === 'R1')).toMatchObject({
      amount: 4,
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
    })
    expect((await values('gap', ...folder, '--on', '2027-03-31', '--at', instant)).some(({ id }) => id === 'R1')).toBe(true)
    expect((await values('gap', ...folder, '--on', '2027-04-01', '--at', instant)).some(({ id }) => id === 'R1')).toBe(false)
    expect(await values('requirements', 'import', one, ...folder, '--replace')).toEqual([
      { kind: 'requirements', new: 0, changed: 0, unchanged: 1, removed: 9 },
    ])
    expect(await values('requirements', 'list', ...folder)).toHaveLength(1)
  })

  it('keep an exception that a later table does not name, and give its id to the row that takes it', async () => {
    const folder = copied('exceptions')
    await run('requirements', 'import', city.path('requirements.csv'), ...folder)
    await run('requirements', 'import', file('main.csv', header, 'R2,,法務・契約/個人情報保護,1,people,3,sections,,,,,,,'), ...folder)
    const rows = (await values('requirements', 'list', ...folder)).filter(({ id }) => String(id).startsWith('R2'))
    expect(rows.map(({ id, exceptionTo, amount }) => [id, exceptionTo, amount])).toEqual([
      ['R2', null, 3],
      ['R2-会計', 'R2', null],
      ['R2-市民', 'R2', 2],
    ])
    await run('requirements', 'import', file('taken.csv', header, 'R2-市民,,行政DX/GIS,1,people,1,,,,,,,,'), ...folder)
    const taken = (await values('requirements', 'list', ...folder)).filter(({ id }) => id === 'R2-市民')
    expect(taken.map(({ exceptionTo, skill }) => [exceptionTo, skill])).toEqual([[null, '行政DX/GIS']])
  })

  it('keep a requirement whose division is gone, and show it as gone', async () => {
    const folder = copied('gone')
    await run('requirements', 'import', file('gone.csv', header, 'R1,010100,行政DX/GIS,1,people,1,,,,,,,,'), ...folder)
    await run('roster', file('later.csv', '職員番号,氏名,所属コード,部,課', '000001,山田 太郎,020100,企画財政部,企画課'), ...folder, '--on', '2027-04-01')
    const later = ['--on', '2027-04-01', '--at', instant] as const
    expect(await values('gap', ...folder, ...later)).toEqual([
      { kind: 'gone', id: 'R1', divisionCode: '010100', skill: '行政DX/GIS', gone: ['division'] },
      { kind: 'gap', targets: 0, met: 0, unmet: 0, none: 0, short: 0 },
    ])
    expect(await values('requirements', 'list', ...folder, '--on', '2027-04-01')).toMatchObject([{ id: 'R1', division: '010100', gone: ['division'] }])
  })
})

describe('coverage', () => {
  it('fills required and met where a division is required to have that skill and level, and nowhere else', async () => {
    const folder = copied('coverage')
    await run('requirements', 'import', city.path('requirements.csv'), ...folder)
    const lines = await values('coverage', ...folder, '--on', day)
    const filled = lines.filter(({ required }) => required !== null)
    const targets = (await values('gap', ...folder, '--on', day, '--at', instant)).filter(
      ({ id, holders }) => ['R1', 'R3', 'R5', 'R6'].includes(String(id)) && Number(holders) > 0,
    )
    const cells = (list: typeof lines) => list.map(({ divisionCode, skill, level, required, holders }) => ({ divisionCode, skill, level, required, holders }))
    expect(cells(filled)).toEqual(cells(targets))
    expect(filled.length).toBeGreaterThan(0)
    for (const { met, holders, required } of filled) expect(met).toBe(Number(holders) >= Number(required))
  })
})
