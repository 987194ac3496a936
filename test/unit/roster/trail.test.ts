import { expect, it } from 'vitest'
import { beginTrail, type Meeting, type Trail } from '../../../electron/roster/trail'

const person = (staffNumber: string, name: string, ...divisionCodes: readonly string[]) => ({ staffNumber, name, formerName: null, divisionCodes })
const people = [
  person('1', '佐藤 花子', '福祉'),
  person('2', '鈴木 一郎', '福祉'),
  person('3', '高橋 次郎', '税務', '福祉'),
  { ...person('4', '田中 美咲', '税務'), formerName: '佐藤 美咲' },
]
const first = (trail: Trail, meeting: Meeting) => [...trail.candidatesFor(meeting)]
const met = (folder: string, name: string | null = null) => ({ folder, name })

it('leads nowhere before anything was found', () => {
  expect(first(beginTrail(people), met('bundle.zip'))).toEqual([])
})

it('leads first to those of the name that is claimed, however it is spaced, and by a former name too', () => {
  const trail = beginTrail(people)
  expect(first(trail, met('bundle.zip', '佐藤　花子'))).toEqual(['1'])
  expect(first(trail, met('bundle.zip', '佐藤美咲'))).toEqual(['4'])
  expect(first(trail, met('bundle.zip', '誰か'))).toEqual([])
})

it('leads to the divisions of those who were found in the same folder, the newest first, and in no other folder', () => {
  const trail = beginTrail(people)
  trail.recordHit(met('bundle.zip!福祉部'), '1')
  expect(first(trail, met('bundle.zip!福祉部'))).toEqual(['2', '3', '4', '1', '2', '3'])
  expect(first(trail, met('bundle.zip!税務部'))).toEqual([])
  trail.recordHit(met('bundle.zip!福祉部'), '4')
  expect(first(trail, met('bundle.zip!福祉部'))).toEqual(['3', '4', '1', '2', '3'])
  expect(first(trail, met('bundle.zip!福祉部', '鈴木一郎'))).toEqual(['2', '3', '4', '1', '2', '3'])
})

it('leads to those who stand next on the roster, a few of them, before it leads to a division', () => {
  const long = Array.from({ length: 40 }, (_, number) => person(String(number), '', number < 2 ? '甲' : '乙'))
  const trail = beginTrail(long)
  trail.recordHit(met('all'), '1')
  const [next, ...others] = first(trail, met('all'))
  expect([next, others.length, others.slice(-2)]).toEqual(['2', 13, ['0', '1']])
  trail.recordHit(met('all'), '39')
  expect(first(trail, met('all'))[0]).toBe('2')
  expect(first(trail, met('elsewhere'))).toEqual([])
})

it('forgets the oldest divisions where a folder leads everywhere, and who has no division leads nowhere', () => {
  const trail = beginTrail(Array.from({ length: 9 }, (_, number) => person(String(number), '', ...(number === 8 ? [] : [`D${number}`]))))
  for (let number = 0; number < 9; number++) trail.recordHit(met('all'), String(number))
  expect(first(trail, met('all'))).toEqual(['7', '6', '5', '4'])
})
