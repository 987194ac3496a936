import { describe, expect, test } from 'vitest'
import { listedSkills, skillsInOrder, summaryOf, whyNotOf } from '../../renderer/screens/people/summary'
import { bestOf } from '../../renderer/screens/skillMap/bestOf'
import { reading } from '../../renderer/words/reading'
import type { HeldSkill } from '../../shared/contract/people'
import { axesOf } from './fake/badges'

const held = (skill: string, credentialId: number, more: Partial<HeldSkill> = {}): HeldSkill => ({
  skill,
  level: 1,
  credentialId,
  credentialUri: null,
  statusUnknown: false,
  achievementName: skill,
  grade: 'verified',
  validFrom: '2024-04-01',
  validUntil: null,
  skillUntil: more.validUntil ?? null,
  counts: true,
  contested: false,
  ...more,
})

describe('the sentence about a person', () => {
  const skills = [
    held('DX/GIS', 1, { validUntil: '2027-03-31' }),
    held('DX/データ活用', 2, { validUntil: '2027-03-31' }),
    held('DX/データ活用', 3),
    held('実務/法務', 4, { grade: 'unproven', counts: false }),
  ]
  const badges = skills.map(({ credentialId, grade, counts }) => ({
    credentialId,
    achievementName: null,
    issuerName: null,
    claimedIssuerName: null,
    grade,
    axes: axesOf[grade],
    counts,
    contested: false,
    validFrom: null,
    validUntil: null,
    skills: [],
  }))
  const assignments = [
    {
      divisionCode: '1',
      division: '市民部/税務課',
      post: '主査',
      concurrent: false,
      leave: 'none' as const,
      startsOn: '2023-04-01' as const,
      endsOn: null,
      current: true,
    },
  ]

  test('counts each skill once, and those no badge supports after 31 March', () => {
    expect(summaryOf({ assignments, skills, badges }, '2026-11-20')).toEqual({
      post: { division: '税務課', post: '主査' },
      skills: 2,
      ending: 1,
      endingBy: '2027-03-31',
      unproven: 1,
    })
  })

  test('has no post without an assignment on the day', () => {
    expect(summaryOf({ assignments: [], skills: [], badges: [] }, '2026-11-20').post).toBeNull()
  })
})

describe('why a badge does not count', () => {
  const badge = { counts: false, validFrom: '2020-04-01', validUntil: null, grade: 'verified', axes: axesOf.verified } as const
  test('is its grade before its dates', () => {
    expect(whyNotOf({ ...badge, grade: 'unproven', validUntil: '2021-03-31' }, '2026-11-20')).toBe('unproven')
  })
  test('is its end, its beginning, or its revocation, on the reference day', () => {
    expect(whyNotOf({ ...badge, validUntil: '2026-03-31' }, '2026-11-20')).toBe('expired')
    expect(whyNotOf({ ...badge, validFrom: '2027-01-01' }, '2026-11-20')).toBe('notYet')
    expect(whyNotOf({ ...badge, axes: { ...axesOf.verified, status: 'revoked' } }, '2026-11-20')).toBe('revoked')
  })
  test('is empty for a counting badge', () => {
    expect(whyNotOf({ ...badge, counts: true }, '2026-11-20')).toBeNull()
  })
})

describe('the skills of a line', () => {
  test('are the highest counting level of each; uncounted badges are a number', () => {
    const skills = [held('a/GIS', 1), held('a/GIS', 2, { level: 3 }), held('a/GIS', 3, { counts: false }), held('b/法務', 4, { counts: false })]
    expect(listedSkills(skills)).toEqual({ counting: [{ name: 'GIS', level: 3 }], others: 1 })
  })

  test('of the card begin with counting ones', () => {
    const skills = [held('a', 1, { counts: false }), held('b', 2), held('b', 3, { level: 2 })]
    expect(skillsInOrder(skills).map(({ credentialId }) => credentialId)).toEqual([3, 2, 1])
  })
})

describe('the badge shown for a number', () => {
  const skills = [
    held('DX/GIS', 1, { level: 1 }),
    held('DX/GIS', 2, { level: 4, counts: false, grade: 'rejected' }),
    held('DX/GIS', 3, { level: 2, counts: false, grade: 'unproven' }),
    held('DX/GISS', 4, { level: 4 }),
  ]
  test('is the highest that counts', () => {
    expect(bestOf(skills, 'DX/GIS', true)?.credentialId).toBe(1)
  })
  test('is never a rejected one where another waits to be proven', () => {
    expect(bestOf(skills, 'DX/GIS', false)?.credentialId).toBe(3)
  })
  test('of a branch may be of any skill below it', () => {
    expect(bestOf(skills, 'DX', true)?.credentialId).toBe(4)
  })
})

describe('how a name is read in English', () => {
  test('kana become romaji as passports write them', () => {
    expect(reading('たかはし りょうすけ', 'en')).toBe('Takahashi Ryosuke')
    expect(reading('ｻｶｷﾊﾞﾗ ｾｲｲﾁ', 'en')).toBe('Sakakibara Seiichi')
    expect(reading('はっとり じゅんいち', 'en')).toBe('Hattori Junichi')
    expect(reading('ほんま けんた', 'en')).toBe('Homma Kenta')
    expect(reading('にし ソフィア', 'en')).toBe('Nishi Sofia')
  })
  test('in Japanese they stay as they were stored', () => {
    expect(reading('ﾊﾏｻｷ ｹﾝ', 'ja')).toBe('ﾊﾏｻｷ ｹﾝ')
    expect(reading(null, 'en')).toBe('')
  })
})
