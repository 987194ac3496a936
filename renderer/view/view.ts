import { createContext, useContext } from 'react'
import type { Scope } from '../../shared/contract/parts'
import { type Day, isDay } from '../../shared/model/day'
import { isLevel, type Level } from '../../shared/model/skill'
import { countingGrades, type Grade, gradeValues } from '../../shared/model/verification'

/**
 * The parameters of each screen: what it keeps in its address besides day, level and grades. Each entry of the screens' shelf adds its own name and
 * parameters here, beside its entry.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the screens.
export interface ScreenParameters {}

export type ScreenName = keyof ScreenParameters
/** What is chosen on a screen, by parameter; identities as text. */
export type Selected<Name extends ScreenName = ScreenName> = Readonly<Partial<Record<ScreenParameters[Name], string>>>
/** A change of what is chosen; an undefined value takes the choice away. */
export type Selecting<Name extends ScreenName = ScreenName> = { readonly [Parameter in ScreenParameters[Name]]?: string | undefined }

/** The screens there are, each with its parameters, and the one a hash without a screen means. */
export interface Screens {
  readonly home: ScreenName
  readonly parameters: { readonly [Name in ScreenName]: readonly ScreenParameters[Name][] }
}

/** Where the person is, and whom the numbers count: everything a reload or the back button must bring back. */
export interface View {
  /** Null: wherever the program begins. */
  readonly screen: ScreenName | null
  /** 基準日; null follows today. */
  readonly on: Day | null
  readonly level: Level
  readonly grades: readonly Grade[]
  readonly includeLeave: boolean
  /** Whether those who have gone by the day are left out; null: after today. */
  readonly withLeavers: boolean | null
  readonly selected: Selected
}

export const firstView: View = { screen: null, on: null, level: 1, grades: countingGrades, includeLeave: false, withLeavers: null, selected: {} }

/** How the address says whether those who have gone are counted. */
const leaversWords: Readonly<Record<string, boolean>> = { out: true, in: false }

const isScreen = (name: string, parameters: Screens['parameters']): name is ScreenName => Object.hasOwn(parameters, name)

/**
 * The view a hash stands for: `#/skillMap?on=2026-11-20&division=0104`. What it does not say, or says wrongly, is as in `firstView`; what is no parameter of
 * its screen is left out.
 */
export function readView(hash: string, { home, parameters }: Screens): View {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const said = new URLSearchParams(query)
  const on = said.get('on')
  const level = Number(said.get('level'))
  const grades = gradeValues.filter((grade) => (said.get('grades') ?? '').split(',').includes(grade))
  const screen = isScreen(path, parameters) ? path : null
  const names: readonly ScreenParameters[ScreenName][] = parameters[screen ?? home]
  const selected: Partial<Record<ScreenParameters[ScreenName], string>> = {}
  for (const name of names) {
    const value = said.get(name)
    if (value !== null) selected[name] = value
  }
  return {
    screen,
    on: on !== null && isDay(on) ? on : null,
    level: isLevel(level) ? level : firstView.level,
    grades: grades.length > 0 ? grades : firstView.grades,
    includeLeave: said.get('leave') === '1',
    withLeavers: leaversWords[said.get('leavers') ?? ''] ?? null,
    selected,
  }
}

/** The hash of a view; what is as in `firstView` is left out. `readView(writeView(view), screens)` is the view again. */
export function writeView(view: View): string {
  const said = new URLSearchParams()
  if (view.on !== null) said.set('on', view.on)
  if (view.level !== firstView.level) said.set('level', String(view.level))
  if (view.grades.join() !== firstView.grades.join()) said.set('grades', view.grades.join(','))
  if (view.includeLeave) said.set('leave', '1')
  if (view.withLeavers !== null) said.set('leavers', view.withLeavers ? 'out' : 'in')
  for (const [name, value] of Object.entries(view.selected)) if (value !== undefined) said.set(name, value)
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
  readonly linkTo: <Name extends ScreenName>(screen: Name, selected?: Selected<Name>) => string
  readonly go: <Name extends ScreenName>(screen: Name, selected?: Selected<Name>) => void
  /** Changes the view in place. A step the back button takes back, unless `quietly`. */
  readonly change: (change: Partial<Omit<View, 'screen'>>, quietly?: 'quietly') => void
  /** Adds to what is chosen. */
  readonly select: (selected: Selecting, quietly?: 'quietly') => void
}

export const ViewContext = createContext<ViewControl | null>(null)

export function useView(): ViewControl {
  const control = useContext(ViewContext)
  if (control === null) throw new Error('ViewContext has no provider')
  return control
}

/** What is chosen on this screen; nothing while another one is shown. */
export function useSelected<Name extends ScreenName>(
  name: Name,
): { readonly selected: Selected<Name>; readonly select: (selected: Selecting<Name>, quietly?: 'quietly') => void } {
  const { screen, view, select } = useView()
  // Read by the parameters of the screen that is shown.
  return { selected: (screen === name ? view.selected : {}) as Selected<Name>, select: select as (selected: Selecting<Name>, quietly?: 'quietly') => void }
}
