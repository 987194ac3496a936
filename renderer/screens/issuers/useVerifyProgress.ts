import { useEffect, useState } from 'react'
import type { Events } from '../../../shared/contract'
import { useApi } from '../../ask/api'
import { useText } from '../../words/text'

/** The progress of a reverification as text; before the first number, that it is running. */
export function useVerifyProgress(): string {
  const api = useApi()
  const { issuers, shell } = useText()
  const [progress, setProgress] = useState<Events['verify.progress']>()
  useEffect(() => api.on('verify.progress', setProgress), [api])
  if (progress?.what !== 'verdicts' || progress.done === progress.total) return issuers.form.saving
  return shell.again.progress(progress.done, progress.total)
}
