import type { ReactNode } from 'react'
import type { ScreenName, ScreenParameters } from '../view/view'

/** A screen: its name, the parameters of its address, its group in the rail, and its component. Its words are `text.shell.screens[name]`. */
export interface Screen<Name extends ScreenName = ScreenName> {
  readonly name: Name
  /** What the screen keeps in its address besides day, level and grades. */
  readonly parameters: readonly ScreenParameters[Name][]
  /** The group of the rail; null for a screen reached only from others. */
  readonly group: 'daily' | 'see' | 'setUp' | null
  /** The rail's entry that is current while this screen is shown. */
  readonly under: ScreenName
  readonly Show: () => ReactNode
}
