import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../../faults/tekizai.ts'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, day, instant } from '../engine/stand'
import { at, data, grades, type Loaded, loadCity, run, values } from './stand.ts'

/* The verbs that import data: their output is compared with the contract of the command line. */

let city: City
let loaded: Loaded
beforeAll(async () => {
  ensureBuild()
  loaded = await loadCity()
  city = loaded.city
})

describe('verify', () => {
  let lines: readonly Readonly<Record<string, unknown>>[]
  beforeAll(async () => {
    lines = await values('verify', city.path('badges.zip'), '--register', city.path('register.json'), '--at', instant)
  })

  it('gives a line for each thing in path order and a summary, and agrees with the city’s answers', () => {
    expect(lines.slice(0, -1).map(({ source }) => source)).toEqual(city.answers.files.map(({ source }) => source))
    expect(lines.at(-1)).toEqual({ kind: 'summary', ...city.answers.verify.summary })
    for (const [index, truth] of city.answers.files.entries()) {
      // `fault`, `outcome`, `laterTime` and `staffNumber` are no members of this verb; of a broken file the reason is in `problem`.
      const { fault: _fault, outcome: _outcome, laterTime: _later, staffNumber: _staff, code, ...claimed } = truth as typeof truth & Record<string, unknown>
      expect(lines[index], truth.source).toMatchObject(code === undefined || code === null ? claimed : { ...claimed, problem: { code } })
    }
  })

  it('gives each line the members of the contract, and no others', () => {
    const credential = [
      'kind',
      'source',
      'container',
      'standard',
      'proof',
      'id',
      'issuerId',
      'issuerName',
      'claimedIssuerName',
      'achievementId',
      'achievementName',
    ]
    const rest = ['validFrom', 'validUntil', 'grade', 'axes', 'counts', 'problems']
    const members: Readonly<Record<string, readonly string[]>> = {
      credential: [...credential, ...rest],
      envelope: [...credential, ...rest],
      support: ['kind', 'source', 'type'],
      unreadable: ['kind', 'source', 'problem'],
      ignored: ['kind', 'source'],
      summary: ['kind', 'received', 'credentials', 'support', 'unreadable', 'ignored', 'grades'],
    }
    const seen = new Set<string>()
    for (const line of lines) {
      seen.add(String(line.kind))
      expect(Object.keys(line).sort(), String(line.source)).toEqual([...members[String(line.kind)]!].sort())
      if (line.axes !== undefined) expect(Object.keys(line.axes as object)).toEqual(['integrity', 'issuer', 'time', 'status', 'schema', 'recipient'])
      if (line.kind === 'summary') expect(Object.keys(line.grades as object)).toEqual(grades)
    }
    expect([...seen].sort()).toEqual(Object.keys(members).sort())
  })

  it('needs no data and makes none', () => {
    expect(existsSync(join(tmpdir(), 'tekizai-nobody-asked-for-this-folder'))).toBe(false)
  })

  it('verifies at the given instant', async () => {
    const later = await values('verify', city.path('badges.zip'), '--register', city.path('register.json'), '--at', city.answers.reference.laterAt)
    for (const [index, { laterTime, source }] of city.answers.files.entries())
      if (laterTime !== undefined) expect((later[index]!.axes as { time: string }).time, source).toBe(laterTime)
  })

  it('without --json writes the same in short plain text', async () => {
    const { stdout } = await run('verify', city.path('badges.zip'), '--at', instant)
    expect(stdout.trimEnd().split('\n')).toHaveLength(city.answers.files.length + 2)
    expect(stdout).toContain(`受領 ${city.answers.verify.summary.received}`)
  })
})

describe('roster', () => {
  it('has the numbers of the city’s roster', () => {
    expect(loaded.roster).toHaveLength(1)
    expect(loaded.roster[0]).toEqual({ ...city.answers.roster.summary, renamedDivisions: [], problems: expect.any(Array) })
    for (const problem of loaded.roster[0]!.problems as readonly object[]) expect(Object.keys(problem)).toEqual(['row', 'column', 'code', 'value'])
  })

  it('of the same file again changes nobody', async () => {
    cpSync(at('data'), at('again'), { recursive: true })
    const [line] = await values('roster', city.path('roster.csv'), '--data', at('again'), '--on', day)
    expect(line).toMatchObject({ people: 60, new: 0, changed: 0, unchanged: 60, ended: 0 })
  })

  it('as a dry run reports the same and writes nothing, not even a folder', async () => {
    const [line] = await values('roster', city.path('roster.csv'), '--data', at('nowhere'), '--on', day, '--dry-run')
    expect(line).toEqual(loaded.roster[0])
    expect(existsSync(at('nowhere'))).toBe(false)
    const few = at('few.csv')
    writeFileSync(few, '職員番号,氏名,所属コード,課\r\n001948,榊原　誠一,010200,防災危機管理課\r\n')
    const everybody = (await values('people', ...data(), '--on', day, '--include-leave')).length
    const before = contentsOf(at('data'))
    expect((await values('roster', few, ...data(), '--on', day, '--dry-run'))[0]).toMatchObject({ people: 1, new: 0, ended: everybody - 1 })
    expect(contentsOf(at('data'))).toEqual(before)
  })

  it('takes headers from a mapping, ends the posts of missing people, and reports a division with a new name', async () => {
    const own = (name: string, text: string) => {
      writeFileSync(at(name), text)
      return at(name)
    }
    const mapping = own('mapping.json', '{"staffNumber":"コード","name":"しめい","divisionCode":"場所","section":"場所の名"}')
    const first = own('first.csv', 'コード,しめい,場所,場所の名\r\n007,山田　花子,0101,総務課\r\n008,鈴木　一,0102,税務課\r\n')
    const second = own('second.csv', 'コード,しめい,場所,場所の名\r\n007,山田　花子,0101,総務人事課\r\n')
    const words = ['--data', at('mapped'), '--mapping', mapping]
    expect((await values('roster', first, ...words, '--on', '2026-04-01'))[0]).toMatchObject({ rows: 2, people: 2, divisions: 2, new: 2 })
    expect((await values('roster', second, ...words, '--on', '2027-04-01'))[0]).toMatchObject({
      people: 1,
      new: 0,
      ended: 1,
      renamedDivisions: [{ code: '0101', from: '総務課', to: '総務人事課' }],
    })
    const people = async (on: string) => (await values('people', '--data', at('mapped'), '--on', on)).map(({ staffNumber }) => staffNumber)
    expect([(await people('2027-03-31')).sort(), await people('2027-04-01')]).toEqual([['007', '008'], ['007']])
  })
})

describe('import', () => {
  it('has the numbers of the city’s answers, after its progress', () => {
    const line = loaded.import.at(-1)!
    expect(line).toEqual({ ...city.answers.import.first, id: expect.any(String) })
    expect(Object.keys(line)).toEqual([
      'kind',
      'id',
      'received',
      'new',
      'replaced',
      'duplicate',
      'unmatched',
      'rejected',
      'support',
      'unreadable',
      'ignored',
      'grades',
    ])
    expect(Object.keys(line.grades as object)).toEqual(grades)
    for (const progress of loaded.import.slice(0, -1)) expect(progress).toEqual({ kind: 'progress', done: expect.any(Number), total: expect.any(Number) })
  })

  it('is undone by its id', async () => {
    cpSync(at('data'), at('undone'), { recursive: true })
    const undone = await values('import', 'undo', String(loaded.import.at(-1)!.id), '--data', at('undone'))
    expect(undone.slice(0, -1).map(({ kind }) => kind)).toContain('progress')
    expect(undone.slice(-1)).toEqual([{ kind: 'undo', id: loaded.import.at(-1)!.id, removed: expect.any(Number) }])
    expect(await values('coverage', '--data', at('undone'), '--on', day)).toEqual([])
    expect(await values('people', '--data', at('undone'), '--on', day)).toHaveLength(58)
  })
})
