import type { Day } from '../../shared/model/day'
import { readView, type ScreenName, type Screens, type Selected, type Selecting, type View, type ViewControl, writeView } from './view'

/** How an address is put in place: `push` can be gone back from. */
export type Put = (hash: string, how: 'push' | 'replace') => void

/** Whether people whose term or service has ended by a day are left out of its numbers, unless chosen otherwise: after today. */
export const leaversAreOut = (on: Day, today: Day): boolean => on > today

/** What can be done with the view that `hash` stands for. */
export function controlOf(hash: string, today: Day, screens: Screens, put: Put): ViewControl {
  const view = readView(hash, screens)
  const on = view.on ?? today
  const at = (screen: ScreenName, selected: Selected = {}) => writeView({ ...view, screen, selected })
  const change = (changed: Partial<View>, quietly?: 'quietly') => put(writeView({ ...view, ...changed }), quietly ? 'replace' : 'push')
  return {
    view,
    screen: view.screen ?? screens.home,
    today,
    on,
    scope: { on, level: view.level, grades: [...view.grades], includeLeave: view.includeLeave, withLeavers: view.withLeavers ?? leaversAreOut(on, today) },
    linkTo: at,
    go: (screen, selected) => put(at(screen, selected), 'push'),
    change,
    select: (selected, quietly) => change({ selected: merged(view.selected, selected) }, quietly),
  }
}

function merged(before: Selected, added: Selecting): Selected {
  return Object.fromEntries(Object.entries({ ...before, ...added }).filter(([, value]) => value !== undefined))
}
