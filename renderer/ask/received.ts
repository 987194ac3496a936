import { useCallback, useState } from 'react'
import type { Problem } from '../../shared/model/problem'
import { useHandover } from '../view/handover'
import { useView } from '../view/view'
import { useInvoke } from './api'

/** A roster is known by its extension; everything else goes through the badges' door. */
export const isRoster = (path: string): boolean => /\.(csv|xlsx)$/i.test(path)

/** What to do with paths that were dropped or chosen: at most one roster is previewed, the rest is imported. */
export function sorted(paths: readonly string[]): { readonly roster: string | undefined; readonly badges: readonly string[] } {
  const roster = paths.find(isRoster)
  return { roster, badges: paths.filter((path) => !isRoster(path)) }
}

/** Receives paths: starts an import of badges, shows the preview of a roster, and leads to the import screen. */
export function useReceive(): { readonly receive: (paths: readonly string[]) => void; readonly problem: Problem | undefined } {
  const invoke = useInvoke()
  const { go } = useView()
  const { keepFile } = useHandover()
  const [problem, setProblem] = useState<Problem>()
  const receive = useCallback(
    async (paths: readonly string[]) => {
      const { roster, badges } = sorted(paths)
      setProblem(undefined)
      let importId: string | undefined
      if (badges.length > 0) {
        const started = await invoke('import.start', { paths: [...badges] })
        if (started.ok) importId = started.value.importId
        else setProblem(started.problem)
      }
      go('importing', { ...(importId === undefined ? {} : { import: importId }), ...(roster === undefined ? {} : { roster: keepFile(roster) }) })
    },
    [invoke, go, keepFile],
  )
  return { receive: useCallback((paths) => void receive(paths), [receive]), problem }
}

/** Asks for files in the system's own dialog, and receives what was chosen. A problem of the dialog itself is told like any other. */
export function useChoose(): { readonly ask: (what: 'badges' | 'folder' | 'roster') => Promise<void>; readonly problem: Problem | undefined } {
  const invoke = useInvoke()
  const { receive, problem } = useReceive()
  const [refused, setRefused] = useState<Problem>()
  const ask = async (what: 'badges' | 'folder' | 'roster') => {
    const chosen = await invoke('dialog.choose', { what })
    setRefused(chosen.ok ? undefined : chosen.problem)
    if (chosen.ok && chosen.value.paths.length > 0) receive(chosen.value.paths)
  }
  return { ask, problem: refused ?? problem }
}
