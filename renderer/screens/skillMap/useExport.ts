import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { ReportEncoding, ReportFormat } from '../../../shared/contract/report'
import type { Problem } from '../../../shared/model/problem'
import { useAction } from '../../ask/api'
import { useView } from '../../view/view'
import { useLocale } from '../../words/text'

type Outcome = Output<'report.save'>

export interface Exporting {
  readonly save: (format: ReportFormat, encoding?: ReportEncoding) => void
  readonly running: boolean
  readonly problem: Problem | undefined
  /** Where the last report was written; undefined before, and after it was put away. */
  readonly saved: Outcome | undefined
  /** Characters the encoding cannot write: the file was not written. */
  readonly unwritable: Outcome['unwritable']
  readonly forget: () => void
}

/** Writes the map as a report, with the scope on screen: 部署別スキルマップ. */
export function useExport(): Exporting {
  const { scope } = useView()
  const locale = useLocale()
  const action = useAction('report.save')
  const [outcome, setOutcome] = useState<Outcome>()
  const save = async (format: ReportFormat, encoding: ReportEncoding) => {
    setOutcome(undefined)
    const result = await action.run({ name: 'skill-map', scope, format, encoding, locale, importId: null })
    if (result.ok) setOutcome(result.value)
  }
  return {
    save: (format, encoding = 'utf-8') => void save(format, encoding),
    running: action.running,
    problem: action.problem,
    saved: outcome !== undefined && outcome.path !== null ? outcome : undefined,
    unwritable: outcome !== undefined && outcome.path === null ? outcome.unwritable : [],
    forget: () => {
      setOutcome(undefined)
      action.forget()
    },
  }
}
