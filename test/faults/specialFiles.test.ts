import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listUnits } from '../../electron/intake'
import { scratch } from '../fixtures/scratch'
import { ensureBuild } from '../run/freshBuild.ts'
import { done, program, surroundings, tekizai } from './tekizai.ts'

/* Pipes, sockets, devices and links among the named files: none blocks the program, each has a line, and none is replaced. */

const folder = scratch()
const at = (...parts: readonly string[]) => join(folder, ...parts)
const canMakePipes = spawnSync('mkfifo', [at('pipe')]).status === 0
const canMakeDevices = spawnSync('mknod', [at('device'), 'c', '1', '5']).status === 0
if (!canMakePipes) console.log('NOT SHOWN HERE: this system makes no pipes')
if (!canMakeDevices) console.log('NOT SHOWN HERE: this user makes no devices; pipes and sockets stand for them')
let socket: Server

beforeAll(async () => {
  ensureBuild()
  mkdirSync(at('bundle'))
  writeFileSync(at('bundle', 'a.json'), '{"a":1}')
  writeFileSync(at('roster.csv'), '職員番号,氏名,所属コード,課\r\n007,山田　花子,0101,総務課\r\n')
  if (canMakePipes) spawnSync('mkfifo', [at('bundle', 'pipe')])
  if (canMakeDevices) spawnSync('mknod', [at('bundle', 'device'), 'c', '1', '5'])
  symlinkSync(at('nowhere'), at('bundle', 'lost.json'))
  symlinkSync('self', at('bundle', 'self'))
  socket = createServer()
  await new Promise<void>((resolve) => socket.listen(at('bundle', 'socket'), resolve))
  await done('roster', at('roster.csv'), '--data', at('held'), '--on', '2026-04-01')
})
afterAll(() => {
  socket.close()
})

const special = ['pipe', 'device'].filter((name) => (name === 'pipe' ? canMakePipes : canMakeDevices))

describe('a folder with pipes, sockets, devices and broken links', () => {
  it('is verified to the end: each of them has a line with its reason, and all are received', async () => {
    const lines = (await done('verify', at('bundle'), '--json')).lines()
    const unreadable = lines.filter(({ kind, problem }) => kind === 'unreadable' && (problem as { code: string }).code.startsWith('path.'))
    expect(unreadable.map(({ source, problem }) => [source, (problem as { code: string }).code]).sort()).toEqual(
      [
        ...special.map((name) => [`bundle/${name}`, 'path.not-a-file']),
        ['bundle/lost.json', 'path.not-found'],
        ['bundle/self', 'path.not-found'],
        ['bundle/socket', 'path.not-a-file'],
      ].sort(),
    )
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', received: special.length + 4 })
  })

  it('is imported to the end, and its sums add up', async () => {
    const result = (await done('import', at('bundle'), '--data', at('imported'), '--json')).lines().at(-1)!
    const { received, new: fresh, replaced, duplicate, unmatched, rejected, support, unreadable, ignored } = result as Record<string, number>
    expect(received).toBe(special.length + 4)
    expect(fresh! + replaced! + duplicate! + unmatched! + rejected! + support! + unreadable! + ignored!).toBe(received)
    expect(unreadable).toBeGreaterThanOrEqual(special.length + 3)
  })
})

describe('named as a file', () => {
  const words = (name: string): readonly (readonly string[])[] => [
    ['roster', at(name), '--data', at('new')],
    ['roster', at('roster.csv'), '--mapping', at(name), '--data', at('new')],
    ['register', 'import', at(name), '--data', at('new')],
    ['skills', 'import', at(name), '--data', at('new')],
    ['verify', at('roster.csv'), '--register', at(name)],
    ['report', 'skill-map', '--data', at('held'), '--on', '2026-04-01', '--out', at(`${name}.csv`)],
    ['courier', 'script', '--out', at(name)],
    ['courier', 'list', '--data', at('held'), '--out', at(name)],
  ]
  for (const name of special) {
    it(`a ${name} is refused in one line by every verb that reads or writes a file, and is not changed`, async () => {
      symlinkSync(at(name), at(`${name}.csv`))
      const before = lstatSync(at(name)).mode
      for (const one of words(name)) {
        const { code, stdout, stderr } = await tekizai(one)
        expect([one.join(' '), code, stdout, stderr]).toEqual([one.join(' '), 1, '', expect.stringMatching(/^tekizai: [^\n]*\[path\.not-a-file\]\n$/)])
      }
      expect(lstatSync(at(name)).mode).toBe(before)
      expect(existsSync(at('new'))).toBe(false)
    })
  }
})

describe('in the place of the database', () => {
  const put: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
    ...(canMakePipes ? { 'a pipe': (path: string) => void spawnSync('mkfifo', [path]) } : {}),
    ...(canMakeDevices ? { 'a device': (path: string) => void spawnSync('mknod', [path, 'c', '1', '5']) } : {}),
  }
  for (const [what, make] of Object.entries(put)) {
    it(`${what} is refused in one line, and left unchanged`, async () => {
      const data = at(`data-${what.replace(' ', '-')}`)
      mkdirSync(data)
      make(join(data, 'tekizai.sqlite'))
      for (const words of [
        ['roster', at('roster.csv'), '--data', data, '--on', '2026-04-01'],
        ['coverage', '--data', data, '--on', '2026-04-01'],
      ])
        expect(await tekizai(words)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^tekizai: [^\n]*\[database\.not-a-file\]\n$/) })
      expect(readdirSync(data)).toEqual(['tekizai.sqlite'])
    })
  }
})

describe('links to folders', () => {
  const sources = (...paths: readonly string[]) => {
    const listed = listUnits(paths)
    if (!listed.ok) throw new Error(listed.problem.code)
    return listed.value.map(({ source }) => source)
  }

  it('are followed to each real folder once: at its own place where that is under the paths, however many links point to it', () => {
    const tree = at('tree')
    mkdirSync(join(tree, 'z', 'deep'), { recursive: true })
    mkdirSync(at('outside', 'inner'), { recursive: true })
    writeFileSync(join(tree, 'z', 'deep', '1.json'), '{}')
    writeFileSync(at('outside', 'inner', '2.json'), '{}')
    for (const [name, target] of [
      ['a', join(tree, 'z')],
      ['b', at('outside')],
      ['c', at('outside')],
      ['d', at('outside', 'inner')],
      ['up', tree],
    ] as const)
      symlinkSync(target, join(tree, name))
    symlinkSync(tree, at('outside', 'inner', 'back'))
    const once = ['tree/b/inner/2.json', 'tree/z/deep/1.json']
    expect(sources(tree)).toEqual(once)
    expect(sources(tree, tree, join(tree, 'z'))).toEqual(once)
  })

  it('that branch at every step are read once each, not once for every path', () => {
    const tree = at('branching')
    for (let level = 0; level < 40; level += 1) mkdirSync(join(tree, String(level)), { recursive: true })
    for (let level = 0; level < 40; level += 1)
      for (const name of ['l', 'r']) symlinkSync(join(tree, String((level + 1) % 40)), join(tree, String(level), name))
    writeFileSync(join(tree, '39', 'leaf.json'), '{}')
    expect(sources(tree)).toEqual(['branching/39/leaf.json'])
  })
})

describe('a request to end', () => {
  const city = at('city')
  const words = (folder: string) => ['import', join(city, 'badges.zip'), '--data', folder, '--json']
  let whole: Readonly<Record<string, unknown>>

  beforeAll(async () => {
    await done('sample', '--out', city, '--staff', '60', '--badges', '400')
    await done('roster', join(city, 'roster.csv'), '--data', at('data'), '--on', '2026-11-20')
    cpSync(at('data'), at('whole'), { recursive: true })
    whole = (await done(...words(at('whole')))).lines().at(-1)!
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s stops an import at its next step, reports how to resume it, and the import can be resumed', async (signal) => {
    const data = at(`data-${signal}`)
    cpSync(at('data'), data, { recursive: true })
    const child = spawn(process.execPath, program(...words(data)), { env: surroundings(), stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (piece: Buffer) => {
      stderr += piece.toString('utf8')
    })
    // Twice, as a terminal and a parent do.
    child.stdout.once('data', () => {
      child.kill(signal)
      child.kill(signal)
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^tekizai: [^\n]*import resume[^\n]*\[import\.interrupted\]\n$/)])
    const [stopped] = (await done('import', 'list', '--data', data, '--json')).lines()
    expect(stopped).toMatchObject({ state: 'interrupted', owner: null })
    expect(readdirSync(data)).toEqual(['tekizai.sqlite'])
    const { id: _id, ...resumed } = (await done('import', 'resume', String(stopped!.id), '--data', data, '--json')).lines().at(-1)!
    const { id: _other, ...expected } = whole
    expect(resumed).toEqual(expected)
  })

  it('ends a verification with a problem and no summary', async () => {
    const child = spawn(process.execPath, program('verify', join(city, 'badges.zip'), '--json'), {
      env: surroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.once('data', () => child.kill('SIGTERM'))
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece.toString('utf8')
    })
    child.stderr.on('data', (piece: Buffer) => {
      stderr += piece.toString('utf8')
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^tekizai: [^\n]*\[command\.stopped\]\n$/)])
    expect(stdout).not.toContain('"summary"')
  })
})
