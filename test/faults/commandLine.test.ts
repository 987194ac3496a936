import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../shared/model/problem'
import { texts } from '../../shared/text'
import { zipFile } from '../fixtures/reader/zipFile'
import { scratch } from '../fixtures/scratch'
import { ensureBuild } from '../run/freshBuild.ts'
import { contentsOf, done, program, surroundings, tekizai, tekizaiHere } from './tekizai.ts'

/* A command that fails reports it in one line, in both languages, and changes nothing. */

const folder = scratch()
const at = (...parts: readonly string[]) => join(folder, ...parts)
const header = '職員番号,氏名,所属コード,課'

beforeAll(async () => {
  ensureBuild()
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'empty.csv': '',
    'no-number.csv': '氏名,所属コード,課\r\n山田　花子,0101,総務課\r\n',
    'no-rows.csv': `${header}\r\n`,
    'roster.csv': `${header}\r\n007,山田　花子,0101,総務課\r\n`,
    'strange.csv': Buffer.from('\x1b$B?&0wHV9f\x1b(B,\x1b$B;aL>\x1b(B\r\n', 'latin1'),
    'binary.csv': Uint8Array.from({ length: 600 }, (_, index) => (index * 37) % 256),
    'old.xls': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)),
    'hollow.xlsx': zipFile([{ name: '[Content_Types].xml', data: '<Types/>' }]),
    'no-register.json': '{"kind":"tekizai-evidence","version":1}',
    'garbage.json': '{"kind":"tekizai-issuer-register","issuers":[',
    'register-without-name.json': '{"kind":"tekizai-issuer-register","version":1,"issuers":[{"id":"did:key:z6Mk"}]}',
    'level-nine.csv': 'achievementId,skill,level\r\nhttps://example.jp/a,行政DX/GIS,2\r\nhttps://example.jp/b,行政DX/GIS,9\r\n',
    'no-skill.csv': 'achievementId,skill,level\r\nhttps://example.jp/a,,2\r\n',
    'mapping.json': '["職員番号"]',
    'wrong-mapping.json': '{"staffNumber":"社員番号"}',
    'a-file': 'a file',
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(at(name), bytes)
  mkdirSync(at('a-folder'))
  await done('roster', at('roster.csv'), '--data', at('held'), '--on', '2026-04-01')
  for (const name of ['newer', 'cut', 'blank', 'garbled', 'foreign']) cpSync(at('held'), at(name), { recursive: true })
  const spoil = (name: string, sql: string) => {
    const db = new Database(at(name, 'tekizai.sqlite'))
    db.pragma(sql)
    db.close()
  }
  spoil('newer', 'user_version = 99')
  spoil('foreign', 'application_id = 1')
  truncateSync(at('cut', 'tekizai.sqlite'), 20_000)
  truncateSync(at('blank', 'tekizai.sqlite'), 0)
  writeFileSync(at('garbled', 'tekizai.sqlite'), readFileSync(at('garbled', 'tekizai.sqlite')).fill(0x5a, 16_384, 80_000))
  copyFileSync(at('held', 'tekizai.sqlite'), at('copy.sqlite'))
  appendFileSync(at('a-file'), '.')
})

interface Case {
  readonly it: string
  readonly words: readonly string[]
  readonly code: ProblemCode
}

const on = ['--on', '2026-04-01']
const fresh = () => ['--data', at('begun')]
const held = (name = 'held') => ['--data', at(name)]

const cases: readonly Case[] = [
  { it: 'a roster that is empty', words: ['roster', at('empty.csv'), ...fresh()], code: 'file.empty' },
  { it: 'a roster without a column of 職員番号', words: ['roster', at('no-number.csv'), ...fresh()], code: 'roster.no-staff-number-column' },
  { it: 'a roster without rows', words: ['roster', at('no-rows.csv'), ...fresh()], code: 'roster.no-rows' },
  { it: 'a roster in ISO-2022-JP', words: ['roster', at('strange.csv'), ...fresh()], code: 'table.iso-2022-jp' },
  { it: 'a roster that is no text', words: ['roster', at('binary.csv'), ...fresh()], code: 'table.not-text' },
  { it: 'a roster in the format of Excel before 2007', words: ['roster', at('old.xls'), ...fresh()], code: 'table.old-excel' },
  { it: 'a workbook without a sheet', words: ['roster', at('hollow.xlsx'), ...fresh()], code: 'table.no-sheet' },
  { it: 'a roster that is not there', words: ['roster', at('gone.csv'), ...fresh()], code: 'path.not-found' },
  { it: 'a roster that is a folder', words: ['roster', at('a-folder'), ...fresh()], code: 'path.is-folder' },
  { it: 'a dry run of what is no roster', words: ['roster', at('no-rows.csv'), ...fresh(), '--dry-run'], code: 'roster.no-rows' },
  { it: 'a mapping of columns that is none', words: ['roster', at('roster.csv'), ...fresh(), '--mapping', at('mapping.json')], code: 'mapping.shape' },
  {
    it: 'a mapping to a header that is not there',
    words: ['roster', at('roster.csv'), ...fresh(), '--mapping', at('wrong-mapping.json')],
    code: 'roster.mapping',
  },
  { it: 'a register that is none', words: ['register', 'import', at('no-register.json'), ...fresh()], code: 'register.not-found' },
  { it: 'a register that breaks off', words: ['register', 'import', at('garbage.json'), ...fresh()], code: 'register.not-found' },
  { it: 'a register with an issuer without a name', words: ['register', 'import', at('register-without-name.json'), ...fresh()], code: 'register.not-found' },
  { it: 'a register that is none, to verify with', words: ['verify', at('a-file'), '--register', at('no-register.json')], code: 'register.not-found' },
  { it: 'a register that is not there', words: ['verify', at('a-file'), '--register', at('gone.json')], code: 'path.not-found' },
  { it: 'a skill of level 9', words: ['skills', 'import', at('level-nine.csv'), ...fresh()], code: 'skills.level' },
  { it: 'a mapping without a skill', words: ['skills', 'import', at('no-skill.csv'), ...fresh()], code: 'skills.shape' },
  { it: 'badges that are not there, after some that are', words: ['import', at('a-file'), at('gone.zip'), ...fresh()], code: 'path.not-found' },
  { it: 'badges to verify that are not there', words: ['verify', at('gone.zip')], code: 'path.not-found' },
  { it: 'an import to undo that nobody made', words: ['import', 'undo', 'nobody-made-it', ...held()], code: 'import.not-found' },
  { it: 'numbers of a folder without data', words: ['coverage', ...fresh(), ...on], code: 'path.not-found' },
  { it: 'people of a folder without data', words: ['people', ...fresh(), ...on], code: 'path.not-found' },
  { it: 'a register to list in a folder without data', words: ['register', 'list', ...fresh()], code: 'path.not-found' },
  { it: 'a division that does not exist', words: ['coverage', ...held(), ...on, '--division', '9999'], code: 'division.not-found' },
  { it: 'a skill nobody has a word for', words: ['people', ...held(), ...on, '--skill', '錬金術'], code: 'skill.not-found' },
  { it: 'a report of no name', words: ['report', 'no-such-report', ...held(), ...on, '--out', at('x.csv')], code: 'report.unknown' },
  { it: 'a report in a format that is none', words: ['report', 'skill-map', ...held(), ...on, '--out', at('x.doc')], code: 'report.format' },
  { it: 'a report to a folder that is not there', words: ['report', 'skill-map', ...held(), ...on, '--out', at('gone', 'x.csv')], code: 'path.not-found' },
  { it: 'a report to the place of a folder', words: ['report', 'skill-map', ...held(), ...on, '--out', at('held')], code: 'report.format' },
  { it: 'a data folder that is a file', words: ['import', at('a-file'), '--data', at('a-file')], code: 'path.not-writable' },
  {
    it: 'a data folder under a file, where nothing can be written',
    words: ['roster', at('roster.csv'), '--data', at('a-file', 'data')],
    code: 'path.not-writable',
  },
  { it: 'a sample city to the place of a file', words: ['sample', '--out', at('a-file'), '--staff', '12', '--badges', '1'], code: 'path.not-writable' },
  { it: 'a database of a newer program', words: ['roster', at('roster.csv'), ...held('newer')], code: 'database.newer-schema' },
  { it: 'a database that was cut off', words: ['roster', at('roster.csv'), ...held('cut')], code: 'database.damaged' },
  { it: 'a database that was emptied', words: ['import', at('a-file'), ...held('blank')], code: 'database.damaged' },
  { it: 'a database with garbage in the middle', words: ['coverage', ...held('garbled'), ...on], code: 'database.damaged' },
  { it: 'a database of another program', words: ['people', ...held('foreign'), ...on], code: 'database.damaged' },
]

describe('a command that fails', () => {
  for (const { it: what, words, code } of cases) {
    it(`because of ${what} reports it in one line in Japanese and in English, and writes nothing`, async () => {
      const before = contentsOf(folder)
      const inBoth = (['ja', 'en'] as const).map(async (locale) => {
        const {
          code: exit,
          stdout,
          stderr,
        } = await (locale === 'ja' ? tekizai : tekizaiHere)(
          // The words of one language in a process of its own, those of the other in this one.
          words.map((word) => (word === at('begun') ? at(`begun-${locale}`) : word)),
          { locale },
        )
        const { found, next } = texts[locale].problems[code]
        expect([exit, stdout]).toEqual([1, ''])
        expect(stderr).toMatch(/^tekizai: [^\n]+\n$/)
        for (const part of [found, next, `[${code}]`]) expect(stderr).toContain(part)
      })
      await Promise.all(inBoth)
      expect(contentsOf(folder)).toEqual(before)
    })
  }

  it('because another program is writing reports it, and loses nothing', async () => {
    cpSync(at('held'), at('busy'), { recursive: true })
    const other = new Database(at('busy', 'tekizai.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const { code, stdout, stderr } = await tekizai(['roster', at('roster.csv'), '--data', at('busy')])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('[database.locked]')
    expect(stderr.split('\n')).toHaveLength(2)
    // Commands that only read work meanwhile.
    expect((await tekizai(['people', '--data', at('busy'), ...on, '--json'])).lines()).toHaveLength(1)
    other.exec('COMMIT')
    other.close()
    expect((await tekizai(['roster', at('roster.csv'), '--data', at('busy'), ...on])).code).toBe(0)
  })
})

describe('a reader that reads only the beginning', () => {
  for (const words of [['verify', at('many'), '--json'], ['people', '--data', at('held'), ...on, '--json'], ['help']])
    it(`of the output of ${words[0]} ends it without an error`, () => {
      mkdirSync(at('many'), { recursive: true })
      for (let number = 0; number < 300; number += 1) writeFileSync(at('many', `${number}.json`), '{')
      const piped = spawnSync('bash', ['-c', 'set -o pipefail; "$@" | head -n 1', 'bash', process.execPath, ...program(...words)], {
        env: surroundings(),
        encoding: 'utf8',
      })
      expect([piped.status, piped.stderr]).toEqual([0, ''])
      expect(piped.stdout.split('\n')).toHaveLength(2)
    })
})

describe('wrong arguments', () => {
  const wrong: readonly (readonly [string, ...string[]])[] = [
    ['frobnicate'],
    ['register'],
    ['skills', 'guess'],
    ['verify'],
    ['verify', 'x', '--nope'],
    ['verify', 'x', '--at', '2026-04-01'],
    ['verify', 'x', '--at', '2026-02-30T00:00:00Z'],
    ['verify', 'x', '--at', '2026-04-01T00:00:00'],
    ['import', 'x', '--data'],
    ['import', 'x', '--data', '--json'],
    ['import', 'undo', '--data', 'd'],
    ['coverage', '--data', 'd'],
    ['coverage', '--data', 'd', '--on', '2026-02-30'],
    ['coverage', '--data', 'd', '--on', 'R8.4.1'],
    ['coverage', '--data', 'd', '--on', '2026-04-01', '--grades', 'good'],
    ['coverage', '--data', 'd', '--on', '2026-04-01', 'more'],
    ['people', '--data', 'd', '--on', '2026-04-01', '--level', '5'],
    ['roster', 'x', '--data', 'd', '--on', '1 April'],
    ['report', 'skill-map', '--data', 'd', '--on', '2026-04-01'],
    ['report', 'skill-map', '--data', 'd', '--on', '2026-04-01', '--out', 'x.csv', '--encoding', 'ebcdic'],
    ['sample'],
    ['sample', '--out', 'x', '--staff', 'many'],
    ['sample', '--out', 'x', '--staff', '3'],
  ]
  for (const [index, words] of wrong.entries()) {
    it(`${words.join(' ')}: exit code 2, the wrong argument, and the usage`, async () => {
      const folder = scratch()
      for (const locale of ['ja', 'en'] as const) {
        const { code, stdout, stderr } = await (index % 5 === 0 && locale === 'ja' ? tekizai(words, { locale, folder }) : tekizaiHere(words, { locale }))
        expect([code, stdout]).toEqual([2, ''])
        const [said, ...usage] = stderr.trimEnd().split('\n')
        expect(said).toMatch(/^tekizai: /)
        expect(usage[0]).toBe(texts[locale].cli.usage)
        expect(usage.length).toBeGreaterThanOrEqual(2)
        expect(usage.slice(1).every((line) => line.startsWith('  tekizai '))).toBe(true)
      }
      expect(contentsOf(folder)).toEqual({})
    })
  }

  it('are reported in English by the program itself too, on an English system', async () => {
    const { code, stderr } = await tekizai(['verify', at('gone.zip')], { locale: 'en' })
    expect(code).toBe(1)
    expect(stderr).toContain(texts.en.problems['path.not-found'].found)
  })

  it('that are missing altogether show the usage', async () => {
    const { code, stderr } = await tekizai([])
    expect([code, stderr.split('\n')[0]]).toEqual([2, '使い方:'])
  })

  it('are none with help', async () => {
    const { code, stdout, stderr } = await tekizai(['help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').length).toBeGreaterThan(12)
  })
})
