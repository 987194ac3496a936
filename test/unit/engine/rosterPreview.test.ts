import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dispatch } from '../../../electron/engine/dispatch'
import { handlers } from '../../../electron/engine/handlers'
import { rehearseRoster } from '../../../electron/engine/handlers/roster'
import { contract, type Output } from '../../../shared/contract'
import { openScratchEngine, scratch } from './stand'

const on = '2026-04-01'
const folder = scratch()
const path = join(folder, 'roster.csv')
writeFileSync(path, 'a,b,c\n001,山田 太郎,総務課\n')

const preview = async (mapping: Record<string, string> | null): Promise<Output<'roster.preview'>> => {
  const answered = await dispatch('roster.preview', { path, on, mapping }, openScratchEngine())
  if (!answered.ok) throw new Error(answered.problem.code)
  return contract['roster.preview'].output.parse(answered.value)
}

test('a roster whose columns are not recognised is answered with a proposed mapping and the missing columns', async () => {
  expect(await preview(null)).toMatchObject({
    summary: null,
    problem: { code: 'roster.no-staff-number-column' },
    encoding: 'utf-8',
    headers: ['a', 'b', 'c'],
    mapping: {},
    firstRows: [['001', '山田 太郎', '総務課']],
  })
  expect(await preview({ staffNumber: 'a' })).toMatchObject({ summary: null, problem: { code: 'roster.no-name-column' }, mapping: { staffNumber: 'a' } })
})

test('once its columns are chosen the preview has its changes', async () => {
  expect(await preview({ staffNumber: 'a', name: 'b', section: 'c' })).toMatchObject({ summary: { people: 1, new: 1 }, problem: null })
})

test('a rehearsal, as the command line does it, is refused for the same reason', async () => {
  expect(await rehearseRoster({ path, on, mapping: null }, null)).toEqual({ ok: false, problem: { code: 'roster.no-staff-number-column' } })
})

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const two = '職員番号,氏名,課\n001,山田 太郎,総務課\n002,石川 花子,総務課\n'

test('without a day the roster is of the day its file names; without one, or with a day that does not exist, it is refused', async () => {
  const engine = openScratchEngine()
  const answered = await dispatch('roster.preview', { path: write('名簿_R8.4.1.csv', two), on: null, mapping: null }, engine)
  expect(answered).toMatchObject({ ok: true, value: { on: '2026-04-01', written: { from: 'name', day: '2026-04-01' }, summary: { people: 2 } } })
  const imported = (path: string) => handlers['roster.import']({ path, on: null, mapping: null }, engine)
  expect(await imported(write('plain.csv', two))).toEqual({ ok: false, problem: { code: 'roster.day-missing' } })
  expect(await imported(write('wrong.csv', `令和8年2月30日現在\n${two}`))).toEqual({
    ok: false,
    problem: { code: 'roster.day-wrong', detail: '令和8年2月30日' },
  })
})

test('a roster after today, before the newest one, or of another day than its title asks for a confirmation', async () => {
  const engine = openScratchEngine()
  const plain = write('plain.csv', two)
  const titled = write('titled.csv', `令和8年4月1日現在,,\n${two}`)
  const take = async (path: string, day: '2026-04-01' | '2026-03-01' | '2099-04-01', confirmed?: boolean) => {
    const answered = await handlers['roster.import']({ path, on: day, mapping: null, ...(confirmed === undefined ? {} : { confirmed }) }, engine)
    return answered.ok ? answered.value.people : answered.problem.code
  }
  expect(await take(plain, '2099-04-01')).toBe('roster.day-future')
  expect(await take(titled, '2026-04-01')).toBe(2)
  expect(await take(titled, '2026-03-01', false)).toBe('roster.day-older')
  expect(await take(titled, '2026-03-01', true)).toBe(2)
  expect(await take(plain, '2099-04-01', true)).toBe(2)
})

test('a roster in which no number can be read ends nobody', async () => {
  const engine = openScratchEngine()
  expect(await handlers['roster.import']({ path: write('plain.csv', two), on, mapping: null }, engine)).toMatchObject({ ok: true })
  const broken = write('broken.csv', '職員番号,氏名,課\n#N/A,山田 太郎,総務課\n#N/A,石川 花子,総務課\n')
  expect(await handlers['roster.import']({ path: broken, on, mapping: null, confirmed: true }, engine)).toEqual({
    ok: false,
    problem: { code: 'roster.nobody' },
  })
})
