import type { ReactNode } from 'react'
import type { ScreenName } from '../view/view'

/** A screen: its name, its group in the rail, and its component. Its words are `text.shell.screens[name]`. */
export interface Screen {
  readonly name: ScreenName
  /** The group of the rail; null for a screen reached only from others. */
  readonly group: 'daily' | 'see' | 'setUp' | null
  /** The rail's entry that is current while this screen is shown. */
  readonly under: ScreenName
  readonly Show: () => ReactNode
}
