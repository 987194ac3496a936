import { expect, test } from 'vitest'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

test('before the first import, the start screen says that nothing leaves this PC', async () => {
  const html = await shown(fakeApi({ scene: 'first' }), '')
  expect(html).toContain('<h1 tabindex="-1">この端末の外へは通信しません。</h1>')
  expect(words(html)).toContain('見本の市を開く')
  expect(words(html)).toContain('職員名簿を選ぶ')
  expect(html).not.toContain('<nav')
})

test('the data folder is named', async () => {
  expect(words(await shown(fakeApi({ scene: 'first' }), ''))).toContain('C:\\Users\\jinji\\Documents\\適材')
})

test('a city with data does not start there', async () => {
  expect(words(await shown(fakeApi(), ''))).not.toContain('見本の市を開く')
})
