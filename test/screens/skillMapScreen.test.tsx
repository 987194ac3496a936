import { describe, expect, test } from 'vitest'
import { success } from '../../shared/model/problem'
import { readCoverage } from './fake/coverage'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

const cell = `#/skillMap?division=0104&skill=${encodeURIComponent('行政実務/災害対策')}`

describe('部署スキルマップ', () => {
  test('opens with a sentence, every division, and the band', async () => {
    const page = words(await shown(fakeApi(), '#/skillMap'))
    expect(page).toContain('どのスキルも市内に2人以上います。')
    expect(page).toContain('防災危機管理課')
    expect(page).toContain('数える A 署名検証済、C 照会済')
    expect(page).toContain('数えない 未確認 96件')
  })

  test('is a grid with one tab stop', async () => {
    const html = await shown(fakeApi(), '#/skillMap')
    const grid = html.slice(html.indexOf('role="grid"'), html.indexOf('</table>'))
    expect(grid.match(/tabindex="0"/gi)).toHaveLength(1)
    expect(grid).toContain('aria-rowcount="24"')
    expect(grid).toContain('aria-label="防災危機管理課、災害対策、2人、未確認1人"')
  })

  test('shows the chart next to the map while no cell is chosen', async () => {
    expect(words(await shown(fakeApi(), '#/skillMap'))).toContain('最も薄い災害対策は、16課のうち8課で0人、6課で1人です。')
  })

  test('a chosen cell lists counted and uncounted people', async () => {
    const page = words(await shown(fakeApi(), cell))
    expect(page).toContain('防災危機管理課 × 災害対策（Lv1以上）')
    expect(page).toContain('数えている人（2人）')
    expect(page).toContain('数えていない人（1人）')
    expect(page).toContain('2人を一覧で見る')
  })

  test('a single holder is marked as the only one, with the end of the term', async () => {
    const api = fakeApi(
      {},
      {
        'people.read': ({ staffNumber }) =>
          success({
            staffNumber,
            name: '石動 健',
            kana: null,
            formerName: null,
            emails: [],
            hiredOn: null,
            termEndsOn: '2027-04-01',
            assignments: [],
            badges: [],
            skills: [],
            soleHolderOf: [],
          }),
      },
    )
    const page = words(await shown(api, `#/skillMap?division=0104&skill=${encodeURIComponent('行政DX/GIS')}`))
    expect(page).toContain('この1人だけ')
    expect(page).toContain('任期 R9.3.31')
  })

  test('the panel shows a number that falls next April', async () => {
    const api = fakeApi(
      {},
      {
        'coverage.read': (scope) => {
          const now = readCoverage(scope)
          return success(scope.withLeavers === true ? { ...now, holders: now.holders.map((row) => row.map(() => 0)) } : now)
        },
      },
    )
    expect(words(await shown(api, cell))).toMatch(/令和9年4月1日には 0人 +になります/)
  })

  test('is complete in English', async () => {
    const page = words(await shown(fakeApi({ locale: 'en' }), cell))
    expect(page).toContain('Counted (2)')
    expect(page).toContain('Kubota Takashi')
    expect(page).toContain('Counted A Signature verified and C Confirmed')
  })
})

describe('an empty map', () => {
  test('asks for a roster first', async () => {
    expect(words(await shown(fakeApi({ scene: 'first' }), '#/skillMap'))).toContain('職員名簿がまだありません')
  })

  test('then for badges, and says that no badge does not mean no skill', async () => {
    const api = fakeApi()
    const application = await api.call('application.read', {})
    if (!application.ok) throw new Error('the fake always answers')
    const page = words(await shown(fakeApi({}, { 'application.read': () => success({ ...application.value, credentials: 0 }) }), '#/skillMap'))
    expect(page).toContain('まだバッジの記録がありません')
    expect(page).toContain('能力が無いという意味ではありません')
  })

  test('then for mappings, with the button that proposes them', async () => {
    const api = fakeApi({}, { 'coverage.read': (scope) => success({ ...readCoverage(scope), skills: [], holders: [], apart: [] }) })
    expect(words(await shown(api, '#/skillMap'))).toContain('対応付けを提案')
  })
})
