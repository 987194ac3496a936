import './ImportView.css'
import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { ImportSummary } from '../../../shared/contract/importing'
import { useAction, useCall } from '../../ask/api'
import { useProgress } from '../../ask/progress'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { PanelPlace } from '../../components/PanelPlace'
import { SidePanel } from '../../components/SidePanel'
import { useHandover } from '../../view/handover'
import { useSelected, useView } from '../../view/view'
import { formatDayNarrow, formatInstant } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { ChangedByImport } from './ChangedByImport'
import { Courier } from './Courier'
import { DropZone } from './DropZone'
import { EarlierImports } from './EarlierImports'
import { GradesRow } from './GradesRow'
import { ItemsPanel } from './ItemsPanel'
import { Job } from './Job'
import { leadOf } from './lead'
import { Reasons } from './Reasons'
import { Reconciliation } from './Reconciliation'
import { chosenOf, isOpen, nameOf } from './reconcile'

/** Is every file accounted for? The newest import, or the one that was chosen. */
export function ImportView() {
  const { importing, shell } = useText()
  const { selected } = useSelected('importing')
  const list = useCall('import.list', {})
  const progress = useProgress()
  if (list.value === undefined) {
    return <Page title={shell.screens.importing}>{list.problem ? <ProblemNote problem={list.problem} /> : <Waiting />}</Page>
  }
  const { imports } = list.value
  const wanted = imports.find((summary) => summary.importId === selected.import) ?? imports.find(isOpen) ?? imports[0]
  if (wanted === undefined) {
    return (
      <Page title={shell.screens.importing} lead={importing.lead.none}>
        <DropZone />
        <EmptyState title={importing.empty}>{importing.emptyText}</EmptyState>
      </Page>
    )
  }
  const summary = progress?.importId === wanted.importId && isOpen(wanted) ? progress : wanted
  return <OneImport summary={summary} imports={imports} />
}

function OneImport({ summary, imports }: { readonly summary: ImportSummary; readonly imports: readonly ImportSummary[] }) {
  const text = useText()
  const { importing } = text
  const { go } = useView()
  const { selected, select } = useSelected('importing')
  const { takeLead } = useHandover()
  const details = useCall('import.read', { importId: summary.importId }, { keep: true })
  const chosen = chosenOf(selected)
  const { importId, state } = summary
  useEffect(() => {
    // Once: the back button returns here instead of to the map again.
    if (state === 'done' && takeLead(importId)) go('skillMap')
  }, [importId, state, takeLead, go])
  const { rejected, unreadable } = summary.outcomes
  return (
    <Page title={text.shell.screens.importing} lead={leadOf(text, summary)} band={details.value && <Facts details={details.value} summary={summary} />}>
      {details.problem && <ProblemNote problem={details.problem} />}
      <div className="columns import-cols" data-stack>
        <div className="stack">
          <DropZone />
          {isOpen(summary) && <Job summary={summary} />}
          <Reconciliation summary={summary} chosen={chosen?.outcome ?? null} />
          <GradesRow summary={summary} details={details.value} />
          <ChangedByImport importId={summary.importId} />
          <Actions summary={summary} />
        </div>
        <PanelPlace
          what={chosen === null ? null : `${summary.importId} ${nameOf(chosen)}`}
          onClose={() => select({ outcome: undefined, grade: undefined, among: undefined, code: undefined })}
        >
          {chosen !== null && details.value ? (
            <ItemsPanel details={details.value} chosen={chosen} />
          ) : (
            <SidePanel label={importing.panel} title={importing.reasonsTitle(rejected, unreadable)} below={importing.reasonsBelow}>
              {details.value && <Reasons importId={summary.importId} reasons={details.value.reasons} outcome={null} />}
              <EarlierImports imports={imports} />
              <Courier />
            </SidePanel>
          )}
        </PanelPlace>
      </div>
    </Page>
  )
}

function Actions({ summary }: { readonly summary: ImportSummary }) {
  const { importing } = useText()
  const { scope } = useView()
  const locale = useLocale()
  const print = useAction('report.save')
  const [saved, setSaved] = useState<string | null>(null)
  const printNow = async () => {
    const result = await print.run({ name: 'import-result', scope, format: 'pdf', encoding: 'utf-8', locale, importId: summary.importId })
    setSaved(result.ok ? result.value.path : null)
  }
  return (
    <div className="head">
      {summary.state === 'done' && (
        <Go to="skillMap" as="primary">
          {importing.seeMap}
        </Go>
      )}
      <Button onPress={() => void printNow()}>{importing.print}</Button>
      <span className="muted literal" role="status">
        {saved !== null && importing.printed(saved)}
      </span>
      {print.problem && <ProblemNote problem={print.problem} />}
    </div>
  )
}

function Facts({ details, summary }: { readonly details: Output<'import.read'>; readonly summary: ImportSummary }) {
  const { importing } = useText()
  const locale = useLocale()
  const { band } = importing
  return (
    <Band
      facts={[
        { name: band.received, value: importing.receivedFrom(summary.received, summary.done) },
        { name: band.at, value: formatInstant(summary.at, locale) },
        { name: band.register, value: importing.registerUsed(details.issuers) },
        {
          name: band.lists,
          value: importing.listsUsed(details.statusLists, details.newestList === null ? null : formatDayNarrow(details.newestList, locale)),
        },
      ]}
    />
  )
}
