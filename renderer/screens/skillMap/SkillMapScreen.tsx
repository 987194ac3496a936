import { useMemo, useState } from 'react'
import type { CoverageTable } from '../../../shared/contract/coverage'
import { useCall } from '../../ask/api'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Toast } from '../../components/notice/Toast'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { Sentence } from '../../components/Sentence'
import { useView } from '../../view/view'
import { useText } from '../../words/text'
import { Emptiness, lackOf } from './Emptiness'
import { ExportButtons, ExportOutcome } from './Exports'
import { findingsOf } from './findings'
import { MapView } from './MapView'
import { needsOf, noNeeds } from './needs'
import { Proposals } from './Proposals'
import { useExport } from './useExport'

/** Where is which skill too thin? One sentence, then divisions × skills, and the people behind each number. */
export function SkillMapScreen() {
  const { skillMap } = useText()
  const { scope } = useView()
  const coverage = useCall('coverage.read', scope, { keep: true })
  const { level: _level, ...everyLevel } = scope
  const gap = useCall('gap.read', { scope: everyLevel, divisionCode: null }, { keep: true })
  const application = useCall('application.read', {})
  const exporting = useExport()
  const [mapping, setMapping] = useState(false)
  const [message, setMessage] = useState<string>()
  const table = coverage.value
  const needs = useMemo(() => (table === undefined ? noNeeds : needsOf(table, gap.value)), [table, gap.value])
  const lack = table === undefined || application.value === undefined ? null : lackOf(application.value, table)
  const outcome = <ExportOutcome exporting={exporting} />
  const dialogs = (
    <>
      {mapping && (
        <Proposals
          onClose={() => setMapping(false)}
          onDone={(words) => {
            setMapping(false)
            setMessage(words)
          }}
        />
      )}
      {message !== undefined && exporting.saved === undefined && <Toast title={message} onClose={() => setMessage(undefined)} />}
    </>
  )
  if (table === undefined || lack !== null) {
    return (
      <Page title={skillMap.title}>
        {coverage.problem && <ProblemNote problem={coverage.problem} />}
        {coverage.waiting && <Waiting />}
        {lack !== null && <Emptiness lack={lack} onMapping={() => setMapping(true)} />}
        {dialogs}
      </Page>
    )
  }
  return (
    <>
      <MapView
        table={table}
        needs={needs}
        stale={coverage.stale}
        lead={<Finding table={table} />}
        actions={<ExportButtons exporting={exporting} />}
        above={outcome}
        onMapping={() => setMapping(true)}
      />
      {dialogs}
    </>
  )
}

function Finding({ table }: { readonly table: CoverageTable }) {
  const { skillMap } = useText()
  return <Sentence>{skillMap.finding(findingsOf(table))}</Sentence>
}
