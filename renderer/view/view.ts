import { createContext, useContext } from 'react'
import type { Scope } from '../../shared/contract/parts'
import { type Day, isDay } from '../../shared/model/day'
import { isLevel, type Level } from '../../shared/model/skill'
import { countingGrades, type Grade, gradeValues } from '../../shared/model/verification'

export const screenNames = ['start', 'importing', 'unmatched', 'skillMap', 'people', 'person', 'badge', 'issuers'] as const
export type ScreenName = (typeof screenNames)[number]

/** Things a screen has chosen, by kind; their identities as text. */
export const selectedNames = [
  'division',
  'skill',
  'person',
  'badge',
  'which',
  'text',
  'import',
  'outcome',
  'grade',
  'among',
  'code',
  'issuer',
  'roster',
  'tab',
  'folded',
  'show',
] as const
export type SelectedName = (typeof selectedNames)[number]
export type Selected = Readonly<Partial<Record<SelectedName, string>>>

/** Where the person is, and whom the numbers count: everything a reload or the back button must bring back. */
export interface View {
  /** Null: wherever the program begins. */
  readonly screen: ScreenName | null
  /** 基準日; null follows today. */
  readonly on: Day | null
  readonly level: Level
  readonly grades: readonly Grade[]
  readonly includeLeave: boolean
  readonly selected: Selected
}

export const firstView: View = { screen: null, on: null, level: 1, grades: countingGrades, includeLeave: false, selected: {} }

const among = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | null => values.find((value) => value === text) ?? null

/** The view a hash stands for: `#/skillMap?on=2026-11-20&division=0104`. What it does not say, or says wrongly, is as in `firstView`. */
export function readView(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const said = new URLSearchParams(query)
  const on = said.get('on')
  const level = Number(said.get('level'))
  const grades = gradeValues.filter((grade) => (said.get('grades') ?? '').split(',').includes(grade))
  const selected: Partial<Record<SelectedName, string>> = {}
  for (const name of selectedNames) {
    const value = said.get(name)
    if (value !== null) selected[name] = value
  }
  return {
    screen: among(screenNames, path),
    on: on !== null && isDay(on) ? on : null,
    level: isLevel(level) ? level : firstView.level,
    grades: grades.length > 0 ? grades : firstView.grades,
    includeLeave: said.get('leave') === '1',
    selected,
  }
}

/** The hash of a view; what is as in `firstView` is left out. `readView(writeView(view))` is the view again. */
export function writeView(view: View): string {
  const said = new URLSearchParams()
  if (view.on !== null) said.set('on', view.on)
  if (view.level !== firstView.level) said.set('level', String(view.level))
  if (view.grades.join() !== firstView.grades.join()) said.set('grades', view.grades.join(','))
  if (view.includeLeave) said.set('leave', '1')
  for (const name of selectedNames) {
    const value = view.selected[name]
    if (value !== undefined) said.set(name, value)
  }
  const query = said.toString()
  return `#/${view.screen ?? ''}${query === '' ? '' : `?${query}`}`
}

export interface ViewControl {
  readonly view: View
  readonly screen: ScreenName
  readonly today: Day
  /** 基準日: the day of the view, today where it names none. */
  readonly on: Day
  /** The scope every call about coverage takes. */
  readonly scope: Scope
  /** The address of a screen, for a link; day, level and grades stay as they are. */
  readonly linkTo: (screen: ScreenName, selected?: Selected) => string
  readonly go: (screen: ScreenName, selected?: Selected) => void
  /** Changes the view in place. A step the back button takes back, unless `quietly`. */
  readonly change: (change: Partial<Omit<View, 'screen'>>, quietly?: 'quietly') => void
  /** Adds to what is chosen; an undefined value takes the choice away. */
  readonly select: (selected: { readonly [Name in SelectedName]?: string | undefined }, quietly?: 'quietly') => void
}

export const ViewContext = createContext<ViewControl | null>(null)

export function useView(): ViewControl {
  const control = useContext(ViewContext)
  if (control === null) throw new Error('ViewContext has no provider')
  return control
}
