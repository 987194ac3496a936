import { expect, test } from 'vitest'
import { levelOf } from '../../../../electron/roster/skills/levelOf'
import { type HeldAchievement, proposeMappings } from '../../../../electron/roster/skills/proposeMappings'

const achievement = (name: string, more: Partial<HeldAchievement> = {}): HeldAchievement => ({
  id: 'https://a.example/1',
  name,
  description: null,
  criteria: null,
  tags: [],
  alignments: [],
  badges: 1,
  ...more,
})
const aligned = (name: string | null, code: string | null) => [{ name, url: null, framework: null, code }]
const propose = (one: HeldAchievement, skills: readonly string[] = []) => proposeMappings([one], skills, [])[0]

test('an alignment comes before a tag, and a tag before the name', () => {
  const skills = ['法務', '防災/災害対策', '行政DX/データ活用']
  expect(propose(achievement('データ活用', { tags: ['法務'], alignments: aligned('災害対策', null) }), skills)).toMatchObject({
    skill: '防災/災害対策',
    reason: 'alignment',
  })
  expect(propose(achievement('データ活用', { tags: ['法務'] }), skills)).toMatchObject({ skill: '法務', reason: 'tag' })
  expect(propose(achievement('データ活用'), skills)).toMatchObject({ skill: '行政DX/データ活用', reason: 'name' })
  expect(propose(achievement('x', { alignments: aligned(null, '法務') }), skills)).toMatchObject({ skill: '法務', reason: 'alignment' })
})

test.each([
  ['ＧＩＳ（地理情報）実務研修', '行政DX/GIS', 2],
  ['Data Science Basics', '行政DX/データ活用', 1],
  ['生成AI活用 応用', '行政DX/生成AI活用', 3],
  ['防災リーダー養成講座', '防災/災害対策', 4],
  ['個人情報保護 初級', '情報管理/個人情報保護', 1],
])('%s is proposed as %s at level %d', (name, skill, level) => expect(propose(achievement(name))).toMatchObject({ skill, level, reason: 'name' }))

test('a skill of the city is taken before the starter tree, wherever it stands', () => {
  expect(propose(achievement('情報セキュリティ基礎'), ['IT/情報セキュリティ'])?.skill).toBe('IT/情報セキュリティ')
})

test('letters inside another word are no word', () => {
  expect(propose(achievement('Staff Training Day'))).toBeUndefined()
})

test('an achievement with a mapping, without an id or without a known word gets no proposal', () => {
  expect(proposeMappings([achievement('GIS')], [], [{ achievementId: 'https://a.example/1', skill: 'x', level: 1 }])).toEqual([])
  expect(propose(achievement('GIS', { id: null }))).toBeUndefined()
  expect(propose(achievement('永年勤続'))).toBeUndefined()
})

test.each([
  ['データ活用', 1],
  ['データ活用 入門', 1],
  ['中級', 2],
  ['応用', 3],
  ['マイスター', 4],
  ['データ活用Ⅰ', 1],
  ['データ活用Ⅱ', 2],
  ['データ活用Ⅲ', 3],
  ['データ活用Ⅳ', 4],
  ['簿記3級', 1],
  ['簿記２級', 2],
  ['簿記1級', 3],
  ['Project Management Advanced', 3],
  ['Disaster Leader', 4],
  ['Level 3', 3],
  ['レベル2', 2],
])('the level of %s is %d', (name, level) => expect(levelOf(name)).toBe(level))
