import { useMemo } from 'react'
import { useSelected } from '../../view/view'

/** Keys of what a person has turned from its first state, kept in the address so that the way back finds them. */
export function useFolds(): { readonly turned: ReadonlySet<string>; readonly turn: (keys: readonly string[], on?: boolean) => void } {
  const { selected, select } = useSelected('skillMap')
  const said = selected.folded ?? ''
  const turned = useMemo(() => new Set(said === '' ? [] : said.split('\n')), [said])
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
