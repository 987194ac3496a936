import type { Input, Output } from '../../../shared/contract'
import type { Scope } from '../../../shared/contract/parts'
import { badges, badgesOf, type FakeBadge, heldSkill, personRow } from './badges'
import { departments, everyone, type FakePerson, skillNames, skillPaths } from './city'

const under = (code: string | null, person: FakePerson): boolean => code === null || person.divisionCode.startsWith(code)
const inScope = (scope: Scope, person: FakePerson): boolean => scope.includeLeave || person.leave === 'none'
const hasSkill = (path: string, badge: FakeBadge): boolean => badge.skill === path || badge.skill.startsWith(`${path}/`)
const counting = (scope: Scope, badge: FakeBadge): boolean =>
  badge.level >= scope.level && scope.grades.includes(badge.grade) && !badge.expired && badge.grade !== 'rejected'
const setApart = (scope: Scope, badge: FakeBadge): boolean =>
  badge.level >= scope.level && !scope.grades.includes(badge.grade) && (badge.grade === 'unproven' || badge.grade === 'unregistered')

function holders(scope: Scope, code: string | null, skill: string, which: 'counting' | 'apart'): readonly FakePerson[] {
  const found = badges.filter((badge) => hasSkill(skill, badge) && under(code, badge.person) && inScope(scope, badge.person))
  const counted = new Set(found.filter((badge) => counting(scope, badge)).map((badge) => badge.person))
  if (which === 'counting') return [...counted]
  return [...new Set(found.filter((badge) => setApart(scope, badge)).map((badge) => badge.person))].filter((person) => !counted.has(person))
}

const branches = [...new Set(skillPaths.map((path) => path.split('/')[0]!))]
const skills = branches.flatMap((branch) => [
  { path: branch, name: branch, depth: 0, branch: true },
  ...skillPaths.flatMap((path, index) => (path.startsWith(`${branch}/`) ? [{ path, name: skillNames[index]!, depth: 1, branch: false }] : [])),
])

export function readCoverage(scope: Scope): Output<'coverage.read'> {
  const peopleOf = (code: string | null) => everyone.filter((person) => under(code, person) && inScope(scope, person)).length
  const divisions = [
    { code: null, name: '全体', path: '*', parentCode: null, depth: 0, people: peopleOf(null), children: departments.length },
    ...departments.flatMap((department) => [
      {
        code: department.code,
        name: department.name,
        path: department.name,
        parentCode: null,
        depth: 1,
        people: peopleOf(department.code),
        children: department.sections.length,
      },
      ...department.sections.map((section) => ({
        code: section.code,
        name: section.name,
        path: `${department.name}/${section.name}`,
        parentCode: department.code,
        depth: 2,
        people: peopleOf(section.code),
        children: 0,
      })),
    ]),
  ]
  const matrix = (which: 'counting' | 'apart') => divisions.map((division) => skills.map((skill) => holders(scope, division.code, skill.path, which).length))
  return {
    scope,
    divisions,
    skills,
    holders: matrix('counting'),
    apart: matrix('apart'),
    left: {
      onLeave: scope.includeLeave ? 0 : everyone.length - everyone.filter((person) => person.leave === 'none').length,
      leavers: 0,
      unproven: 84,
      unregistered: 12,
      rejected: 9,
      expired: 30,
      revoked: 2,
      unmatched: 17,
      unmapped: 6,
    },
  }
}

export function listPeople({ scope, skill, divisionCode, text, which, offset, limit }: Input<'people.list'>): Output<'people.list'> {
  const people =
    which === 'onLeave'
      ? everyone.filter((person) => under(divisionCode, person) && person.leave !== 'none')
      : which === 'leavers'
        ? []
        : skill === null
          ? everyone.filter((person) => under(divisionCode, person) && inScope(scope, person))
          : holders(scope, divisionCode, skill, which)
  const found = people
    .filter((person) => text === null || `${person.name} ${person.name.replace(' ', '')} ${person.kana} ${person.staffNumber}`.includes(text))
    .toSorted((a, b) => a.kana.localeCompare(b.kana, 'ja') || a.staffNumber.localeCompare(b.staffNumber))
  return { total: found.length, onLeave: found.filter((person) => person.leave !== 'none').length, people: found.slice(offset, offset + limit).map(personRow) }
}

export function soleHolderOf(person: FakePerson): Output<'people.read'>['soleHolderOf'] {
  const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
  return badgesOf(person)
    .map(heldSkill)
    .filter((held) => held.counts && holders(scope, person.divisionCode, held.skill, 'counting').length === 1)
    .map((held) => ({ skill: held.skill, divisionCode: person.divisionCode, division: person.division }))
}
