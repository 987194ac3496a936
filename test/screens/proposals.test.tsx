import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { makeClient } from '../../renderer/app/App'
import { ApiContext } from '../../renderer/ask/api'
import { Proposals } from '../../renderer/screens/skillMap/Proposals'
import { LocaleContext } from '../../renderer/words/text'
import type { Locale } from '../../shared/text'
import { fakeApi } from './fakeApi'
import { words } from './shown'

/** The dialog of mappings once every answer has come. */
async function dialog(locale: Locale): Promise<string> {
  const [api, client] = [fakeApi({ locale }), makeClient()]
  const draw = () =>
    renderToString(
      <ApiContext value={api}>
        <QueryClientProvider client={client}>
          <LocaleContext value={{ locale, choose: () => {} }}>
            <Proposals onClose={() => {}} onDone={() => {}} />
          </LocaleContext>
        </QueryClientProvider>
      </ApiContext>,
    )
  draw()
  await Promise.all(
    client
      .getQueryCache()
      .findAll()
      .map((query) => query.fetch()),
  )
  return words(draw())
}

describe('the dialog of mappings', () => {
  test('shows a proposal under the name its issuer gives, with its issuer, and the names in other badges as claims', async () => {
    const page = await dialog('ja')
    expect(page).toContain('窓口英会話 （数えないバッジの記載: 「医師免許」）')
    expect(page).toContain('東峰大学')
  })

  test('lists badges of another issuer for a decision, and shows the issuer of each mapping and why', async () => {
    const page = await dialog('ja')
    expect(page).toMatch(/別の発行者のバッジ：判断が必要です.*データ活用 別科 汐見短期大学 2 この発行者も数える この発行者だけを数える/)
    expect(page).toMatch(/今の対応付けと発行者.*データ活用 基礎 東峰大学 バッジIDと同じアドレス/)
  })

  test('is complete in English', async () => {
    expect(await dialog('en')).toMatch(/Badges of other issuers: a decision is needed.*Count this issuer as well.*same address as the badge id/)
  })
})
