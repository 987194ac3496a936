import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, databaseName, openDatabase } from '../../../electron/store'
import { texts } from '../../../shared/text'
import { contentsOf, tekizaiHere } from '../../faults/tekizai.ts'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, day, entriesOf, good, instant, trueCoverage } from '../engine/stand'
import { at, data, type Loaded, loadCity, run, values } from './stand.ts'

/* The verbs that read data: their output is compared with the contract of the command line. */

let city: City
let loaded: Loaded
beforeAll(async () => {
  ensureBuild()
  loaded = await loadCity()
  city = loaded.city
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
      holders: 22,
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
    expect(verifiedAlone).toEqual(usual)
  })

  it('has the numbers of the city with its evidence once a person accepts that by name', async () => {
    cpSync(at('data'), at('accepted'), { recursive: true })
    const accepted = ['--data', at('accepted'), '--on', day] as const
    const [line] = await values('courier', 'accept', city.path('evidence.json'), '--confirmed-by', '佐伯 由香里', '--data', at('accepted'), '--at', instant)
    expect(line).toMatchObject({ kind: 'courier-accept', files: 1, confirmedBy: '佐伯 由香里' })
    const got = cells(await values('coverage', ...accepted))
    expect(got).toEqual(trueCoverage(city.answers.withEvidence, { on: day, includeLeave: false, withLeavers: false }))
    expect(Object.keys(cells(await values('coverage', ...accepted, '--grades', 'verified'))).length).toBeLessThan(Object.keys(got).length)
  })

  it('of one division has the same lines as that division in the whole', async () => {
    const whole = await lines('--on', day)
    const code = String(whole.find(({ division }) => String(division).includes('/'))!.divisionCode)
    expect(await lines('--on', day, '--division', code)).toEqual(whole.filter(({ divisionCode }) => divisionCode === code))
  })

  it('as CSV has a header and the same lines, and no cell that begins a formula', async () => {
    const { stdout } = await run('coverage', ...data(), '--on', day, '--csv')
    const rows = stdout.trimEnd().split('\r\n')
    expect(rows[0]).toBe('divisionCode,division,skill,level,holders,people,required,met')
    expect(rows[1]).toBe(',*,行政DX,1,22,58,,')
    expect(rows).toHaveLength((await lines('--on', day)).length + 1)
    expect(stdout.split(/[,\r\n]+/).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
  })
})

describe('people', () => {
  const people = (...words: readonly string[]) => values('people', ...data(), '--on', day, ...words)

  it('are as many as the number, for every line of coverage of one skill', async () => {
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

  it('without a skill are all people of the day, each once, by kana', async () => {
    const all = await people()
    expect(all).toHaveLength(58)
    expect(new Set(all.map(({ staffNumber }) => staffNumber)).size).toBe(58)
    expect((await people('--include-leave')).length).toBeGreaterThan(58)
    expect((await people('--level', '4')).length).toBe(58)
  })
})

describe('a copy of each signed badge without its proof, dated later and written for somebody else', () => {
  const forged = () => {
    const entries = entriesOf(city)
    return city.answers.files
      .filter(({ kind, container, grade, staffNumber }) => kind === 'credential' && container === 'json' && grade === 'verified' && staffNumber !== null)
      .flatMap(({ source }) => {
        const bytes = entries.get(source.slice(source.indexOf('!') + 1))
        if (bytes === undefined) return []
        // Written by the sample city as JSON objects.
        const { proof, ...document } = JSON.parse(
          Buffer.from(bytes)
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
        ) as { readonly proof?: object; credentialSubject?: object }
        return proof === undefined
          ? []
          : [{ ...document, validFrom: '2026-10-01T00:00:00Z', credentialSubject: { ...document.credentialSubject, identifier: [] } }]
      })
  }

  it('changes no number, before or after the genuine ones, and is reported with each of them', async () => {
    const documents = forged()
    expect(documents.length).toBeGreaterThan(5)
    mkdirSync(at('forged'))
    for (const [index, document] of documents.entries()) writeFileSync(at(`forged/${index}.json`), JSON.stringify(document))
    const on = ['--on', day] as const
    const whole = (folder: string) => values('coverage', '--data', at(folder), ...on)
    cpSync(at('data'), at('genuine-first'), { recursive: true })
    await run('import', at('forged'), '--data', at('genuine-first'), '--at', instant)
    await run('roster', city.path('roster.csv'), '--data', at('forged-first'), '--on', day)
    await run('register', 'import', city.path('register.json'), '--data', at('forged-first'))
    await run('skills', 'import', city.path('skills.csv'), '--data', at('forged-first'))
    await run('import', at('forged'), '--data', at('forged-first'), '--at', instant)
    await run('import', city.path('badges.zip'), '--data', at('forged-first'), '--at', instant)
    for (const folder of ['genuine-first', 'forged-first']) expect(await whole(folder)).toEqual(await whole('data'))

    const skills = (await values('people', '--data', at('genuine-first'), ...on)).flatMap(({ skills }) => skills as readonly { problems?: unknown }[])
    const contested = skills.filter(({ problems }) => problems !== undefined)
    expect(contested.length).toBeGreaterThan(5)
    for (const { problems } of contested) expect(problems).toEqual([{ code: 'credential.contested-id' }])
    for (const locale of ['ja', 'en'] as const) {
      const { stdout } = await tekizaiHere(['people', '--data', at('genuine-first'), ...on], { locale })
      const { shell, problems } = texts[locale]
      expect(stdout.split(shell.contested)).toHaveLength(contested.length + 1)
      expect(stdout).toContain(problems['credential.contested-id'].next)
    }
    // The city itself has one such copy.
    expect(city.answers.faults['unsigned-newer-copy']).toBe(1)
    expect((await run('people', ...data(), ...on)).stdout.split(texts.ja.shell.contested)).toHaveLength(2)
  })
})

describe('register, skills, report and sample', () => {
  it('register list has every issuer with its keys', async () => {
    expect(loaded.register).toMatchObject([{ kind: 'register', issuers: 6, newIssuers: 6, verifiedAgain: 0, changed: 0 }])
    const issuers = await values('register', 'list', ...data())
    const file = JSON.parse(readFileSync(city.path('register.json'), 'utf8')) as { issuers: readonly { id: string; name: string }[] }
    expect(issuers.map(({ id, name }) => [id, name])).toEqual(file.issuers.map(({ id, name }) => [id, name]))
    for (const issuer of issuers) expect(issuer).toMatchObject({ kind: 'issuer', keys: expect.any(Array) })
  })

  it('skills propose writes nothing, and with --accept saves all it proposes', async () => {
    expect(loaded.skills).toEqual([{ kind: 'skills', mappings: 31, skills: expect.any(Number) }])
    cpSync(at('data'), at('proposed'), { recursive: true })
    // Of the sample's achievements with badges that count all are mapped.
    const db = good(openDatabase(join(at('proposed'), databaseName)))
    db.exec('DELETE FROM mapping; DELETE FROM unbound_mapping')
    good(closeDatabase(db))
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

  it('report writes a file by its extension, in the chosen encoding', async () => {
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

  it('verify counts evidence that --evidence names, and none from the bundle', async () => {
    const verified = (...more: readonly string[]) =>
      values('verify', city.path('badges.zip'), '--register', city.path('register.json'), '--at', instant, ...more)
    const [alone, named] = [await verified(), await verified('--evidence', city.path('evidence.json'))]
    expect(alone.at(-1)).toEqual(city.answers.verify.summary)
    expect(named.at(-1)).toEqual(city.answers.withEvidence.verify.summary)
    const flagged = alone.filter(({ problems }) => (problems as readonly { code: string }[] | undefined)?.some(({ code }) => code === 'evidence.unsolicited'))
    expect(flagged.length).toBe(city.answers.withEvidence.verify.summary.grades.confirmed)
    expect(flagged.every(({ grade, counts }) => grade === 'unproven' && counts === false)).toBe(true)
    const wrong = await tekizaiHere(['verify', city.path('badges.zip'), '--evidence', city.path('register.json')])
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('evidence.shape')])
  })

  it('sample writes seven files, the same bytes for the same seed and others for another', async () => {
    const made = async (name: string, seed: string) => {
      await run('sample', '--out', at(name), '--staff', '20', '--badges', '30', '--seed', seed)
      return contentsOf(at(name))!
    }
    const [one, two, other] = [await made('one', '5'), await made('two', '5'), await made('other', '6')]
    expect(Object.keys(one).sort()).toEqual(['answers.json', 'badges.zip', 'evidence.json', 'register.json', 'requirements.csv', 'roster.csv', 'skills.csv'])
    expect(two).toEqual(one)
    expect(other['badges.zip']).not.toBe(one['badges.zip'])
  })
})
