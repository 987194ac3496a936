import { expect, test } from 'vitest'
import { emptyDraft, toSave, wrongIn } from '../../renderer/screens/issuers/draft'
import { lastDayOf, periodWords, presentKey } from '../../renderer/screens/issuers/period'
import { outcomeOf, outcomeOfAll } from '../../renderer/words/reverified'
import { texts } from '../../shared/text'
import { verifiedAgain } from './fake/changes'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

const good = { ...emptyDraft('did:web:toho.example', '2026-11-20'), name: '東峰大学', confirmedBy: '佐伯 由香里', how: '公文書' }

test('the register says who confirmed each issuer, when and how', async () => {
  const said = words(await shown(fakeApi(), '#/issuers'))
  for (const part of ['東峰大学 通信教育部', '佐伯 由香里', 'R7.4.11', '公文書（学務第98号）', '231', '46']) expect(said).toContain(part)
})

test('the panel shows every key in groups, with the days it counts for', async () => {
  const html = await shown(fakeApi(), '#/issuers?issuer=did%3Aweb%3Atoho.example')
  expect(html).toContain('<li>7K2M</li><li>9QXD</li>')
  expect(words(html)).toContain('R6.4.1〜R8.9.30')
})

test('a look-alike name has a warning above its actions', async () => {
  const said = words(await shown(fakeApi(), '#/issuers'))
  expect(said).toContain('発行者を「東峯大学」と書いたバッジが 2件 届いています。台帳の「東峰大学 通信教育部」とは、鍵が違います。')
})

test('an unregistered issuer is shown by its claimed name, marked as unregistered', async () => {
  const said = words(await shown(fakeApi(), '#/issuers?issuer=did%3Aweb%3Aminato.example'))
  expect(said).toContain('みなと語学協会（未登録）')
  expect(said).toContain('この名前は、バッジに書かれているだけです')
  expect(said).toContain('この発行者を加える')
})

test('a period ends on the day before its end instant', () => {
  expect(lastDayOf('2026-10-01T00:00:00+09:00')).toBe('2026-09-30')
  expect(lastDayOf('2026-10-01T12:00:00+09:00')).toBe('2026-10-01')
  expect(periodWords(texts.ja, 'ja', { validFrom: null, validUntil: null })).toBe('期間の定めなし')
  expect(periodWords(texts.ja, 'ja', { validFrom: '2024-04-01T00:00:00+09:00', validUntil: null })).toBe('R6.4.1〜')
})

test('the result of a reverification is one sentence: moved grades, changed details, or no change', () => {
  expect(outcomeOf(texts.ja, verifiedAgain)).toBe('46件を検証し直し、12件が B→A になりました。')
  expect(outcomeOf(texts.en, verifiedAgain)).toBe('46 badges verified again: 12 from B to A.')
  const details = { ...verifiedAgain, changed: 3, moves: { grades: [], axes: [] } }
  expect(outcomeOf(texts.ja, details)).toBe('46件を検証し直し、評価はそのままで、3件の内訳が変わりました。')
  expect(outcomeOf(texts.ja, { ...details, changed: 0, run: null })).toBe('46件を検証し直しました。結果は変わっていません。')
  expect(outcomeOf(texts.ja, { ...verifiedAgain, outstanding: 34 })).toBe('46件を検証し直し、12件が B→A になりました。残り34件は、まだ検証し直していません。')
  expect(outcomeOf(texts.en, { ...verifiedAgain, outstanding: 34 })).toBe(
    '46 badges verified again: 12 from B to A. 34 badges have not been verified again yet.',
  )
})

test('the result of continuing names the rematch, the verdicts, or both', () => {
  const people = { looked: 26, found: 3 }
  expect(outcomeOfAll(texts.ja, { ...verifiedAgain, people })).toBe(
    '46件を検証し直し、12件が B→A になりました。未照合の26件の本人を探し、3件で見つかりました。',
  )
  expect(outcomeOfAll(texts.en, { ...verifiedAgain, verifiedAgain: 0, people })).toBe('Searched for the holders of 26 unmatched badges and found 3.')
  expect(outcomeOfAll(texts.ja, { ...verifiedAgain, verifiedAgain: 0, people: { ...people, found: 0 } })).toBe(
    '未照合の26件の本人を探しました。名簿の中には見つかりませんでした。',
  )
  expect(outcomeOfAll(texts.ja, { ...verifiedAgain, people: { looked: 0, found: 0 } })).toBe('46件を検証し直し、12件が B→A になりました。')
})

test('the present key is the one that counts on the day', () => {
  const keys = [
    { id: 'old', validFrom: '2024-04-01T00:00:00+09:00', validUntil: '2026-10-01T00:00:00+09:00' },
    { id: 'new', validFrom: '2026-10-01T00:00:00+09:00', validUntil: null },
  ]
  expect(presentKey(keys, '2026-09-30')?.id).toBe('old')
  expect(presentKey(keys, '2026-10-01')?.id).toBe('new')
})

test('a draft says what is missing, and a complete one says nothing', () => {
  expect(wrongIn(emptyDraft('', '2026-11-20'))).toEqual(['id', 'name', 'confirmedBy', 'how'])
  expect(wrongIn(good)).toEqual([])
  expect(wrongIn({ ...good, key: 'abc' })).toEqual(['key'])
  expect(wrongIn({ ...good, validFrom: '2026-10-01', validUntil: '2026-09-30' })).toEqual(['period'])
})

test('the last day of a key counts in full, and a did:key is saved without another key', () => {
  expect(toSave({ ...good, validFrom: '2026-10-01', validUntil: '2027-03-31' })).toMatchObject({
    validFrom: '2026-10-01T00:00:00+09:00',
    validUntil: '2027-04-01T00:00:00+09:00',
    nameEn: null,
  })
  expect(toSave({ ...good, id: ' did:key:z6Mk ', key: 'z6MkOther' })).toMatchObject({ id: 'did:key:z6Mk', publicKeyMultibase: null })
})

test('registering an issuer again shows what would be replaced and asks for a confirmation', async () => {
  const html = await shown(fakeApi(), '#/issuers?tab=add&issuer=did%3Aweb%3Atoho.example')
  const said = words(html)
  expect(said).toContain('「東峰大学 通信教育部」は登録済みです。次のように置き換わります。')
  expect(said).toContain('登録済みの鍵2本は残ります。')
  expect(said).toContain('確かめました。置き換えます')
  expect(html).toMatch(/aria-disabled="true"[^>]*>登録して、検証し直す/)
})

test('after a register file is imported, only issuers that are new count as added', () => {
  expect(texts.ja.issuers.imported(1, 0, 6)).toBe('台帳に1者を加え、0者を改めました。ほかの6者は変わりません。')
  expect(texts.en.issuers.imported(1, 0, 6)).toBe('1 issuer added to the register, 0 changed, 6 unchanged.')
})
