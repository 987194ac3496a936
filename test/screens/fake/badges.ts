import type { BadgeRow, HeldSkill, PersonRow } from '../../../shared/contract/people'
import type { Day } from '../../../shared/model/day'
import type { AxisValues, Grade } from '../../../shared/model/verification'
import { departments, everyone, type FakePerson, skillNames, skillPaths } from './city'

export interface FakeBadge {
  readonly credentialId: number
  readonly person: FakePerson
  readonly skill: string
  readonly skillName: string
  readonly level: 1 | 2 | 3 | 4
  readonly grade: Grade
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly expired: boolean
  readonly issuer: string
}

const issuers = ['東峰大学 通信教育部', '全国自治体研修機構', '青峰市研修センター'] as const

const intact: AxisValues = { integrity: 'intact', issuer: 'registered', time: 'current', status: 'clear', schema: 'ok', recipient: 'matched' }
export const axesOf: Readonly<Record<Grade, AxisValues>> = {
  verified: intact,
  confirmed: { ...intact, integrity: 'unsigned', status: 'unknown' },
  unregistered: { ...intact, issuer: 'unregistered', status: 'none' },
  unproven: { ...intact, integrity: 'unsigned', issuer: 'unresolved', status: 'unknown' },
  rejected: { ...intact, integrity: 'altered' },
}

function gradeOf(counts: boolean, seed: number): Grade {
  if (counts) return seed % 6 === 0 ? 'confirmed' : 'verified'
  return seed % 3 === 0 ? 'unregistered' : 'unproven'
}

/** One badge for each holding of the city's table, then a few that are rejected or expired. */
export const badges: readonly FakeBadge[] = (() => {
  const made: FakeBadge[] = []
  const add = (person: FakePerson, skill: number, grade: Grade, expired: boolean) => {
    const seed = made.length
    made.push({
      credentialId: seed + 1,
      person,
      skill: skillPaths[skill]!,
      skillName: skillNames[skill]!,
      level: ((seed % 3) + 1) as 1 | 2 | 3,
      grade,
      validFrom: `${2023 + (seed % 4)}-0${(seed % 9) + 1}-1${seed % 9}` as Day,
      validUntil: expired ? '2026-03-31' : seed % 4 === 0 ? null : (`${2027 + (seed % 3)}-03-31` as Day),
      expired,
      issuer: issuers[seed % issuers.length]!,
    })
  }
  for (const section of departments.flatMap((department) => department.sections)) {
    // Holders are taken from those at work, so that the counts of the table hold with the default scope.
    const people = everyone.filter((person) => person.divisionCode === section.code && person.leave === 'none')
    section.holders.forEach((holders, skill) => {
      for (let k = 0; k < holders; k += 1) add(people[(skill * 3 + k) % people.length]!, skill, gradeOf(true, made.length), false)
      for (let k = 0; k < (section.apart?.[skill] ?? 0); k += 1)
        add(people[(skill * 3 + holders + k) % people.length]!, skill, gradeOf(false, made.length), false)
    })
  }
  for (const [index, grade] of (['rejected', 'rejected', 'verified', 'verified'] as const).entries())
    add(everyone[index * 31]!, index + 2, grade, grade === 'verified')
  return made
})()

const counts = (badge: FakeBadge): boolean => (badge.grade === 'verified' || badge.grade === 'confirmed') && !badge.expired

export const heldSkill = (badge: FakeBadge): HeldSkill => ({
  skill: badge.skill,
  level: badge.level,
  credentialId: badge.credentialId,
  credentialUri: null,
  statusUnknown: axesOf[badge.grade].status === 'unknown',
  achievementName: `${badge.skillName} ${['初級', '中級', '上級', '指導者'][badge.level - 1]}`,
  grade: badge.grade,
  validFrom: badge.validFrom,
  validUntil: badge.validUntil,
  skillUntil: badge.validUntil,
  counts: counts(badge),
  contested: false,
})

export const badgeRow = (badge: FakeBadge): BadgeRow => ({
  credentialId: badge.credentialId,
  achievementName: heldSkill(badge).achievementName,
  issuerName: badge.grade === 'verified' || badge.grade === 'confirmed' ? badge.issuer : null,
  claimedIssuerName: badge.issuer,
  grade: badge.grade,
  axes: { ...axesOf[badge.grade], time: badge.expired ? 'expired' : 'current' },
  counts: counts(badge),
  contested: false,
  validFrom: badge.validFrom,
  validUntil: badge.validUntil,
  skills: [{ skill: badge.skill, level: badge.level }],
})

export const badgesOf = (person: FakePerson): readonly FakeBadge[] => badges.filter((badge) => badge.person === person)

export const personRow = (person: FakePerson): PersonRow => ({
  staffNumber: person.staffNumber,
  name: person.name,
  kana: person.kana,
  divisionCode: person.divisionCode,
  division: `${person.department}/${person.division}`,
  post: person.post,
  concurrent: false,
  leave: person.leave,
  skills: badgesOf(person).map(heldSkill),
})
