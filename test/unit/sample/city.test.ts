import { beforeAll, describe, expect, test } from 'vitest'
import { makeSampleCity, usualSample } from '../../../electron/sample'
import { faults } from '../../../electron/sample/faults'
import { type OpenedCity, openCity } from './openedBundle'

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, count) => total + count, 0)

describe('the usual city', () => {
  let city: OpenedCity
  beforeAll(async () => {
    city = await openCity(usualSample)
  })

  test('has six files', () => {
    expect([...city.files.keys()]).toEqual(['roster.csv', 'badges.zip', 'register.json', 'skills.csv', 'requirements.csv', 'evidence.json', 'answers.json'])
  })

  test('is the same to the byte for the same seed, and another for another', async () => {
    const again = await makeSampleCity(usualSample)
    for (const [name, bytes] of again.files) expect(Buffer.from(bytes).equals(city.files.get(name) ?? Buffer.alloc(0)), name).toBe(true)
    const other = await makeSampleCity({ ...usualSample, seed: 2 })
    for (const name of ['roster.csv', 'badges.zip', 'register.json'])
      expect(Buffer.from(other.files.get(name) ?? []).equals(city.files.get(name) ?? Buffer.alloc(0)), name).toBe(false)
  })

  test('has exactly the badges and people asked for', () => {
    const { credentials, unreadable } = city.answers.verify.summary
    expect(credentials + unreadable).toBe(600)
    expect(city.answers.roster.summary.people).toBe(300)
    expect(new Set(city.answers.roster.people.map(({ staffNumber }) => staffNumber)).size).toBe(300)
  })

  test('holds every fault in the number it promises', () => {
    for (const { name, per600 } of faults) expect(city.answers.faults[name], name).toBe(per600)
    expect(city.answers.faults.duplicate).toBe(40)
  })

  test('adds up: what was received, what was graded, what the import made of it', () => {
    const { received, credentials, support, unreadable, ignored, grades } = city.answers.verify.summary
    expect(received).toBe(credentials + support + unreadable + ignored)
    expect(sum(grades)).toBe(credentials)
    for (const { kind: _, received: all, grades: __, ...outcomes } of [city.answers.import.first, city.answers.import.second]) expect(sum(outcomes)).toBe(all)
    expect(city.answers.import.first).toMatchObject({ duplicate: 44, replaced: 6, unmatched: 26 })
    expect(city.answers.import.second).toMatchObject({ new: 0, replaced: 0, unmatched: 26 })
    expect(city.answers.import.second.duplicate).toBe(
      (city.answers.import.first.new ?? 0) + (city.answers.import.first.replaced ?? 0) + (city.answers.import.first.duplicate ?? 0),
    )
  })

  test('speaks of every entry of the archive and of nothing else', () => {
    const spoken = new Set(city.answers.files.map(({ source }) => source.replace(/#\d+$/, '')))
    expect([...spoken].sort()).toEqual([...city.entries.keys()].sort())
  })

  test('has names in CP932 whose second byte is a backslash', () => {
    const names = [...city.entries.keys()]
    for (const letter of ['予', 'ソ', '表'])
      expect(
        names.some((name) => name.includes(letter)),
        letter,
      ).toBe(true)
  })

  test('writes its roster in CP932 with CRLF, one private-use character, leading zeros and a total', () => {
    const bytes = city.files.get('roster.csv') ?? new Uint8Array()
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    const lines = text.split('\r\n')
    expect(text.match(/\ue000/g)).toHaveLength(1)
    expect(text).not.toContain('?')
    expect(lines[2]?.startsWith('職員番号,氏名,')).toBe(true)
    expect(text).toContain('\r\n001948,榊原　誠一,')
    expect(lines.at(-2)).toMatch(/^合計,300人/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('tells its story: the last two for disasters leave, and the last for maps', () => {
    const among = (coverage: typeof city.answers.coverage, on: string, withLeavers: boolean, division: string, skill: string) =>
      coverage
        .find((one) => one.on === on && one.withLeavers === withLeavers && !one.includeLeave)
        ?.lines.find((line) => line.division === division && line.skill.endsWith(skill) && line.level === 1)?.holders ?? 0
    const holders = (...cell: readonly [on: string, withLeavers: boolean, division: string, skill: string]) =>
      among(city.answers.withEvidence.coverage, ...cell)
    // Hosted badges, which nothing confirms before somebody accepts the evidence.
    expect(among(city.answers.coverage, '2026-11-20', false, '総務部/防災危機管理課', '災害対策')).toBe(0)
    expect(holders('2026-11-20', false, '総務部/防災危機管理課', '災害対策')).toBe(2)
    expect(holders('2027-04-01', false, '総務部/防災危機管理課', '災害対策')).toBe(2)
    expect(holders('2027-04-01', true, '総務部/防災危機管理課', '災害対策')).toBe(0)
    expect(holders('2026-11-20', false, '都市整備部/道路課', 'GIS')).toBe(1)
    expect(holders('2027-04-01', false, '都市整備部/道路課', 'GIS')).toBe(0)
  })

  test('never counts more holders than people, nor more at a higher level', () => {
    for (const { people, lines } of city.answers.coverage) {
      const byPlace = new Map(people.map((one) => [one.division, one.people]))
      for (const { division, skill, level, holders } of lines) {
        expect(holders).toBeLessThanOrEqual(byPlace.get(division) ?? 0)
        const below = lines.find((line) => line.division === division && line.skill === skill && line.level === level - 1)
        if (level > 1) expect(below?.holders ?? 0).toBeGreaterThanOrEqual(holders)
      }
    }
  })
})

test('a larger city keeps its proportions, tells of its progress, and still adds up', async () => {
  const seen: number[] = []
  const { answers } = await openCity({ staff: 1200, badges: 2000, seed: 7, onProgress: (done) => seen.push(done) })
  const { credentials, unreadable } = answers.verify.summary
  expect(credentials + unreadable).toBe(2000)
  expect(answers.faults).toMatchObject({ tampered: 40, duplicate: 133, 'unknown-recipient': 83, expired: 100 })
  expect(seen.at(-1)).toBe(2000)
})

test('the smallest city is a city', async () => {
  const { answers } = await openCity({ staff: 12, badges: 20, seed: 1 })
  expect(answers.roster.summary.people).toBe(12)
  expect(answers.verify.summary.credentials + answers.verify.summary.unreadable).toBe(20)
})

test('too small a city is refused', async () => {
  await expect(makeSampleCity({ staff: 11, badges: 20, seed: 1 })).rejects.toThrow(RangeError)
  await expect(makeSampleCity({ staff: Number.NaN, badges: 20, seed: 1 })).rejects.toThrow(RangeError)
})

test('another reference day moves the city by whole fiscal years', async () => {
  const { answers } = await openCity({ staff: 80, badges: 150, seed: 1, on: '2028-02-01' })
  expect(answers.reference).toEqual({ at: '2028-02-01T12:00:00+09:00', on: '2028-02-01', laterAt: '2028-04-01T12:00:00+09:00', laterOn: '2028-04-01' })
})
