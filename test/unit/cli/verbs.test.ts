import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf, type Ran, tekizaiHere } from '../../faults/tekizai.ts'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, day, instant, trueCoverage, writeCity } from '../engine/stand'

/* Every verb, its output held against the letter of the command line's contract. */

const scratch = mkdtempSync(join(tmpdir(), 'tekizai-verbs-'))
const at = (name: string) => join(scratch, name)
let city: City
let loaded: Readonly<Record<'roster' | 'register' | 'skills' | 'import', readonly Readonly<Record<string, unknown>>[]>>

async function run(...words: readonly string[]): Promise<Ran> {
  const ran = await tekizaiHere(words, { now: new Date(instant) })
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.stderr}`)
  return ran
}
const values = async (...words: readonly string[]) => (await run(...words, '--json')).lines()

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  const data = ['--data', at('data')]
  loaded = {
    roster: await values('roster', city.path('roster.csv'), ...data, '--on', day),
    register: await values('register', 'import', city.path('register.json'), ...data),
    skills: await values('skills', 'import', city.path('skills.csv'), ...data),
    import: await values('import', city.path('badges.zip'), ...data, '--at', instant),
  }
})

const data = () => ['--data', at('data')]
const grades = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected']

describe('verify', () => {
  let lines: readonly Readonly<Record<string, unknown>>[]
  beforeAll(async () => {
    lines = await values('verify', city.path('badges.zip'), '--register', city.path('register.json'), '--at', instant)
  })

  it('gives a line for each thing in path order and a summary, and agrees with the city’s answers', () => {
    expect(lines.slice(0, -1).map(({ source }) => source)).toEqual(city.answers.files.map(({ source }) => source))
    expect(lines.at(-1)).toEqual({ kind: 'summary', ...city.answers.verify.summary })
    for (const [index, truth] of city.answers.files.entries()) {
      // `fault`, `outcome`, `laterTime` and `staffNumber` are no words of this verb; of a broken file the reason is in `problem`.
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

  it('judges time by the instant it is given', async () => {
    const later = await values('verify', city.path('badges.zip'), '--register', city.path('register.json'), '--at', city.answers.reference.laterAt)
    for (const [index, { laterTime, source }] of city.answers.files.entries())
      if (laterTime !== undefined) expect((later[index]!.axes as { time: string }).time, source).toBe(laterTime)
  })

  it('without --json says the same in short plain text', async () => {
    const { stdout } = await run('verify', city.path('badges.zip'), '--at', instant)
    expect(stdout.trimEnd().split('\n')).toHaveLength(city.answers.files.length + 2)
    expect(stdout).toContain(`受領 ${city.answers.verify.summary.received}`)
  })
})

describe('roster', () => {
  it('says what the city knows of its roster', () => {
    expect(loaded.roster).toHaveLength(1)
    expect(loaded.roster[0]).toEqual({ ...city.answers.roster.summary, renamedDivisions: [], problems: expect.any(Array) })
    for (const problem of loaded.roster[0]!.problems as readonly object[]) expect(Object.keys(problem)).toEqual(['row', 'column', 'code', 'value'])
  })

  it('of the same file once more changes nobody', async () => {
    cpSync(at('data'), at('again'), { recursive: true })
    const [line] = await values('roster', city.path('roster.csv'), '--data', at('again'), '--on', day)
    expect(line).toMatchObject({ people: 60, new: 0, changed: 0, unchanged: 60, ended: 0 })
  })

  it('as a dry run says the same and writes nothing, not even a folder', async () => {
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

  it('takes headers from a mapping, ends those who are missing, and says which division has a new name', async () => {
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
  it('says what the city knows, after its progress', () => {
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

  it('is taken back whole by its number', async () => {
    cpSync(at('data'), at('undone'), { recursive: true })
    const undone = await values('import', 'undo', String(loaded.import.at(-1)!.id), '--data', at('undone'))
    expect(undone).toEqual([{ kind: 'undo', id: loaded.import.at(-1)!.id, removed: expect.any(Number) }])
    expect(await values('coverage', '--data', at('undone'), '--on', day)).toEqual([])
    expect(await values('people', '--data', at('undone'), '--on', day)).toHaveLength(58)
  })
})

describe('coverage', () => {
  const lines = (...words: readonly string[]) => values('coverage', ...data(), ...words)
  const cells = (from: readonly Readonly<Record<string, unknown>>[]) =>
    Object.fromEntries(from.map(({ divisionCode, division, skill, level, holders }) => [`${divisionCode} ${division} ${skill} ${level}`, holders]))

  it('has the numbers of the city, on its day and a year on, with those on leave and without those whose term is over', async () => {
    for (const { on, includeLeave, withLeavers, people } of city.answers.coverage) {
      const scope = ['--on', on, ...(includeLeave ? ['--include-leave'] : []), ...(withLeavers ? ['--with-leavers'] : [])]
      const got = await lines(...scope)
      expect(cells(got)).toEqual(trueCoverage(city.answers, { on: on as typeof day, includeLeave, withLeavers }))
      const truth = new Map(people.map((one) => [one.divisionCode, one.people]))
      for (const line of got) expect(line.people).toBe(truth.get(line.divisionCode as string | null))
    }
  })

  it('has the members of the contract; the whole city is null and *', async () => {
    const [first] = await lines('--on', day)
    expect(first).toEqual({
      kind: 'coverage',
      divisionCode: null,
      division: '*',
      skill: '行政DX',
      level: 1,
      holders: 27,
      people: 58,
      required: null,
      met: null,
    })
    expect(Object.keys(first!)).toEqual(['kind', 'divisionCode', 'division', 'skill', 'level', 'holders', 'people', 'required', 'met'])
  })

  it('counts other grades where they are asked for, and never a rejected one', async () => {
    const all = cells(await lines('--on', day, '--grades', 'verified,confirmed,unregistered,unproven'))
    const usual = cells(await lines('--on', day))
    expect(Object.keys(usual).every((cell) => Number(all[cell]) >= Number(usual[cell]))).toBe(true)
    expect(all).not.toEqual(usual)
    expect(await lines('--on', day, '--grades', 'rejected')).toEqual([])
    const verifiedAlone = cells(await lines('--on', day, '--grades', 'verified'))
    expect(Object.keys(verifiedAlone).length).toBeLessThan(Object.keys(usual).length)
  })

  it('of one division has the lines the whole has of it', async () => {
    const whole = await lines('--on', day)
    const code = String(whole.find(({ division }) => String(division).includes('/'))!.divisionCode)
    expect(await lines('--on', day, '--division', code)).toEqual(whole.filter(({ divisionCode }) => divisionCode === code))
  })

  it('as CSV has a header and the same lines, and no cell that begins a formula', async () => {
    const { stdout } = await run('coverage', ...data(), '--on', day, '--csv')
    const rows = stdout.trimEnd().split('\r\n')
    expect(rows[0]).toBe('divisionCode,division,skill,level,holders,people,required,met')
    expect(rows[1]).toBe(',*,行政DX,1,27,58,,')
    expect(rows).toHaveLength((await lines('--on', day)).length + 1)
    expect(stdout.split(/[,\r\n]+/).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
  })
})

describe('people', () => {
  const people = (...words: readonly string[]) => values('people', ...data(), '--on', day, ...words)

  it('are as many as the number says, for every line of coverage of one skill', async () => {
    const whole = (await values('coverage', ...data(), '--on', day)).filter(({ skill, divisionCode }) => skill === '行政DX/GIS' || divisionCode === null)
    expect(whole.length).toBeGreaterThan(40)
    for (const { divisionCode, skill, level, holders } of whole) {
      const division = divisionCode === null ? [] : ['--division', String(divisionCode)]
      expect((await people('--skill', String(skill), '--level', String(level), ...division)).length, `${divisionCode} ${skill} ${level}`).toBe(holders)
    }
  })

  it('have the members of the contract', async () => {
    const [first] = await people('--skill', '行政DX/GIS')
    expect(Object.keys(first!)).toEqual(['kind', 'staffNumber', 'name', 'kana', 'divisionCode', 'post', 'skills'])
    const [skill] = first!.skills as readonly object[]
    expect(Object.keys(skill!)).toEqual(['skill', 'level', 'credentialId', 'grade'])
    expect(skill).toMatchObject({ skill: '行政DX/GIS', credentialId: expect.any(String), grade: 'verified' })
  })

  it('without a skill are everybody of the day, each once, by kana', async () => {
    const all = await people()
    expect(all).toHaveLength(58)
    expect(new Set(all.map(({ staffNumber }) => staffNumber)).size).toBe(58)
    expect((await people('--include-leave')).length).toBeGreaterThan(58)
    expect((await people('--level', '4')).length).toBe(58)
  })
})

describe('register, skills, report and sample', () => {
  it('register list has every issuer with its keys', async () => {
    expect(loaded.register).toEqual([{ kind: 'register', issuers: 6, keys: expect.any(Number), verifiedAgain: 0, changed: 0 }])
    const issuers = await values('register', 'list', ...data())
    const file = JSON.parse(readFileSync(city.path('register.json'), 'utf8')) as { issuers: readonly { id: string; name: string }[] }
    expect(issuers.map(({ id, name }) => [id, name])).toEqual(file.issuers.map(({ id, name }) => [id, name]))
    for (const issuer of issuers) expect(issuer).toMatchObject({ kind: 'issuer', keys: expect.any(Array) })
  })

  it('skills propose writes nothing, and with --accept takes all it proposes', async () => {
    expect(loaded.skills).toEqual([{ kind: 'skills', mappings: 31, skills: expect.any(Number) }])
    cpSync(at('data'), at('proposed'), { recursive: true })
    const propose = (...more: readonly string[]) => values('skills', 'propose', '--data', at('proposed'), ...more)
    const first = await propose()
    const proposals = first.filter(({ kind }) => kind === 'proposal')
    expect(proposals.length).toBeGreaterThan(0)
    expect(first.at(-1)).toEqual({ kind: 'skills', proposals: proposals.length, accepted: 0 })
    expect(await propose()).toEqual(first)
    expect((await propose('--accept')).at(-1)).toEqual({ kind: 'skills', proposals: proposals.length, accepted: proposals.length })
    expect((await propose()).filter(({ kind }) => kind === 'proposal')).toEqual([])
  })

  it('report list needs no data and names each report with its formats', async () => {
    const reports = await values('report', 'list')
    expect(reports.length).toBeGreaterThanOrEqual(3)
    for (const report of reports)
      expect(report).toEqual({ kind: 'report', name: expect.any(String), formats: expect.arrayContaining(['xlsx', 'csv', 'pdf', 'html']) })
  })

  it('report writes a file by its ending, in the encoding that was asked for', async () => {
    for (const [name, start] of [
      ['map.csv', '\uFEFF'],
      ['map.html', '<!doctype html>'],
      ['map.xlsx', 'pk'],
    ] as const) {
      await run('report', 'skill-map', ...data(), '--on', day, '--out', at(name))
      expect(readFileSync(at(name), 'utf8').toLowerCase().startsWith(start), name).toBe(true)
    }
    await run('report', 'holders', ...data(), '--on', day, '--out', at('holders.csv'), '--encoding', 'cp932')
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(at('holders.csv')))).toContain('相原　直樹')
  })

  it('sample writes five files, the same bytes for the same seed and others for another', async () => {
    const made = async (name: string, seed: string) => {
      await run('sample', '--out', at(name), '--staff', '20', '--badges', '30', '--seed', seed)
      return contentsOf(at(name))!
    }
    const [one, two, other] = [await made('one', '5'), await made('two', '5'), await made('other', '6')]
    expect(Object.keys(one).sort()).toEqual(['answers.json', 'badges.zip', 'register.json', 'roster.csv', 'skills.csv'])
    expect(two).toEqual(one)
    expect(other['badges.zip']).not.toBe(one['badges.zip'])
  })
})
