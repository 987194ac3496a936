import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import type { Day } from '../../shared/model/day'
import { type Handover, HandoverContext, makeHandover } from './handover'
import { type ScreenName, type Screens, ViewContext } from './view'
import { controlOf, type Put } from './viewControl'

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const putInAddress: Put = (hash, how) => {
  if (how === 'push') window.location.hash = hash
  else window.location.replace(hash)
}

export interface ViewSurroundings {
  readonly today: Day
  /** The screen a hash without one means. */
  readonly home: ScreenName
  readonly parameters: Screens['parameters']
  /** The hash to begin with where there is no address. */
  readonly initial?: string
  /** What is handed over already, in tests. */
  readonly handover?: Handover
  readonly children: ReactNode
}

/** The address is the only memory of the view: links, back and forward work by themselves. What screens hand to one another is no part of it. */
export function ViewProvider({ today, home, parameters, initial = '', handover, children }: ViewSurroundings) {
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => initial,
  )
  const [handed] = useState(() => handover ?? makeHandover())
  const control = useMemo(() => controlOf(hash, today, { home, parameters }, putInAddress), [hash, today, home, parameters])
  return (
    <HandoverContext value={handed}>
      <ViewContext value={control}>{children}</ViewContext>
    </HandoverContext>
  )
}
