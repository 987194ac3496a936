import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './checks.ts'
import { tekizai } from './city.ts'
import { launch, type Running } from './launch.ts'

// Nobody touches a mouse here: whatever is reached is reached by keys, and the focus can be seen wherever it stands.
test.describe.configure({ mode: 'serial' })

const work = mkdtempSync(join(tmpdir(), 'tekizai-keyboard-'))
const [city, data] = [join(work, 'city'), join(work, 'data')]
let program: Running
let page: Page

interface Focus {
  readonly name: string
  readonly tag: string
  /** In sight, and marked by a ring of its own or of the field around it. */
  readonly seen: boolean
}

const focus = (): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { top, bottom, left, right, width } = element.getBoundingClientRect()
    const ringed = (at: Element | null) => at !== null && getComputedStyle(at).outlineStyle !== 'none'
    return {
      name: (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\s+/g, ' ').trim(),
      tag: element.tagName,
      seen: width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && (ringed(element) || ringed(element.parentElement)),
    }
  })

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses a key until something of that name has the focus, and sees to it that every place on the way can be seen. */
async function goTo(name: RegExp, key = 'Tab'): Promise<Focus> {
  for (let pressed = 0; pressed < 90; pressed += 1) {
    const at = await focus()
    if (name.test(at.name) && at.tag !== 'BODY' && at.tag !== 'MAIN') return at
    await press(key)
    expect(await focus()).toMatchObject({ seen: true })
  }
  throw new Error(`no key leads to ${name}`)
}

/** Puts the caret where the focus is: Chromium before 137 sends `copy` to the caret, later ones to the focus. */
const caretToFocus = () => page.evaluate(() => getSelection()?.collapse(document.activeElement, 0))

const expectFocus = (name: RegExp) => expect.poll(async () => (await focus()).name).toMatch(name)

test.beforeAll(async () => {
  tekizai('sample', '--out', city)
  tekizai('roster', join(city, 'roster.csv'), '--data', data, '--on', '2026-11-20')
  tekizai('register', 'import', join(city, 'register.json'), '--data', data)
  tekizai('skills', 'import', join(city, 'skills.csv'), '--data', data)
  tekizai('import', join(city, 'badges.zip'), '--data', data)
  program = await launch(['--data', data])
  page = await program.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.getByRole('grid')).toBeVisible()
})

test.afterAll(async () => {
  await program?.close()
  rmSync(work, { recursive: true, force: true })
})

test('the reference day is typed as an office writes it', async () => {
  await goTo(/^基準日$/)
  await page.keyboard.type('R8.13.1')
  await press('Enter')
  await expect(page.getByText('この日はありません。')).toBeVisible()
  await expectAccessible(page, 'a day that is none')
  await press('Control+a')
  await page.keyboard.type('令和８年１１月２０日')
  await press('Enter')
  await expect(page).toHaveURL(/on=2026-11-20/)
  await press('Tab')
  await expect(page.getByRole('textbox', { name: '基準日' })).toHaveValue('令和8年11月20日（金）')
})

test('from a cell of the map to its people, a person, a badge, and the whole way back', async () => {
  await goTo(/^全体、/)
  // To a unit with one or two holders: two departments down there are several.
  for (let moved = 0; moved < 30 && !/、[12]人/.test((await focus()).name); moved += 1) await press(moved % 12 === 11 ? 'ArrowDown' : 'ArrowRight')
  for (let moved = 0; moved < 30 && !/、[12]人/.test((await focus()).name); moved += 1) await press('ArrowDown')
  const cell = (await focus()).name
  expect(cell).toMatch(/、[12]人/)

  await press('Enter')
  await expectFocus(/^選んだ欄の内訳$/)
  await press('Escape')
  await expectFocus(new RegExp(`^${cell}$`))
  await press('Enter')
  await expectFocus(/^選んだ欄の内訳$/)

  const link = await goTo(/^\d人を一覧で見る$/)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('×')
  await expect.poll(async () => (await focus()).tag).toBe('H1')

  await goTo(/^職員の一覧$/)
  await press('ArrowDown')
  await expect.poll(async () => (await focus()).tag).toBe('A')
  const person = (await focus()).name
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'スキルと根拠' })).toBeVisible()
  await expectFocus(new RegExp(`^${person}$`))

  // The first link of the table of skills: the badge behind the first of them.
  const badge = (await page.getByRole('row').getByRole('link').first().innerText()).trim()
  const escaped = badge.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  await goTo(new RegExp(`^${escaped}$`))
  await press('Enter')
  await expect(page.getByRole('heading', { name: '確かめた内容' })).toBeVisible()
  await expect.poll(async () => (await focus()).tag).toBe('H1')

  await press('Alt+ArrowLeft')
  await expectFocus(new RegExp(`^${escaped}$`))
  await press('Alt+ArrowLeft')
  await expectFocus(new RegExp(`^${person}$`))
  await press('Alt+ArrowLeft')
  await expectFocus(new RegExp(`^${link.name}$`))
  expect(await focus()).toMatchObject({ seen: true })
})

test('a range of the map is copied with its heads', async () => {
  const copied = page.evaluate(
    () =>
      new Promise<string>((settle) =>
        document.addEventListener('copy', ({ clipboardData }) => settle(clipboardData?.getData('text/plain') ?? ''), { once: true }),
      ),
  )
  await goTo(/、\d+人/, 'Shift+Tab')
  await press('Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown')
  await caretToFocus()
  await press('Control+c')
  const lines = (await copied).split('\r\n').map((line) => line.split('\t'))
  expect(lines.map((line) => line.length)).toEqual([3, 3, 3])
  expect(lines[0]![0]).toBe('部署')
  expect(lines.slice(1).every(([, ...numbers]) => numbers.every((number) => /^\d+$/.test(number)))).toBe(true)
  await expect(page.getByText('2行×2列を、見出しとともにコピーしました。')).toBeAttached()
})

test('a row folds and unfolds, and the panel says who is left out', async () => {
  await press('Escape', 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  const row = (await focus()).name
  const grid = page.getByRole('grid')
  const rows = Number(await grid.getAttribute('aria-rowcount'))
  await press('ArrowLeft')
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(rows)
  await press('ArrowRight')
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows))
  expect((await focus()).name).toBe(row)
})

test('dialogs and menus give the focus back to where it came from', async () => {
  const more = await goTo(/^内訳を見る$/)
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'what was left out')
  await press('Escape')
  await expectFocus(new RegExp(`^${more.name}$`))
  await press('F1')
  await expect(page.getByRole('dialog', { name: '適材の使い方' })).toBeVisible()
  await press('Escape')
  await expectFocus(new RegExp(`^${more.name}$`))
  await goTo(/^ほかの形式/, 'Shift+Tab')
  await press('Enter', 'ArrowDown')
  await expectFocus(/^CSV（UTF-8）$/)
  await press('Escape')
  await expectFocus(/^ほかの形式/)
})

test('somebody is found by kana, and the list is walked by arrows', async () => {
  await press('Control+k')
  await page.keyboard.type('さとう')
  await press('Enter')
  await expect(page.getByText(/「さとう」に当たる/)).toBeVisible()
  await goTo(/^職員の一覧$/)
  await press('End')
  await expect.poll(async () => (await focus()).tag).toBe('A')
  const last = (await focus()).name
  await press('Home')
  await expect.poll(async () => (await focus()).name).not.toBe(last)
})

test('the city is given its name', async () => {
  await goTo(/^市の名前は未設定/, 'Shift+Tab')
  await press('Enter')
  await page.keyboard.type('青峰市 人事課')
  await expectAccessible(page, 'the name of the city')
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectFocus(/^青峰市 人事課/)
})

test('an issuer that is not filled in leads to what is missing', async () => {
  await goTo(/^発行者台帳$/)
  await press('Enter')
  await expectFocus(/^発行者台帳$/)
  await goTo(/^発行者を加える$/)
  await press('Enter')
  await expect.poll(async () => (await focus()).tag).toBe('INPUT')
  await press('Enter')
  await expect(page.getByText('画面と帳票に出す名前を入れてください。')).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
  await expectAccessible(page, 'an issuer not filled in')
  await goTo(/^やめる$/)
  await press('Enter')
  await expectFocus(/^発行者の内訳$/)
})

test('in a narrow window the details lie over the screen: Esc leads back to the number one came from', async () => {
  await page.setViewportSize({ width: 1093, height: 614 })
  await goTo(/^取込$/, 'Shift+Tab')
  await press('Enter')
  await expectFocus(/^取込$/)
  const number = await goTo(/^不可 \d+件$/)
  await press('Enter')
  await expectFocus(/^閉じる$|^不可の一覧$/)
  await expect(page.getByRole('region', { name: '不可の一覧' })).toBeVisible()
  await expectAccessible(page, 'the drawer')
  await press('Escape')
  await expectFocus(new RegExp(`^${number.name}$`))
  await expect(page.getByRole('region', { name: '不可の一覧' })).toHaveCount(0)
})
