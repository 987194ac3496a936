import './MapView.css'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { CoverageTable } from '../../../shared/contract/coverage'
import { charts } from '../../charts'
import { ChartFigure } from '../../charts/ChartFigure'
import { classes } from '../../components/classes'
import { Button } from '../../components/form/Button'
import { EmptyState } from '../../components/notice/EmptyState'
import { Page } from '../../components/Page'
import { SidePanel } from '../../components/SidePanel'
import { useSelected, useView } from '../../view/view'
import { useText } from '../../words/text'
import { CellPanel } from './CellPanel'
import { copiedRows } from './cellText'
import { MapBand } from './MapBand'
import { MapGrid } from './MapGrid'
import { mapModel } from './mapModel'
import type { Needs } from './needs'
import { PanelTop } from './PanelTop'
import { rowKey, type Show, showValues } from './rows'
import { Toolbar } from './Toolbar'
import { useFolds } from './useFolds'

interface MapViewProps {
  readonly table: CoverageTable
  readonly needs: Needs
  /** The numbers answer an earlier question; new ones are on their way. */
  readonly stale: boolean
  readonly lead: ReactNode
  readonly actions: ReactNode
  readonly above: ReactNode
  readonly onMapping: () => void
}

/** The map with its panel: the chart of all skills, or the people of the chosen cell. Under 1200 px the panel is a drawer. */
export function MapView({ table, needs, stale, lead, actions, above, onMapping }: MapViewProps) {
  const text = useText()
  const { skillMap } = text
  const { go } = useView()
  const { selected, select } = useSelected('skillMap')
  const { turned, turn } = useFolds()
  const show: Show = showValues.find((value) => value === selected.show) ?? 'people'
  const model = useMemo(() => mapModel(table, turned, show, needs), [table, turned, show, needs])
  const { division, skill } = selected
  const row = table.divisions.findIndex((one) => rowKey(one) === division)
  const column = table.skills.findIndex((one) => one.path === skill)
  const chosen = division !== undefined && skill !== undefined && row !== -1 && column !== -1 ? { division, skill } : null
  const chart = selected.tab === 'chart'
  const panel = useRef<HTMLDivElement>(null)
  const goIn = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves into the panel once it is drawn
  useEffect(() => {
    if (!goIn.current) return
    goIn.current = false
    panel.current?.querySelector<HTMLElement>('.side-content')?.focus()
  }, [division, skill])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel takes room from the grid once it is drawn
  useEffect(() => {
    document.querySelector('.map .is-chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [division, skill])

  const choose = (newDivision: string, newSkill: string, into: boolean) => {
    if (into && newDivision === division && newSkill === skill) panel.current?.querySelector<HTMLElement>('.side-content')?.focus()
    goIn.current = into
    select({ division: newDivision, skill: newSkill, tab: undefined })
  }
  const backToCell = () => document.querySelector<HTMLElement>('.map [tabindex="0"]')?.focus()
  const close = () => {
    if (chosen !== null || chart) select({ division: undefined, skill: undefined, tab: undefined })
    backToCell()
  }
  const rows = () => copiedRows(table, model.rows, model.columns, { rows: [0, model.rows.length], columns: [0, model.columns.length + 1] }, show, text)
  return (
    <Page title={skillMap.title} lead={lead} actions={actions} band={<MapBand table={table} rows={rows} onMapping={onMapping} />}>
      {above}
      <Toolbar
        show={show}
        needs={needs.any}
        onShow={(value) => select({ show: value === 'people' ? undefined : value })}
        onChart={() => select({ tab: 'chart', division: undefined, skill: undefined })}
      />
      <div className={classes('map-cols', stale && 'stale')} aria-busy={stale}>
        {model.rows.length === 0 || model.columns.length === 0 ? (
          <EmptyState
            title={needs.any ? skillMap.empty.noGap : skillMap.empty.noThin}
            step={<Button onPress={() => select({ show: undefined })}>{skillMap.empty.showAll}</Button>}
          >
            {needs.any ? skillMap.empty.noGapWhy : skillMap.empty.noThinWhy}
          </EmptyState>
        ) : (
          <MapGrid
            model={model}
            show={show}
            chosen={chosen}
            onChoose={choose}
            onClose={close}
            onTurn={turn}
            onList={(code) => go('people', code === '*' ? { which: 'counting' } : { division: code, which: 'counting' })}
          />
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc leads back to the cell from any place within */}
        <div
          ref={panel}
          className={classes('map-panel', (chosen !== null || chart) && 'is-open')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            if (window.matchMedia('(max-width: 1200px)').matches) close()
            else backToCell()
          }}
        >
          {chosen === null ? (
            <SidePanel
              label={skillMap.panel.overview}
              title={chart ? <PanelTop title={skillMap.panel.overview} onClose={close} /> : skillMap.panel.overview}
              below={skillMap.panel.pick}
            >
              <ChartFigure chart={charts.depthBySkill} source={table} />
            </SidePanel>
          ) : (
            <CellPanel key={`${division} ${skill}`} table={table} row={row} column={column} onClose={close} />
          )}
        </div>
      </div>
    </Page>
  )
}
