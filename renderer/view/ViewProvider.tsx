import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type { Day } from '../../shared/model/day'
import { type ScreenName, ViewContext } from './view'
import { controlOf, type Put } from './viewControl'

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const putInAddress: Put = (hash, how) => {
  if (how === 'push') window.location.hash = hash
  else window.location.replace(hash)
}

/** The address is the only memory of the view: links, back and forward work by themselves. `initial` stands in where there is no address. */
export function ViewProvider({ today, home, initial = '', children }: { today: Day; home: ScreenName; initial?: string; children: ReactNode }) {
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => initial,
  )
  const control = useMemo(() => controlOf(hash, today, home, putInAddress), [hash, today, home])
  return <ViewContext value={control}>{children}</ViewContext>
}
