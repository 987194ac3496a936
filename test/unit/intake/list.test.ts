import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { listUnits } from '../../../electron/intake'
import { xlsxFile } from '../../fixtures/reader/xlsxFile'
import { type ZipPart, zipFile } from '../../fixtures/reader/zipFile'
import { scratch } from '../../fixtures/scratch'

function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

const sourcesOf = (...paths: readonly string[]): readonly string[] => {
  const listed = listUnits(paths)
  if (!listed.ok) throw new Error(listed.problem.code)
  return listed.value.map(({ source }) => source)
}

const zip = (...names: readonly (string | Uint8Array)[]) => zipFile(names.map((name): ZipPart => ({ name, data: '{}' })))

describe('the list of units', () => {
  it('has the paths in the order given, folders by name, files and folders alike', () => {
    const folder = put(scratch(), { 'b.json': '{}', 'a/2.json': '{}', 'a/1.json': '{}', 'c/d/e.json': '{}', 'a10.json': '{}', 'a2.json': '{}' })
    const name = folder.split('/').at(-1)
    expect(sourcesOf(join(folder, 'b.json'), join(folder, 'a'))).toEqual(['b.json', 'a/1.json', 'a/2.json'])
    expect(sourcesOf(folder)).toEqual(['a/1.json', 'a/2.json', 'a10.json', 'a2.json', 'b.json', 'c/d/e.json'].map((path) => `${name}/${path}`))
  })

  it('has an entry of a ZIP as a unit of its own, with its CP932 name decoded, and no folder', () => {
    const names = ['福祉部/', '福祉部/ソート表.json', '総務部/能力.png'].map((name) => iconv.encode(name, 'cp932'))
    const folder = put(scratch(), { 'bundle.zip': zip(...names) })
    expect(sourcesOf(join(folder, 'bundle.zip'))).toEqual(['bundle.zip!福祉部/ソート表.json', 'bundle.zip!総務部/能力.png'])
  })

  it('has a ZIP inside a ZIP, an office file, an empty ZIP and one that cannot be opened as one unit each', () => {
    const folder = put(scratch(), {
      'a.xlsx': xlsxFile({ sheet: '<sheetData/>' }),
      'b.zip': zip('inner.zip', 'x.json'),
      'c.zip': Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]),
      'd.zip': Buffer.from('PK\x03\x04 and then nothing of a ZIP', 'latin1'),
    })
    const name = folder.split('/').at(-1)
    expect(sourcesOf(folder)).toEqual([`${name}/a.xlsx`, `${name}/b.zip!inner.zip`, `${name}/b.zip!x.json`, `${name}/c.zip`, `${name}/d.zip`])
  })

  it('keeps names that look like paths as labels, and never follows them', () => {
    const folder = put(scratch(), { 'z.zip': zip('../../etc/passwd', '/etc/hosts', 'C:\\Windows\\x.json') })
    expect(sourcesOf(join(folder, 'z.zip'))).toEqual(['z.zip!../../etc/passwd', 'z.zip!/etc/hosts', 'z.zip!C:\\Windows\\x.json'])
  })

  it('follows no circle of links, and lists a link that leads nowhere', () => {
    const folder = put(scratch(), { 'in/a.json': '{}' })
    symlinkSync(folder, join(folder, 'in', 'back'))
    symlinkSync('.', join(folder, 'in', 'here'))
    writeFileSync(join(folder, 'beside.json'), '{}')
    symlinkSync(join(folder, 'gone.json'), join(folder, 'in', 'lost.json'))
    expect(sourcesOf(join(folder, 'in'))).toEqual(['in/a.json', 'in/back/beside.json', 'in/lost.json'])
  })

  it('is refused where one of the paths does not exist', () => {
    const folder = put(scratch(), { 'a.json': '{}' })
    const gone = join(folder, 'gone.zip')
    expect(listUnits([join(folder, 'a.json'), gone])).toEqual({ ok: false, problem: { code: 'path.not-found', detail: gone } })
    expect(listUnits([join(folder, 'a.json', 'b.json')])).toMatchObject({ ok: false, problem: { code: 'path.not-found' } })
    expect(listUnits([join(folder, 'x'.repeat(300))])).toMatchObject({ ok: false, problem: { code: 'path.not-found' } })
  })
})
