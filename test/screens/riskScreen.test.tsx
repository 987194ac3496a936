import { describe, expect, test } from 'vitest'
import { choicesOf, copiedRisk, narrowed, peopleOf, riskDays } from '../../renderer/screens/risk/riskModel'
import { failure } from '../../shared/model/problem'
import { texts } from '../../shared/text'
import { risk } from './fake/risk'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

describe('4月1日', () => {
  test('compares today with the next 1 April, and shows what falls to 0 with people and reasons', async () => {
    const api = fakeApi()
    const page = words(await shown(api, '#/risk'))
    expect(api.calls.find(({ name }) => name === 'risk.read')?.input).toMatchObject({ on: '2026-11-20', until: '2027-04-01' })
    expect(page).toContain('令和9年4月1日に失われるもの')
    expect(page).toMatch(/1人が抜け、1件の期限が来て、 *2か所でスキルが0人または不足になります/)
    expect(page).toContain('相原 直樹 定年（R9.4.1）')
    expect(page).toContain('井上 文 バッジの期限（R9.2.28）')
  })

  test('each list is as long as its number', async () => {
    for (const list of ['losses', 'leavers', 'ending', 'single'] as const) {
      const html = await shown(fakeApi(), `#/risk?list=${list}`)
      expect(html.match(/<tr/g)).toHaveLength(risk[list].length + 1)
    }
  })

  test('the number of holders leads to their list on the first day', async () => {
    const html = await shown(fakeApi(), '#/risk')
    expect(html).toMatch(/href="#\/people\?skill=[^"]*division=0104|href="#\/people\?[^"]*division=0104/)
  })

  test('refuses a later day that is not after the first one, and asks nothing', async () => {
    const api = fakeApi()
    expect(words(await shown(api, '#/risk?until=2026-11-20'))).toContain(texts.ja.risk.past)
    expect(api.calls.some(({ name }) => name === 'risk.read')).toBe(false)
  })

  test('says what is missing before there are data, and shows a problem', async () => {
    expect(words(await shown(fakeApi({ scene: 'first' }), '#/risk'))).toContain(texts.ja.risk.noRoster)
    const api = fakeApi({}, { 'risk.read': () => failure({ code: 'database.damaged' }) })
    expect(words(await shown(api, '#/risk'))).toContain(texts.ja.problems['database.damaged'].found)
  })

  test('a filter leaves the lines that fit, and says how many of how many', async () => {
    expect(words(await shown(fakeApi(), '#/risk?reason=retirement'))).toContain('2件のうち1件')
    expect(words(await shown(fakeApi(), `#/risk?list=single&field=${encodeURIComponent('ない')}`))).toContain(texts.ja.risk.filtered)
  })
})

test('a day in the future is the later day; a chosen one comes first', () => {
  expect(riskDays('2026-11-20', '2026-11-20', undefined)).toEqual({ from: '2026-11-20', until: '2027-04-01' })
  expect(riskDays('2026-11-20', '2028-04-01', undefined)).toEqual({ from: '2026-11-20', until: '2028-04-01' })
  expect(riskDays('2026-11-20', '2025-06-01', undefined)).toEqual({ from: '2025-06-01', until: '2026-04-01' })
  expect(riskDays('2026-11-20', '2028-04-01', '2027-01-01')).toEqual({ from: '2026-11-20', until: '2027-01-01' })
})

test('lists are narrowed by reason, highest division and highest skill; choices are those of the list', () => {
  expect(narrowed(risk, { reason: 'retirement' }).losses).toHaveLength(1)
  expect(narrowed(risk, { part: '総務部' }).leavers).toHaveLength(1)
  expect(narrowed(risk, { part: '*' }).single).toHaveLength(1)
  expect(narrowed(risk, { field: '行政DX' }).losses).toHaveLength(0)
  expect(choicesOf(risk, 'losses')).toEqual({ reasons: ['retirement', 'badge-ended'], parts: ['総務部'], fields: ['行政実務'] })
  expect(choicesOf(risk, 'leavers')).toEqual({ reasons: ['retirement'], parts: ['総務部'], fields: [] })
})

test('a copied list has its head and a row for each line', () => {
  for (const list of ['losses', 'leavers', 'ending', 'single'] as const) {
    const rows = copiedRisk(list, risk, peopleOf(risk), texts.ja)
    expect(rows).toHaveLength(risk[list].length + 1)
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length)
  }
})
