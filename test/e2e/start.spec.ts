import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { run } from './launch.ts'
import { electronProgram } from './record.ts'

// The program with nothing attached to it. `run` fails where it, or anything it starts, makes, names or uses a socket of the internet.

/** How a packed program is shown: Electron's own variable for it, and the stand-in's. */
const packed = { ELECTRON_FORCE_IS_PACKAGED: '1', STAND_IN_PACKAGED: '1', STAND_IN_LOCALE: 'en' }
const work = mkdtempSync(join(tmpdir(), 'tekizai-start-'))
test.afterAll(() => rmSync(work, { recursive: true, force: true }))

for (const word of [
  '--remote-debugging-port=0',
  '--remote-debugging-port',
  '-remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp',
  '--user-data-dir=/tmp/elsewhere',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:9',
]) {
  test(`the packed program ends with a message when it is given ${word}`, async () => {
    for (const words of [
      ['--data', join(work, 'data'), word],
      ['--cli', 'help', word],
    ]) {
      const { status, errors } = await run(words, { environment: packed })
      expect(errors).toContain(`「${word}」を付けては開きません。`)
      expect(errors).toContain(`Tekizai does not start with “${word}”.`)
      expect(status).toBe(2)
    }
    expect(existsSync(join(work, 'data'))).toBe(false)
  })
}

test('the packed program ends with a message where the environment would make it log what it shows', async () => {
  const { status, errors } = await run(['--cli', 'help'], { environment: { ...packed, ELECTRON_LOG_FILE: join(work, 'log') } })
  expect(errors).toContain('Tekizai does not start with “ELECTRON_LOG_FILE”.')
  expect(status).toBe(2)
})

test('the packed program runs a command without a display', async () => {
  const { status, output, errors } = await run(['--cli', 'help'], { environment: packed, noDisplay: true })
  expect(output).toContain('tekizai verify')
  expect(errors).not.toContain('does not start')
  expect(status).toBe(0)
})

test('the command line makes a city, imports it and prints a PDF without a display', async () => {
  test.setTimeout(300_000)
  const [city, data, pdf] = [join(work, 'city'), join(work, 'data'), join(work, 'map.pdf')]
  for (const words of [
    ['sample', '--out', city, '--staff', '60', '--badges', '40'],
    ['roster', join(city, 'roster.csv'), '--data', data, '--on', '2026-11-20'],
    ['register', 'import', join(city, 'register.json'), '--data', data],
    ['skills', 'import', join(city, 'skills.csv'), '--data', data],
    ['import', join(city, 'badges.zip'), '--data', data],
    ['report', 'skill-map', '--data', data, '--on', '2026-11-20', '--out', pdf],
  ])
    expect(await run(['--cli', ...words], { noDisplay: true })).toMatchObject({ status: 0 })
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

test('a data folder that cannot be used is said, and is no success', async () => {
  writeFileSync(join(work, 'file'), '')
  const folder = join(work, 'file', 'data')
  const { status, errors } = await run(['--data', folder], { until: /\(path\.[a-z-]+: / })
  expect(errors).toMatch(/適材を開けませんでした。|Tekizai could not be opened\./)
  expect(errors).toContain(folder)
  // In true Electron the dialog waits for a person: the program is ended from outside.
  expect(status).not.toBe(0)
  if (electronProgram() === undefined) expect(status).toBe(1)
})

test('a data folder that is asked for and not named is said', async () => {
  const { status, errors } = await run(['--data'])
  expect(errors).toContain('「--data …」の値がありません。')
  expect(status).toBe(2)
})
