import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dropFile, expectAccessible } from './checks.ts'
import { readAnswers, tekizai } from './city.ts'
import { launch, type Running } from './launch.ts'

/** The process that works for the window on this folder. In true Electron its own list of processes knows it, in the stand-in the system's. */
async function engineOf(program: Running, data: string): Promise<number | undefined> {
  if (program.kind === 'electron')
    return program.evaluate(({ app }) => app.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('Tekizai engine'))?.pid, null)
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const isEngine = (name: string) => {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      return words.some((word) => word.endsWith('engine.cjs')) && words.includes(data)
    } catch {
      return false // Processes end while they are being looked at.
    }
  }
  return numbers.filter(isEngine).map(Number)[0]
}

test('when the working process dies in the middle of an import, the window says so, and the import goes on after a restart', async () => {
  if (process.env.E2E_ELECTRON === undefined && process.platform !== 'linux') {
    console.log('where the system does not show its processes nothing can be killed here')
    return
  }
  const work = mkdtempSync(join(tmpdir(), 'tekizai-stopped-'))
  const [city, data] = [join(work, 'city'), join(work, 'data')]
  tekizai('sample', '--out', city)
  tekizai('roster', join(city, 'roster.csv'), '--data', data, '--on', '2026-11-20')
  const { received } = readAnswers(city).import.first
  const first = await launch(['--data', data])
  const page = await first.firstWindow()
  await page.getByRole('navigation').getByRole('link', { name: '取込' }).click()
  await dropFile(page, join(city, 'badges.zip'))
  await expect(page.getByRole('button', { name: '一時停止' })).toBeVisible()
  const engine = await engineOf(first, data)
  expect(engine).toBeGreaterThan(0)
  process.kill(engine!, 'SIGKILL')

  await expect(page.getByText('適材をもう一度開いてください。').first()).toBeVisible()
  await expectAccessible(page, 'after the working process died')
  // Whoever asks for something is answered: nothing waits without end.
  await page.getByRole('navigation').getByRole('link', { name: '職員' }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('適材をもう一度開いてください。')
  await first.close()

  const second = await launch(['--data', data])
  const again = await second.firstWindow()
  await expect(again.getByRole('navigation').getByRole('link', { name: '取込' })).toContainText('中断')
  await again.getByRole('navigation').getByRole('link', { name: '取込' }).click()
  await expect(again.getByText('途中で止まりました。')).toBeVisible()
  await expectAccessible(again, 'an interrupted import')
  await again.getByRole('button', { name: '再開する' }).click()
  await expect(again.getByText('行き先が、すべて決まりました')).toBeVisible({ timeout: 60_000 })
  await expect(again.getByRole('row', { name: /^合計/ }).getByRole('cell').first()).toHaveText(String(received))
  await second.close()
  rmSync(work, { recursive: true, force: true })
})
