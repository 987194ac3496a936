import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Api } from '../../shared/contract/index.ts'
import { dropFile, expectAccessible, watch } from './checks.ts'
import { type Answers, readAnswers, tekizai } from './city.ts'
import { launch, type Running, root } from './launch.ts'

test.describe.configure({ mode: 'serial' })

const work = mkdtempSync(join(tmpdir(), 'tekizai-journey-'))
const [city, data] = [join(work, 'city'), join(work, 'data')]
const pictures = join(root, 'test-results')
let answers: Answers
let program: Running
let page: Page
let complaints: readonly string[]

/** The system's dialogs, answered beforehand: there is nobody to answer them. */
const chooseNext = (paths: readonly string[]) =>
  program.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
const saveNextAs = (filePath: string) =>
  program.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })
const rail = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click()
/** The people of a list, one entry each. */
const people = () =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
/** The number a row of the reconciliation shows. */
const outcome = async (name: string) =>
  Number(
    (
      await page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        .getByRole('cell')
        .first()
        .innerText()
    ).replaceAll(',', ''),
  )

test.beforeAll(async () => {
  tekizai('sample', '--out', city)
  answers = readAnswers(city)
  tekizai('skills', 'import', join(city, 'skills.csv'), '--data', data)
  program = await launch(['--data', data])
  console.log(`the program runs in: ${program.kind}`)
  page = await program.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  complaints = watch(page)
})

test.afterAll(async () => {
  await program?.close()
  rmSync(work, { recursive: true, force: true })
})

test('the first start says that nothing leaves this PC, and opens two doors', async () => {
  await expect(page.getByRole('heading', { name: 'この端末の外へは通信しません。' })).toBeVisible()
  await expect(page.getByRole('button', { name: '見本の市を開く' })).toBeVisible()
  await expect(page.getByRole('button', { name: '職員名簿を選ぶ' })).toBeVisible()
  await expectAccessible(page, 'first start')
  await picture('first-start')
})

test('a roster is shown before it is taken in, and taken in whole', async () => {
  await chooseNext([join(city, 'roster.csv')])
  await page.getByRole('button', { name: '職員名簿を選ぶ' }).click()
  const take = page.getByRole('button', { name: `${answers.roster.summary.people}人を取り込む` })
  await expect(take).toBeVisible()
  await expectAccessible(page, 'roster preview')
  await picture('roster-preview')
  await take.click()
  await expect(take).toBeHidden()
})

test('the issuers’ register is read from a file', async () => {
  await rail('発行者台帳')
  await chooseNext([join(city, 'register.json')])
  await page.getByRole('button', { name: '台帳ファイルを読み込む' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('まだ何も変えていません')
  await expectAccessible(page, 'register preview')
  await page.getByRole('button', { name: '登録して、検証し直す' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(
    page
      .getByRole('link', { name: '東峰大学' })
      .or(page.getByRole('button', { name: '東峰大学' }))
      .first(),
  ).toBeVisible()
  await expectAccessible(page, 'issuers')
  await picture('issuers')
})

test('a stored key is replaced only after it was confirmed by itself', async () => {
  const text = readFileSync(join(city, 'register.json'), 'utf8')
  const [, stored] = /"publicKeyMultibase": ?"(z\w+)"/.exec(text)!
  const [, other] = /"did:key:(z\w+)"/.exec(text)!
  const exchanged = join(work, 'exchanged.json')
  writeFileSync(exchanged, text.replace(`"${stored}"`, `"${other}"`))
  await chooseNext([exchanged])
  await page.getByRole('button', { name: '台帳ファイルを読み込む' }).first().click()
  const replace = page.getByRole('button', { name: '鍵1本を置き換えて登録する' })
  await expect(replace).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page, 'register preview with a replaced key')
  await page.getByRole('checkbox', { name: '発行者に確かめました。この鍵に置き換えます' }).check()
  await expect(replace).not.toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'やめる' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a bundle dropped on the window is read, verified and accounted for to the last file', async () => {
  await rail('取込')
  await dropFile(page, join(city, 'badges.zip'))
  await expect(page.getByText('行き先が、すべて決まりました')).toBeVisible({ timeout: 60_000 })
  const words = {
    新規: 'new',
    差替: 'replaced',
    重複: 'duplicate',
    未照合: 'unmatched',
    不可: 'rejected',
    補助: 'support',
    読めない: 'unreadable',
    対象外: 'ignored',
  } as const
  const shown = Object.fromEntries(await Promise.all(Object.entries(words).map(async ([word, name]) => [name, await outcome(word)])))
  const { received, grades: _grades, kind: _kind, ...expected } = answers.import.first
  expect(shown).toEqual(expected)
  expect(Object.values(shown as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(received)
  await expectAccessible(page, 'import')
  await picture('import')
})

test('a rejected badge is explained in words, and its number opens a list of that length', async () => {
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: '不可', exact: true }) })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('heading', { name: `不可 ${answers.import.first.rejected}件` })).toBeVisible()
  await picture('import-rejected')
})

test('copies that nobody asked for raise nothing; accepted in the name of a person they do', async () => {
  await rail('取込')
  await expect(page.getByText('ここから照会した答えではないので、未確認のままです')).toBeVisible()
  await chooseNext([join(city, 'evidence.json')])
  await page.getByLabel('確かめた人の名前').fill('佐伯 由香里')
  await page.getByRole('button', { name: '照会結果を選ぶ' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('1件の照会結果を、佐伯 由香里さんの名前で受け入れますか')
  await expectAccessible(page, 'accept evidence')
  await question.getByRole('button', { name: '名前を記録して受け入れる' }).click()
  await expect(page.getByText(/受け入れました。バッジ [1-9]/)).toBeVisible({ timeout: 60_000 })
})

test('the map shows the divisions by skills, and a number opens its people', async () => {
  await page.evaluate(() => {
    location.hash = '#/skillMap?on=2026-11-20'
  })
  const map = page.getByRole('grid')
  await expect(map).toBeVisible()
  await expect(map.getByRole('row').filter({ hasText: '全体' })).toBeVisible()
  await expectAccessible(page, 'map')
  await picture('map')
  const cell = map.getByRole('gridcell', { name: /^防災危機管理課、災害対策、/ })
  const holders = Number(/、(\d+)人/.exec((await cell.getAttribute('aria-label')) ?? '')![1])
  expect(holders).toBeGreaterThan(0)
  await cell.click()
  await expect(page.getByText(`数えている人（${holders}人）`)).toBeVisible()
  await expectAccessible(page, 'map with panel')
  await picture('map-panel')
  await page
    .getByRole('link', { name: `${holders}人を一覧で見る` })
    .or(page.getByRole('button', { name: `${holders}人を一覧で見る` }))
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('防災危機管理課 × 災害対策')
  await expect(people()).toHaveCount(holders)
  await expectAccessible(page, 'people')
  await picture('people')
})

test('a person leads to the badge, and the badge to its checks in words', async () => {
  await people().first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'スキルと根拠' })).toBeVisible()
  await expectAccessible(page, 'person')
  await picture('person')
  await page.getByRole('row').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '確かめた内容' })).toBeVisible()
  await expectAccessible(page, 'badge')
  await picture('badge')
})

test('the original file is given back byte for byte', async () => {
  // Typed without an extension: the file gets that of the original.
  await saveNextAs(join(work, 'original'))
  await page.getByRole('button', { name: '元のファイルを保存' }).click()
  const saved = () => readdirSync(work).find((name) => /^original\.\w+$/.test(name))
  await expect.poll(saved).toBeDefined()
  const file = join(work, saved()!)
  const again = JSON.parse(
    tekizai('verify', file, '--register', join(city, 'register.json'), '--at', '2026-11-20T09:00:00+09:00', '--json').split('\n')[0]!,
  ) as { kind: string }
  expect(again.kind).toBe('credential')
})

test('the map is written as XLSX, as PDF and as CSV', async () => {
  await page.evaluate(() => {
    location.hash = '#/skillMap?on=2026-11-20'
  })
  for (const [button, name, begins] of [
    ['Excelに書き出す', 'map.xlsx', 'PK'],
    ['A3のPDFを保存', 'map.pdf', '%PDF-'],
  ] as const) {
    await saveNextAs(join(work, name))
    await page.getByRole('button', { name: button }).click()
    await expect.poll(() => existsSync(join(work, name)), { timeout: 60_000 }).toBe(true)
    expect(readFileSync(join(work, name)).subarray(0, begins.length).toString('latin1')).toBe(begins)
  }
})

test('English is complete: no Japanese sentence is left on any screen', async () => {
  await page.getByText('English', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const screen of ['skillMap', 'importing', 'unmatched', 'people', 'issuers']) {
    await page.evaluate((name) => {
      location.hash = `#/${name}?on=2026-11-20`
    }, screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `${screen} in English`)
    // Names of people, places, skills and files are data; sentences end in these.
    await expect(page.getByText(/(です|ます|ません|ください)[。]?$/)).toHaveCount(0)
    await picture(`english-${screen}`)
  }
})

test('the page has no Node, no raw messages, and cannot reach the network', async () => {
  const seen = await page.evaluate(async () => {
    const world = globalThis as unknown as Record<string, unknown>
    const { api } = globalThis as unknown as { api: Api }
    return {
      node: [typeof world.require, typeof world.process, typeof world.module],
      raw: [typeof world.ipcRenderer, typeof world.__standIn],
      api: Object.keys(api).sort(),
      unknown: await api.call('nope' as never, {} as never),
      shellOnly: await api.call('report.write' as 'report.save', {} as never),
      geolocation: await new Promise((settle) =>
        navigator.geolocation.getCurrentPosition(
          () => settle('granted'),
          () => settle('refused'),
        ),
      ),
    }
  })
  expect(seen).toEqual({
    node: ['undefined', 'undefined', 'undefined'],
    raw: ['undefined', 'undefined'],
    api: ['call', 'on', 'pathsOf'],
    unknown: { ok: false, problem: { code: 'call.unknown', detail: 'nope' } },
    shellOnly: { ok: false, problem: { code: 'call.unknown', detail: 'report.write' } },
    geolocation: 'refused',
  })
})

test('through all of this nothing broke the page’s policy, nothing was refused silently, and nobody tried the network', async () => {
  expect(complaints).toEqual([])
  if (program.kind === 'stand-in') expect(await program.evaluate(({ leaks }) => leaks, null)).toEqual([])
})

// From here on the page is provoked: what it complains of is its own defence.
test('a script put into the page is not run, and an address put into it is not reached', async () => {
  const ran = await page.evaluate(
    () =>
      new Promise((settle) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => settle(effectiveDirective), { once: true })
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.head.append(script)
      }),
  )
  expect(ran).toBe('script-src-elem')
  expect(
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  expect(await page.evaluate(() => window.open('https://example.com/') === null || 'closed')).toBeTruthy()
})
