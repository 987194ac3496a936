import { expect, test } from 'vitest'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

const screens = ['#/importing', '#/skill-map', '#/people', '#/unmatched', '#/issuers', '#/skills', '#/reports']

test('while an undo runs, every screen shows its progress and that the numbers still contain part of the import', async () => {
  const undo = { importId: 'i1', done: 300, total: 1200, running: true }
  for (const screen of screens) {
    const said = words(await shown(fakeApi({ undo }), screen))
    expect(said, screen).toContain('300／1,200')
    expect(said, screen).toContain('見えている数字にはその取込の分が一部残っています')
    expect(said, screen).toContain('止める')
  }
})

test('a stopped undo has a band on every screen, with the button that finishes it', async () => {
  const undo = { importId: 'i1', done: 300, total: 1200, running: false }
  for (const screen of screens) expect(words(await shown(fakeApi({ undo }), screen)), screen).toContain('続きを元に戻す')
})

test('without an undo no screen shows a band', async () => {
  for (const screen of screens) expect(words(await shown(fakeApi(), screen)), screen).not.toContain('一部残っています')
})

test('damage of the stored data is shown above every screen', async () => {
  const damage = [{ code: 'original.damaged' as const, detail: '2' }]
  for (const screen of screens) expect(words(await shown(fakeApi({ damage }), screen)), screen).toContain('保存してある元のファイルが壊れています')
})
