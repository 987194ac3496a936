import { cpSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { tekizaiHere } from '../../faults/tekizai.ts'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, day } from '../engine/stand'
import { at, data, loadCity, run, values } from './stand.ts'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = (await loadCity()).city
})

const until = '2027-04-01'
type Line = Readonly<Record<string, unknown>>

/** Lines and the people in them in one order, whatever order they were made in. */
const inOneOrder = (lines: readonly Line[]) =>
  lines
    .map((line) =>
      Array.isArray(line.because) ? { ...line, because: line.because.toSorted((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1)) } : line,
    )
    .map((line) => JSON.stringify(Object.fromEntries(Object.entries(line).toSorted(([one], [other]) => (one < other ? -1 : 1)))))
    .toSorted()

it('risk has the lines of the city, counted day by day from how it was made', async () => {
  const lines = await values('risk', ...data(), '--on', day, '--until', until)
  expect(city.answers.risk).toMatchObject({ on: day, until })
  expect(inOneOrder(lines.slice(0, -1))).toEqual(inOneOrder(city.answers.risk.lines))
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length
  expect(lines.at(-1)).toEqual({ kind: 'risk', losses: count('loss'), single: count('single'), ending: count('ending'), leavers: count('leaver') })
  for (const kind of ['loss', 'single', 'ending', 'leaver']) expect(count(kind), kind).toBeGreaterThan(0)
})

it('risk has the members of the contract, and its numbers are those of coverage', async () => {
  const lines = await values('risk', ...data(), '--on', day, '--until', until)
  const first = (kind: string) => Object.keys(lines.find((line) => line.kind === kind)!)
  expect(first('loss')).toEqual(['kind', 'divisionCode', 'division', 'skill', 'level', 'before', 'after', 'required', 'hole', 'because'])
  expect(first('single')).toEqual(['kind', 'divisionCode', 'division', 'skill', 'staffNumber'])
  expect(first('ending')).toEqual(['kind', 'staffNumber', 'skill', 'level', 'credentialId', 'on'])
  expect(first('leaver')).toEqual(['kind', 'staffNumber', 'reason', 'on'])
  const holders = async (on: string, ...more: readonly string[]) =>
    new Map(
      (await values('coverage', ...data(), '--on', on, ...more))
        .filter(({ level }) => level === 1)
        .map((line) => [`${line.divisionCode} ${line.skill}`, line.holders]),
    )
  const [before, after] = [await holders(day), await holders(until, '--with-leavers')]
  for (const line of lines.filter(({ kind }) => kind === 'loss')) {
    const cell = `${line.divisionCode} ${line.skill}`
    expect([before.get(cell), after.get(cell)], cell).toEqual([line.before, undefined])
  }
})

it('risk for people names the same number of lines', async () => {
  const machine = await values('risk', ...data(), '--on', day, '--until', until)
  const { stdout } = await run('risk', ...data(), '--on', day, '--until', until)
  expect(stdout.trimEnd().split('\n')).toHaveLength(machine.length)
})

it('risk refuses a day that does not exist, a later day before the first, and a missing one', async () => {
  for (const words of [['--until', '2027-02-30'], ['--until', '2026-11-19'], []])
    expect((await tekizaiHere(['risk', '--data', at('data'), '--on', day, ...words])).code, words.join(' ')).toBe(2)
})

it('risk has a line for each target that is met on the first day and unmet on the later one, with the people it loses', async () => {
  const folder = ['--data', at('required')]
  cpSync(at('data'), at('required'), { recursive: true })
  await run('requirements', 'import', city.path('requirements.csv'), ...folder)
  const targets = async (on: string, ...more: readonly string[]) =>
    (await values('gap', ...folder, '--on', on, '--at', `${day}T12:00:00+09:00`, ...more)).filter(({ kind }) => kind === 'target')
  const key = ({ id, divisionCode }: Line) => `${id}@${divisionCode ?? '*'}`
  const later = new Map((await targets(until)).map((target) => [key(target), target]))
  const expected = (await targets(day))
    .filter((target) => target.state === 'met' && later.get(key(target))?.state === 'unmet')
    .map(({ id, divisionCode, division, skill, level, holders, required }) => {
      const { holders: after, required: requiredLater } = later.get(`${id}@${divisionCode ?? '*'}`)!
      return {
        kind: 'loss',
        divisionCode,
        division,
        skill,
        level,
        before: holders,
        after,
        id,
        required: requiredLater,
        requiredBefore: required,
        hole: 'unmet',
      }
    })
  const lines = await values('risk', ...folder, '--on', day, '--until', until)
  const unmet = lines.filter(({ hole }) => hole === 'unmet')
  expect(unmet.length).toBeGreaterThan(0)
  expect(unmet.map(({ because: _, ...line }) => line)).toEqual(expected)
  for (const { divisionCode, skill, level, before, after, because } of unmet) {
    const scope = ['--skill', String(skill), '--level', String(level), ...(divisionCode === null ? [] : ['--division', String(divisionCode)])]
    const holders = (await values('people', ...folder, '--on', day, ...scope)).map(({ staffNumber }) => staffNumber)
    const lost = (because as readonly Line[]).map(({ staffNumber }) => staffNumber)
    expect(lost.length).toBeGreaterThanOrEqual(Number(before) - Number(after))
    for (const staffNumber of lost) expect(holders).toContain(staffNumber)
  }
  // Without requirements the other lines are the same.
  expect(lines.filter(({ hole, kind }) => hole !== 'unmet' && kind !== 'risk')).toEqual(
    (await values('risk', ...data(), '--on', day, '--until', until)).filter(({ kind }) => kind !== 'risk'),
  )
})
