import { expect, test } from 'vitest'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

test('the import page offers the list and the script for the courier, and says that the program never connects', async () => {
  const said = words(await shown(fakeApi(), '#/importing'))
  for (const part of ['持出し照会', '照会一覧を書き出す', '照会スクリプトを書き出す', '適材は接続しません']) expect(said).toContain(part)
})

test('the import page accepts unsolicited evidence only with the name of a person', async () => {
  const html = await shown(fakeApi(), '#/importing')
  expect(words(html)).toContain('ここから照会していない結果は、確かめた人の名前を添えたときだけ数えます。名前は操作の記録に残ります。')
  expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>照会結果を選ぶ<\/button>/)
})
