import type { ListedRequirement } from '../../../shared/contract/requirement'
import { freeIds, type Requirement, requirementLimits } from '../../../shared/model/requirement'
import type { Level } from '../../../shared/model/skill'

/** The requirement as it is stored: without what the list adds. */
export const stored = ({ divisionPath: _path, gone: _gone, ...requirement }: ListedRequirement): Omit<ListedRequirement, 'divisionPath' | 'gone'> => requirement

type Stored = ReturnType<typeof stored>

/** One step of editing: what is saved and what is removed. */
export interface Edit {
  readonly save: readonly Stored[]
  readonly remove: readonly string[]
}

export const changesNothing = ({ save, remove }: Edit): boolean => save.length === 0 && remove.length === 0

/** Whether a requirement is one the grid writes: n people of a division as one, whatever their posts, without an end. */
export const isPlain = ({ rule, reach, posts, jobTypes, employments, startsOn, endsOn }: Requirement): boolean =>
  rule.kind === 'people' && reach === 'division' && posts.length + jobTypes.length + employments.length === 0 && startsOn === null && endsOn === null

const keyOf = (divisionCode: string | null, skill: string): string => JSON.stringify([divisionCode, skill])

/** The requirements that the grid shows at a level, by division and skill. Of several for one cell the first. */
export function plainCells(
  requirements: readonly ListedRequirement[],
  level: Level,
): (divisionCode: string | null, skill: string) => ListedRequirement | undefined {
  const cells = new Map<string, ListedRequirement>()
  for (const one of requirements) {
    const key = keyOf(one.divisionCode, one.skill)
    if (one.level === level && isPlain(one) && !cells.has(key)) cells.set(key, one)
  }
  return (divisionCode, skill) => cells.get(keyOf(divisionCode, skill))
}

/** A cell of the grid with its new number; null removes the requirement. */
export interface CellValue {
  readonly divisionCode: string | null
  readonly skill: string
  readonly people: number | null
}

/** The edit that gives cells of a level their new numbers. Cells that have them already are not in it. */
export function editOf(cells: readonly CellValue[], requirements: readonly ListedRequirement[], level: Level): Edit {
  const at = plainCells(requirements, level)
  const ids = freeIds(new Set(requirements.flatMap(({ id, exceptions }) => [id, ...exceptions.map((one) => one.id)])))
  const edit: { readonly save: Stored[]; readonly remove: string[] } = { save: [], remove: [] }
  for (const { divisionCode, skill, people } of cells) {
    const known = at(divisionCode, skill)
    if (people === null) {
      if (known !== undefined) edit.remove.push(known.id)
    } else if (known === undefined) {
      const lists = { exceptions: [], posts: [], jobTypes: [], employments: [] }
      const open = { startsOn: null, endsOn: null, note: '' }
      edit.save.push({ id: ids.next().value, divisionCode, skill, level, rule: { kind: 'people', people }, reach: 'division', ...lists, ...open })
    } else if (known.rule.kind === 'people' && known.rule.people !== people) edit.save.push({ ...stored(known), rule: { kind: 'people', people } })
  }
  return edit
}

/** The edit that takes another one back. @param before The requirements before that edit. */
export function inverseOf({ save, remove }: Edit, before: readonly ListedRequirement[]): Edit {
  const byId = new Map(before.map((one) => [one.id, one]))
  const touched = [...save.map(({ id }) => id), ...remove]
  return {
    save: touched.flatMap((id) => {
      const one = byId.get(id)
      return one === undefined ? [] : [stored(one)]
    }),
    remove: save.flatMap(({ id }) => (byId.has(id) ? [] : [id])),
  }
}

/** A typed or pasted number: null for nothing, undefined where it is no number of people. */
export function readPeople(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim().replace(/人$/, '')
  if (plain === '' || plain === '0') return null
  const people = /^\d{1,4}$/.test(plain) ? Number(plain) : 0
  return people >= 1 && people <= requirementLimits.people ? people : undefined
}

/** A pasted block: its rows of numbers, or the first text that is no number of people. */
export function readBlock(text: string): { readonly rows: readonly (readonly (number | null)[])[] } | { readonly wrong: string } {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const rows: (number | null)[][] = []
  for (const line of lines) {
    const row: (number | null)[] = []
    for (const cell of line.split('\t')) {
      const people = readPeople(cell)
      if (people === undefined) return { wrong: cell }
      row.push(people)
    }
    rows.push(row)
  }
  return { rows }
}
