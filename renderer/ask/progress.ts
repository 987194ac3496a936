import { useEffect, useState } from 'react'
import type { ImportSummary } from '../../shared/contract/importing'
import type { Text } from '../../shared/text'
import { formatPercent } from '../words/format'
import { useApi, useCall } from './api'

/** The newest word of an import that goes on; null before the first. */
export function useProgress(): ImportSummary | null {
  const api = useApi()
  const [summary, setSummary] = useState<ImportSummary | null>(null)
  useEffect(() => api.on('import.progress', setSummary), [api])
  return summary
}

/** The import that is not finished, if there is one: the newest word of it, or as the list of imports knows it. */
export function useOpenImport(): ImportSummary | null {
  const progress = useProgress()
  const list = useCall('import.list', {})
  const listed = list.value?.imports.find(({ state }) => state === 'running' || state === 'paused' || state === 'interrupted') ?? null
  return listed !== null && progress?.importId === listed.importId ? progress : (listed ?? progress)
}

/** How far a running import is, for the rail: a percentage, or the number seen while the total is unknown; that one was interrupted. Nothing when none waits. */
export function progressBeside(summary: ImportSummary | null, { importing }: Text): string | undefined {
  if (summary?.state === 'interrupted') return importing.states.interrupted
  if (summary === null || (summary.state !== 'running' && summary.state !== 'paused')) return undefined
  if (summary.total === null || summary.total === 0) return String(summary.done)
  return formatPercent(summary.done / summary.total)
}
