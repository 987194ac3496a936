import './Rail.css'
import type { ReactNode } from 'react'
import type { ScreenName } from '../view/view'
import { useView } from '../view/view'
import { useText } from '../words/text'

export interface RailEntry {
  readonly screen: ScreenName
  /** A number next to the name: unmatched badges, or the progress of a job. */
  readonly beside?: string | undefined
}

export interface RailGroup {
  readonly title: string
  readonly entries: readonly RailEntry[]
}

/** The places of the program, at the left of every working screen. `current` is the entry the screen belongs to. */
export function Rail({ city, groups, current }: { readonly city: ReactNode; readonly groups: readonly RailGroup[]; readonly current: ScreenName }) {
  const text = useText()
  const { linkTo } = useView()
  return (
    <nav className="rail" aria-label={text.shell.navigation}>
      <div className="brand">
        <b>
          {text.shell.brand}
          <span>{text.shell.brandLatin}</span>
        </b>
        {city}
      </div>
      {groups.map((group) => (
        <div key={group.title}>
          <h3>{group.title}</h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.screen}>
                <a href={linkTo(entry.screen)} aria-current={entry.screen === current ? 'page' : undefined}>
                  {text.shell.screens[entry.screen]}
                  {entry.beside !== undefined && <span className="rail-count">{entry.beside}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="rail-foot">
        <b>{text.shell.noNetwork}</b>
        <div className="rail-foot-more">{text.shell.noNetworkMore}</div>
      </div>
    </nav>
  )
}
