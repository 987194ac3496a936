import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scratch } from '../fixtures/scratch'
import { ensureBuild, root } from '../run/freshBuild.ts'
import { type City, day, instant, writeCity } from '../unit/engine/stand'
import { done, program, type Ran, surroundings, tekizai } from './tekizai.ts'

/* A disk of 20 MB, where a test may mount one; elsewhere a limit on the length of any file, which gives the same errors. */

const folder = scratch()
const disk = join(folder, 'disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).status === 0
const on = (name: string) => join(disk, name)
let city: City

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  console.log(mounted ? 'a full disk: a tmpfs of 20 MB' : 'a full disk: none can be mounted here; a limit on the length of files stands in for it')
})
afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
})

/** Leaves so many kilobytes on the disk. */
function leave(kilobytes: number): void {
  if (!mounted) return
  rmSync(on('ballast'), { force: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(on('ballast'), Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)))
}
const free = () => rmSync(on('ballast'), { force: true })

/** Runs the program with so many kilobytes left. */
async function withLittle(kilobytes: number, ...words: readonly string[]): Promise<Pick<Ran, 'code' | 'stdout' | 'stderr'>> {
  if (mounted) {
    leave(kilobytes)
    try {
      return await tekizai(words)
    } finally {
      free()
    }
  }
  const limited = `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$@"`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', limited, 'sh', process.execPath, ...program(...words)], {
    cwd: root,
    env: surroundings(),
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

function expectFull({ code, stderr }: Pick<Ran, 'code' | 'stderr'>): void {
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^tekizai: ディスクの空きが足りません。[^\n]*\[disk\.full\]\n$/)])
}

it('a data folder that cannot be made is reported as a full disk, and nothing is left of it', async () => {
  expectFull(await withLittle(0, 'roster', city.path('roster.csv'), '--data', on('new'), '--on', day))
  expect(readdirSync(disk)).toEqual([])
})

it('an import on a full disk ends with a problem, the data stay intact, and it succeeds once there is room', async () => {
  await done('roster', city.path('roster.csv'), '--data', on('data'), '--on', day)
  await done('register', 'import', city.path('register.json'), '--data', on('data'))
  await done('skills', 'import', city.path('skills.csv'), '--data', on('data'))
  const coverage = async () => (await done('coverage', '--data', on('data'), '--on', day, '--json')).stdout
  const words = ['import', city.path('badges.zip'), '--data', on('data'), '--at', instant, '--json'] as const
  for (const kilobytes of mounted ? [60, 300, 700] : [100]) {
    expectFull(await withLittle(kilobytes, ...words))
    const db = new Database(join(on('data'), 'tekizai.sqlite'))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  }
  const imported = (await done(...words)).lines().at(-1)!
  expect(imported.received).toBe(city.answers.import.first.received)
  const covered = await coverage()
  const truth = city.answers.coverage.find((one) => one.on === day && !one.includeLeave && !one.withLeavers)!
  expect(covered.trim().split('\n')).toHaveLength(truth.lines.length)
})

it('a report on a full disk leaves the old file unchanged, and no part of a new one', async () => {
  const file = on('map.html')
  writeFileSync(file, 'the old report')
  const before = readdirSync(disk)
  // The old file is shorter than any report.
  const report = ['report', 'skill-map', '--data', on('data'), '--on', day, '--out', file] as const
  // SQLite's shared-memory file needs 32 KB, which is not tested here.
  expectFull(await withLittle(mounted ? 0 : 33, ...report))
  expect(readFileSync(file, 'utf8')).toBe('the old report')
  expect(readdirSync(disk)).toEqual(before)
  await done(...report)
  expect(readFileSync(file, 'utf8')).toContain('行政DX')
})

it('a sample city on a full disk writes no incomplete files', async () => {
  expectFull(await withLittle(100, 'sample', '--out', on('sample'), '--staff', '60', '--badges', '160'))
  for (const name of readdirSync(on('sample'))) expect(['roster.csv', 'badges.zip', 'register.json', 'skills.csv', 'answers.json']).toContain(name)
})
