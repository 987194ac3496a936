import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { tekizai } from './city.ts'
import { launch, type Running, root } from './launch.ts'

// What the shell does around the page: menus, dialogs, closing, and a page that crashes.
test.describe.configure({ mode: 'serial' })

const work = mkdtempSync(join(tmpdir(), 'tekizai-shell-'))
const [city, data] = [join(work, 'city'), join(work, 'data')]
let program: Running
let page: Page

/** What the shell showed since the last question: the entries of a context menu, or a dialog's own words. */
interface Shown {
  readonly menu?: readonly string[]
  readonly title?: string
  readonly name?: string
  readonly message?: string
}

/** Puts stand-ins for what would wait for a person: the context menu and the dialogs write down what they show. */
const listen = (saveAs: string) =>
  program.evaluate(({ Menu, dialog }, path) => {
    const shown = globalThis as unknown as { shown: Shown }
    shown.shown = {}
    Menu.prototype.popup = function (this: Electron.Menu) {
      shown.shown = { menu: this.items.map(({ label }) => label).filter((label) => label) }
    }
    dialog.showSaveDialog = ((...given: readonly Electron.SaveDialogOptions[]) => {
      const { title = '', defaultPath = '' } = given.at(-1)!
      shown.shown = { title, name: defaultPath }
      return Promise.resolve({ canceled: path === '', filePath: path })
    }) as never
    dialog.showMessageBox = ((...given: readonly Electron.MessageBoxOptions[]) => {
      shown.shown = { message: given.at(-1)!.message }
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as never
  }, saveAs)
const shown = () => program.evaluate(() => (globalThis as unknown as { shown: Shown }).shown, null)
const menuBar = () => program.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label), null)
const map = () =>
  page.evaluate(() => {
    location.hash = '#/skillMap?on=2026-11-20'
  })

test.beforeAll(async () => {
  tekizai('sample', '--out', city, '--staff', '60', '--badges', '40')
  tekizai('roster', join(city, 'roster.csv'), '--data', data, '--on', '2026-11-20')
  tekizai('register', 'import', join(city, 'register.json'), '--data', data)
  tekizai('skills', 'import', join(city, 'skills.csv'), '--data', data)
  tekizai('import', join(city, 'badges.zip'), '--data', data)
  // Relative, as somebody types it at a prompt.
  program = await launch(['--data', relative(root, data)])
  page = await program.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.getByRole('grid')).toBeVisible()
})

test.afterAll(() => rmSync(work, { recursive: true, force: true }))

test('a relative data folder is the one meant from where the program was started', async () => {
  expect(await program.evaluate(({ app }) => app.getPath('userData'), null)).toBe(data)
})

test('a text field offers cut, copy, paste and select all, by mouse and by keys; the page elsewhere offers nothing', async () => {
  await listen('')
  const field = page.getByRole('textbox', { name: '基準日' })
  await field.click({ button: 'right' })
  await expect.poll(shown).toEqual({ menu: ['元に戻す', 'やり直し', '切り取り', 'コピー', '貼り付け', 'すべて選択'] })
  await listen('')
  await field.focus()
  await page.keyboard.press('Shift+F10')
  await expect.poll(shown).toEqual({ menu: ['元に戻す', 'やり直し', '切り取り', 'コピー', '貼り付け', 'すべて選択'] })
  await listen('')
  await page.getByRole('navigation').click({ button: 'right', position: { x: 5, y: 5 } })
  expect(await shown()).toEqual({})
})

test('menu, window title, dialogs and file names follow the language at once', async () => {
  expect(await menuBar()).toEqual(['ファイル', '編集', '表示'])
  await page.getByText('English', { exact: true }).click()
  await expect.poll(menuBar).toEqual(['File', 'Edit', 'View'])
  await expect(page).toHaveTitle(/^Skill map/)
  await listen('')
  await map()
  await page.getByRole('button', { name: 'Export to Excel' }).click()
  await expect.poll(shown).toMatchObject({ title: 'Save the report as', name: expect.stringMatching(/^[\w .,()'’-]+_2026-11-20\.xlsx$/) })
  await page.getByRole('textbox', { name: 'Reference day' }).click({ button: 'right' })
  await expect.poll(shown).toEqual({ menu: ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all'] })
  await page.getByText('日本語', { exact: true }).click()
  await expect.poll(menuBar).toEqual(['ファイル', '編集', '表示'])
})

test('a name typed without an extension is saved with that of the chosen kind', async () => {
  await listen(join(work, 'R8.4.1現在'))
  await page.getByRole('button', { name: 'Excelに書き出す' }).click()
  await expect.poll(() => existsSync(join(work, 'R8.4.1現在.xlsx'))).toBe(true)
  expect(existsSync(join(work, 'R8.4.1現在'))).toBe(false)
  // The system asked about the other name: the program asks about this one.
  await page.getByRole('button', { name: 'Excelに書き出す' }).click()
  await expect.poll(shown).toEqual({ message: `${join(work, 'R8.4.1現在.xlsx')} は、すでにあります。置き換えますか。` })
})

test('a page that crashes is said in words and opened again', async () => {
  await listen('')
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(), null)
  await expect.poll(shown).toEqual({ message: '画面が止まりました。' })
  const heading = () =>
    program.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!
          .webContents.executeJavaScript("document.querySelector('[role=grid]') !== null")
          .catch(() => false) as Promise<boolean>,
      null,
    )
  await expect.poll(heading).toBe(true)
})

test('closing while a PDF is being printed waits until it is written whole', async () => {
  const pdf = join(work, 'map.pdf')
  await listen(pdf)
  await program.evaluate(async ({ app, BrowserWindow }) => {
    app.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF
      contents.printToPDF = async (options) => {
        await new Promise((settle) => setTimeout(settle, 1_500))
        return print.call(contents, options)
      }
    })
    const [window] = BrowserWindow.getAllWindows()
    const click = "[...document.querySelectorAll('button')].find((button) => button.innerText.includes('A3のPDFを保存')).click()"
    await window!.webContents.executeJavaScript(click)
    while (BrowserWindow.getAllWindows().length < 2) await new Promise((settle) => setTimeout(settle, 10))
    setTimeout(() => window!.close(), 100)
  }, null)
  await program.ended()
  const bytes = readFileSync(pdf)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(bytes.subarray(-16).toString('latin1')).toContain('%%EOF')
})
