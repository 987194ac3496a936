import { describe, expect, test } from 'vitest'
import { success } from '../../shared/model/problem'
import { everyone } from './fake/city'
import { listPeople, readCoverage } from './fake/coverage'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

describe('職員', () => {
  test('without a skill, lists everyone in post on the day by kana', async () => {
    const page = words(await shown(fakeApi(), '#/people'))
    expect(page).toMatch(/令和8年11月20日に在籍する *\d+人 *です（うち休職・育休 \d+人）/)
    expect(page).toContain('並び かな順')
  })

  test('people on leave are found and marked, and have a list of their own that is as long as the number', async () => {
    const away = everyone.filter(({ leave }) => leave !== 'none')
    for (const { name, leave } of away) {
      const found = words(await shown(fakeApi(), `#/people?text=${encodeURIComponent(name)}`))
      expect(found).toMatch(new RegExp(`${name}.*${leave === 'childcare' ? '育休' : '休職'}`))
    }
    const list = await shown(fakeApi(), '#/people?which=onLeave')
    expect(words(list)).toMatch(new RegExp(`スキルマップの対象から除いている *${away.length}人`))
    expect(list.match(/aria-posinset/g)).toHaveLength(away.length)
  })

  test('the number of a division on the map leads to the people in scope, without those on leave', async () => {
    expect(words(await shown(fakeApi(), '#/people?which=counting'))).toMatch(/スキルマップの対象 *440人/)
  })

  test('on a day after today, the list has its own group for those who have gone by then', async () => {
    const api = fakeApi(
      {},
      {
        'coverage.read': (scope) => {
          const table = readCoverage(scope)
          return success({ ...table, left: { ...table.left, leavers: scope.withLeavers === true ? 5 : 0 } })
        },
      },
    )
    expect(words(await shown(api, '#/people'))).not.toContain('退職など')
    expect(words(await shown(api, '#/people?on=2027-04-01'))).toMatch(/除外 退職など 5人/)
    expect(words(await shown(api, '#/skillMap?on=2027-04-01'))).toMatch(/除外 休職・育休 \d+人.退職など 5人/)
    expect(words(await shown(api, '#/skillMap?on=2027-04-01'))).toContain('退職者も数える')
  })

  test('the list of a number has exactly that length', async () => {
    const html = await shown(fakeApi(), `#/people?division=0104&which=counting&skill=${encodeURIComponent('行政実務/災害対策')}`)
    expect(words(html)).toMatch(/防災危機管理課 × 災害対策（Lv1以上）/)
    expect(words(html)).toMatch(/数えている *2人/)
    expect(html.match(/aria-posinset/g)).toHaveLength(2)
  })

  test('a badge with unknown revocation is marked in the list and in the panel of the map', async () => {
    const api = fakeApi(
      {},
      {
        'people.list': (input) => {
          const { total, onLeave, people } = listPeople(input)
          return success({
            total,
            onLeave,
            people: people.map((person) => ({ ...person, skills: person.skills.map((held) => ({ ...held, statusUnknown: true })) })),
          })
        },
      },
    )
    const skill = encodeURIComponent('行政実務/災害対策')
    expect(words(await shown(api, `#/people?division=0104&which=counting&skill=${skill}`)).match(/失効未確認/g)).toHaveLength(2)
    // Two who count, and one who stands apart.
    expect(words(await shown(api, `#/skillMap?division=0104&skill=${skill}`)).match(/失効未確認/g)).toHaveLength(3)
  })

  test('a day before the first roster has no record: neither the list nor the map shows numbers', async () => {
    for (const screen of ['people', 'skillMap']) {
      const page = words(await shown(fakeApi(), `#/${screen}?on=2026-03-31`))
      expect(page).toContain('記録なし この基準日は、最初の名簿の日より前です。')
      expect(page).not.toMatch(/[0-9]+人/)
      expect(words(await shown(fakeApi(), `#/${screen}?on=2026-04-01`))).not.toContain('最初の名簿の日より前')
    }
  })

  test('finds part of a kana', async () => {
    const page = words(await shown(fakeApi(), `#/people?text=${encodeURIComponent('さかきばら')}`))
    expect(page).toContain('「さかきばら」に当たる')
    expect(page).not.toContain('浜﨑')
  })

  test('explains an empty result', async () => {
    expect(words(await shown(fakeApi(), '#/people?text=zzz'))).toContain('当てはまる職員はいません')
  })
})

describe('the card of a person', () => {
  test('shows post, skills, evidence, and what no record means', async () => {
    const page = words(await shown(fakeApi(), '#/person?person=0010101'))
    expect(page).toMatch(/総務課 主査。いま数えているスキルは *2つ/)
    expect(page).toContain('採用から11年目。所属の記録は3課、')
    expect(page).toContain('法務 初級')
    expect(page).toContain('能力が無いという意味ではありません')
  })

  test('lists the skills only this person holds', async () => {
    const page = words(await shown(fakeApi(), '#/person?person=0010413'))
    expect(page).toContain('この人だけが持つスキル')
    expect(page).toContain('防災危機管理課の')
  })

  test('an unknown person is shown as a problem', async () => {
    expect(await shown(fakeApi(), '#/person?person=999')).toContain('role="alert"')
  })

  test('is complete in English', async () => {
    const page = words(await shown(fakeApi({ locale: 'en' }), '#/person?person=0010101'))
    expect(page).toContain('Saegusa Takuya')
    expect(page).toContain('Skills and evidence')
  })
})
