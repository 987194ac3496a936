import { useCallback, useMemo } from 'react'
import { useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { CopyTable } from '../../components/table/CopyTable'
import { useSelected, useView } from '../../view/view'
import { formatDate } from '../../words/format'
import { gradesInWords, useLocale, useText } from '../../words/text'
import { PrintButtons, PrintOutcome, usePrint } from './Print'
import { RiskTable } from './RiskTable'
import { RiskTools } from './RiskTools'
import { copiedRisk, isRiskList, narrowed, peopleOf, type RiskFilter, riskDays } from './riskModel'
import { Tiles } from './Tiles'

/** 4月1日: who leaves by a later day, which badges end, and which skills fall to 0, with the people and reasons. */
export function RiskScreen() {
  const text = useText()
  const { risk, shell, people: peopleWords } = text
  const locale = useLocale()
  const { on, today, scope } = useView()
  const { selected, select } = useSelected('risk')
  const { from, until } = riskDays(today, on, selected.until)
  const { reason, part, field } = selected
  const list = isRiskList(selected.list) ? selected.list : 'losses'
  const asks = until > from
  const { value, problem, waiting } = useCall('risk.read', { on: from, until, grades: scope.grades }, { keep: true, when: asks })
  const application = useCall('application.read', {}).value
  const people = useMemo(() => peopleOf(value ?? { people: [] }), [value])
  const shown = useMemo(() => (value === undefined ? undefined : narrowed(value, filterFor(list, { reason, part, field }))), [value, list, reason, part, field])
  const rows = useCallback(() => (shown === undefined ? [] : copiedRisk(list, shown, people, text)), [list, shown, people, text])
  const printing = usePrint(from, until)
  const title = risk.title(formatDate(until, locale))
  if (application !== undefined && (application.people === 0 || application.credentials === 0)) {
    const lack = application.people === 0 ? 'noRoster' : 'noBadges'
    return (
      <Page title={title}>
        <EmptyState
          title={risk[lack]}
          step={
            <Go to="importing" as="primary">
              {risk.toImport}
            </Go>
          }
        >
          {risk.lackText}
        </EmptyState>
      </Page>
    )
  }
  const counts = value && { losses: value.losses.length, leavers: value.leavers.length, ending: value.ending.length, single: value.single.length }
  const isNarrowed = value !== undefined && shown !== undefined && shown[list].length < value[list].length
  const lead = counts && (counts.losses === 0 ? risk.leadNone(counts.leavers, counts.ending) : risk.lead(counts.leavers, counts.ending, counts.losses))
  return (
    <Page
      title={title}
      {...(asks && lead !== undefined ? { lead } : {})}
      actions={asks && value !== undefined && <PrintButtons printing={printing} />}
      band={
        shown !== undefined &&
        value !== undefined &&
        asks && (
          <Band
            facts={[
              { name: risk.kinds[list], value: risk.shown(shown[list].length, value[list].length) },
              { name: risk.bandFrom, value: formatDate(from, locale) },
              { name: risk.bandUntil, value: risk.bandLeavers(formatDate(until, locale)) },
              { name: text.skillMap.band.counted, value: gradesInWords(scope.grades, text) },
              { name: text.skillMap.band.left, value: shell.list(Object.values(peopleWords.leave)) },
            ]}
          >
            <CopyTable rows={rows} />
          </Band>
        )
      }
    >
      {counts !== undefined && asks && (
        <Tiles
          counts={counts}
          chosen={list}
          onChoose={(chosen) => select({ list: chosen === 'losses' ? undefined : chosen, reason: undefined, part: undefined, field: undefined })}
        />
      )}
      <RiskTools table={asks ? value : undefined} list={list} filter={{ reason, part, field }} from={from} until={until} />
      {problem && <ProblemNote problem={problem} />}
      <PrintOutcome printing={printing} />
      {waiting && asks && <Waiting />}
      {asks &&
        shown !== undefined &&
        (shown[list].length > 0 ? (
          <RiskTable key={`${list} ${until} ${reason} ${part} ${field}`} list={list} shown={shown} people={people} from={from} />
        ) : (
          <EmptyState
            title={isNarrowed ? risk.filtered : risk.nothingTitle[list]}
            step={isNarrowed && <Button onPress={() => select({ reason: undefined, part: undefined, field: undefined })}>{risk.clear}</Button>}
          >
            {!isNarrowed && risk.nothing}
          </EmptyState>
        ))}
    </Page>
  )
}

/** The filters a list has: badges that end and single holders have no reason, leavers no skill. */
const filterFor = (list: string, { reason, part, field }: RiskFilter): RiskFilter => ({
  reason: list === 'losses' || list === 'leavers' ? reason : undefined,
  part,
  field: list === 'leavers' ? undefined : field,
})
