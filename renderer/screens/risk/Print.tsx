import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Day } from '../../../shared/model/day'
import type { Problem } from '../../../shared/model/problem'
import { useAction } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Toast } from '../../components/notice/Toast'
import { useView } from '../../view/view'
import { fileName } from '../../words/format'
import { useLocale, useText } from '../../words/text'

interface Printing {
  readonly save: (format: 'pdf' | 'xlsx') => void
  readonly running: boolean
  readonly problem: Problem | undefined
  /** Where the report was written; undefined before, and after its message is closed. */
  readonly saved: Output<'report.save'> | undefined
  readonly forget: () => void
}

/** Writes all four lists between the two days as a report. */
export function usePrint(from: Day, until: Day): Printing {
  const { scope } = useView()
  const locale = useLocale()
  const action = useAction('report.save')
  const [saved, setSaved] = useState<Output<'report.save'>>()
  const save = async (format: 'pdf' | 'xlsx') => {
    setSaved(undefined)
    const asked = { ...scope, on: from, level: 1 as const, includeLeave: false }
    const result = await action.run({ name: 'risk', scope: asked, format, encoding: 'utf-8', locale, importId: null, until })
    if (result.ok && result.value.path !== null) setSaved(result.value)
  }
  return {
    save: (format) => void save(format),
    running: action.running,
    problem: action.problem,
    saved,
    forget: () => {
      setSaved(undefined)
      action.forget()
    },
  }
}

/** The buttons that write the report. */
export function PrintButtons({ printing }: { readonly printing: Printing }) {
  const { risk } = useText()
  const because = printing.running ? '' : null
  return (
    <>
      <Button onPress={() => printing.save('xlsx')} because={because}>
        {risk.excel}
      </Button>
      <Button onPress={() => printing.save('pdf')} because={because}>
        {risk.print}
      </Button>
    </>
  )
}

/** Where the report was written, or why it was not. */
export function PrintOutcome({ printing }: { readonly printing: Printing }) {
  const { skillMap, shell } = useText()
  const { saved, problem, forget } = printing
  return (
    <>
      {problem && (
        <ProblemNote problem={problem}>
          <Button kind="text" onPress={forget}>
            {shell.close}
          </Button>
        </ProblemNote>
      )}
      {saved?.path && (
        <Toast title={skillMap.saved(fileName(saved.path))} onClose={forget}>
          <p>
            {skillMap.savedWhere} <span className="literal">{saved.path}</span>
          </p>
        </Toast>
      )}
    </>
  )
}
