import { expect, test } from 'vitest'
import { progressBeside } from '../../renderer/ask/progress'
import { texts } from '../../shared/text'
import { latestImport, runningImport } from './fake/imports'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

test('the rail links to every screen and to no other page', async () => {
  const html = await shown(fakeApi(), '#/importing')
  const links = [...html.matchAll(/<nav[\s\S]*<\/nav>/g)].flatMap(([nav]) => [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href))
  expect(links).toEqual(['#/importing', '#/unmatched', '#/skillMap', '#/risk', '#/people', '#/requirements', '#/issuers'])
})

test('the current screen is marked for screen readers', async () => {
  expect(await shown(fakeApi(), '#/issuers')).toMatch(/<a href="#\/issuers" aria-current="page">/)
})

test('the sample city has a band on every screen, and can be removed', async () => {
  for (const hash of ['#/importing', '#/unmatched', '#/issuers']) {
    const said = words(await shown(fakeApi({ scene: 'sample' }), hash))
    expect(said).toContain('見本の市のデータです')
    expect(said).toContain('見本の市を取り除く')
  }
  expect(words(await shown(fakeApi(), '#/importing'))).not.toContain('見本の市のデータです')
})

test('the top bar shows the reference day in both calendars', async () => {
  const html = await shown(fakeApi(), '#/importing?on=2027-04-01')
  expect(words(html)).toContain('令和9年4月1日')
  expect(html).toContain('value="2027-04-01"')
})

test('a running import shows its percentage on every screen', async () => {
  expect(progressBeside(runningImport, texts.ja)).toBe('63%')
  expect(progressBeside({ ...runningImport, total: null }, texts.ja)).toBe('540')
  expect(progressBeside(latestImport, texts.ja)).toBeUndefined()
  expect(progressBeside({ ...runningImport, state: 'interrupted' }, texts.ja)).toBe('中断')
  expect(words(await shown(fakeApi({ scene: 'running' }), '#/issuers'))).toContain('取込 63%')
})

test('a problem of the engine is shown as text, not thrown', async () => {
  const said = words(await shown(fakeApi({}, { 'register.read': () => ({ ok: false, problem: { code: 'database.locked' } }) }), '#/issuers'))
  expect(said).not.toContain('database.locked')
  expect(said.length).toBeGreaterThan(100)
})

test('English is complete: no Japanese sentence is left in the frame', async () => {
  const said = words(await shown(fakeApi({ locale: 'en', scene: 'first' }), ''))
  expect(said).toContain('Nothing leaves this PC.')
  expect(said.replaceAll(/適材|日本語/g, '')).not.toMatch(/[\u3040-\u30ff]/)
})

test('a city without a name can be given one', async () => {
  expect(await shown(fakeApi({ scene: 'sample' }), '#/importing')).toMatch(/<button[^>]*class="city"[^>]*>市の名前は未設定<\/button>/)
})

test('every screen shows a pending reverification with a button that continues or stops it', async () => {
  const waiting = fakeApi({ again: { outstanding: 1234, unsought: 0, running: null } })
  for (const hash of ['#/importing', '#/issuers', '#/skillMap']) {
    const said = words(await shown(waiting, hash))
    expect(said).toContain('1,234件 のバッジは、新しい台帳や文書でまだ検証し直していません。見えているのは前の結果です。')
    expect(said).toContain('1,234件を検証し直す')
  }
  expect(words(await shown(fakeApi({ locale: 'en', again: { outstanding: 1234, unsought: 0, running: null } }), '#/issuers'))).toContain(
    '1,234 badges have not been verified again with the new register or documents.',
  )
  expect(words(await shown(fakeApi(), '#/issuers'))).not.toContain('検証し直していません')
  const unsought = { outstanding: 0, unsought: 1234, running: null }
  const said = words(await shown(fakeApi({ again: unsought }), '#/issuers'))
  expect(said).toContain('1,234件 の未照合のバッジは、新しい名簿の中に本人がいるかをまだ探していません。')
  expect(said).toContain('1,234件の本人を探す')
})
