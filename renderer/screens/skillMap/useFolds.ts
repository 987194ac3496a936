import { useMemo } from 'react'
import { useSelected } from '../../view/view'

/** Keys of rows or branches whose fold state was changed, stored in the address so that the back button restores them. */
export function useFolds(): { readonly turned: ReadonlySet<string>; readonly turn: (keys: readonly string[], on?: boolean) => void } {
  const { selected, select } = useSelected('skillMap')
  const folded = selected.folded ?? ''
  const turned = useMemo(() => new Set(folded === '' ? [] : folded.split('\n')), [folded])
  const turn = (keys: readonly string[], on?: boolean) => {
    const next = new Set(turned)
    for (const key of keys) {
      if (on ?? !next.has(key)) next.add(key)
      else next.delete(key)
    }
    select({ folded: next.size === 0 ? undefined : [...next].join('\n') }, 'quietly')
  }
  return { turned, turn }
}
