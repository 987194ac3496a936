import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dispatch } from '../../../electron/engine/dispatch'
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
