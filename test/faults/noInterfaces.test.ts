import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuild, root } from '../run/freshBuild.ts'

const work = mkdtempSync(join(tmpdir(), 'tekizai-no-network-'))
const city = join(work, 'city')
const program = ['--import', join(root, 'test/stand-in/register.ts'), join(root, 'out/main/index.cjs'), '--cli']
const unshared = spawnSync('unshare', ['--net', 'true']).status === 0

/** The whole main task, as output lines without generated ids. */
function mainJob(data: string, before: readonly string[]): readonly string[] {
  const tekizai = (...words: readonly string[]) => {
    const [file, ...given] = [...before, process.execPath, ...program, ...words]
    return execFileSync(file!, given, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  }
  const at = ['--at', '2026-11-20T09:00:00+09:00', '--json']
  return [
    tekizai('verify', join(city, 'badges.zip'), '--register', join(city, 'register.json'), ...at),
    tekizai('roster', join(city, 'roster.csv'), '--data', data, '--on', '2026-11-20', '--json'),
    tekizai('register', 'import', join(city, 'register.json'), '--data', data),
    tekizai('skills', 'import', join(city, 'skills.csv'), '--data', data),
    tekizai('import', join(city, 'badges.zip'), '--data', data, ...at).replace(/"id":"[^"]+"/, ''),
    tekizai('coverage', '--data', data, '--on', '2026-11-20', '--json'),
  ]
}

beforeAll(() => {
  ensureBuild()
  execFileSync(process.execPath, [...program, 'sample', '--out', city, '--staff', '60', '--badges', '160'])
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('a PC without any network', () => {
  it('does the whole main task with exactly the output of a PC with a network', () => {
    const usual = mainJob(join(work, 'usual'), [])
    expect(usual.at(-1)).toContain('"kind":"coverage"')
    // A new network namespace has no interface that is up, not even the loopback. Making one needs rights that may be missing here.
    console.log(
      unshared
        ? 'run once more in a network namespace without interfaces'
        : 'this machine lets nobody make a network namespace: compared with a second usual run instead',
    )
    expect(mainJob(join(work, 'alone'), unshared ? ['unshare', '--net'] : [])).toEqual(usual)
  })
})
