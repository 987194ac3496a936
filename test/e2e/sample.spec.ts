import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './launch.ts'

test('the sample city opens from the first screen, comes back after a restart, and can be taken away', async () => {
  const data = mkdtempSync(join(tmpdir(), 'tekizai-sample-'))
  const first = await launch(['--data', data])
  const page = await first.firstWindow()
  await page.getByRole('button', { name: '見本の市を開く' }).click()
  // The import is shown while it runs, then the map.
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 90_000 })
  await first.close()

  const second = await launch(['--data', data])
  const again = await second.firstWindow()
  await expect(again.getByRole('grid')).toBeVisible()
  await expect(again.getByText('見本の市のデータです')).toBeVisible()
  await again.getByRole('button', { name: '見本の市を取り除く' }).click()
  await again
    .getByRole('dialog')
    .getByRole('button', { name: /を取り除く$/ })
    .click()
  await expect(again.getByRole('heading', { name: 'この端末の外へは通信しません。' })).toBeVisible()
  await second.close()
  rmSync(data, { recursive: true, force: true })
})
