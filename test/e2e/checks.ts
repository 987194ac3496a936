import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What a page complained of while it was watched: broken policies and errors nobody caught. */
export function watch(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The screen as it stands has nothing that shuts anybody out, as far as rules can tell. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // In the page itself: Electron opens no second page for the rules' last part, and there are no frames it would be needed for.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

/** Drops a file on the middle of the window, as a person does from the explorer. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  await cdp.detach()
}
