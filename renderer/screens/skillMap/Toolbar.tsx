import './Toolbar.css'
import { depth, depthCharacters, fillStep } from '../../../shared/coverage'
import { isLevel, levels } from '../../../shared/model/skill'
import { countingGrades, gradeValues } from '../../../shared/model/verification'
import { Chip } from '../../components/Chip'
import { classes } from '../../components/classes'
import { DepthSymbol } from '../../components/DepthSymbol'
import { Button } from '../../components/form/Button'
import { Segment } from '../../components/form/Segment'
import { useView } from '../../view/view'
import { leaversAreOut } from '../../view/viewControl'
import { useText } from '../../words/text'
import { type Show, showValues } from './rows'

/** The scope of the map, the kind of its numbers, and the legend. */
export function Toolbar({
  show,
  needs,
  onShow,
  onChart,
}: {
  readonly show: Show
  readonly needs: boolean
  readonly onShow: (show: Show) => void
  readonly onChart: () => void
}) {
  const { skillMap } = useText()
  const { view, scope, on, today, change } = useView()
  const wide = view.grades.includes('unproven')
  return (
    <div className="head map-tools">
      <div className="chips">
        <LevelChip />
        <Chip on={view.includeLeave} onPress={() => change({ includeLeave: !view.includeLeave })}>
          {skillMap.includeLeave}
        </Chip>
        {(leaversAreOut(on, today) || view.withLeavers !== null) && (
          <span title={skillMap.includeLeaversWhat}>
            <Chip on={scope.withLeavers !== true} onPress={() => change({ withLeavers: scope.withLeavers !== true })}>
              {skillMap.includeLeavers}
            </Chip>
          </span>
        )}
        <span title={skillMap.includeApartWhat}>
          <Chip on={wide} onPress={() => change({ grades: wide ? countingGrades : gradeValues.filter((grade) => grade !== 'rejected') })}>
            {skillMap.includeApart}
          </Chip>
        </span>
      </div>
      <Segment
        label={skillMap.show}
        value={show}
        onChoose={onShow}
        options={showValues.map((value) => ({
          value,
          label: skillMap.shows[value],
          title: value === 'thin' ? (needs ? skillMap.gapWhat : skillMap.thinWhat) : undefined,
        }))}
      />
      <Button className="map-chart-door" onPress={onChart}>
        {skillMap.panel.openChart}
      </Button>
      <span className="grow" />
      <Legend needs={needs} />
    </div>
  )
}

/** The least level that counts, as a chip one chooses from. */
function LevelChip() {
  const { shell, skillMap } = useText()
  const { view, change } = useView()
  return (
    <select
      className={classes('chip', 'chip-choice', view.level > 1 && 'is-on')}
      aria-label={skillMap.level}
      value={view.level}
      onChange={(event) => {
        const level = Number(event.target.value)
        if (isLevel(level)) change({ level })
      }}
    >
      {levels.map((level) => (
        <option key={level} value={level}>
          {level === 4 ? shell.level(level) : shell.levelAtLeast(level)}
        </option>
      ))}
    </select>
  )
}

const steps = [
  [0, '0'],
  [1, '1'],
  [2, '2'],
  [3, '3–4'],
] as const

const spoken = ([holders, label]: readonly [number, string]): string => `${depthCharacters[depth(holders)]} ${label}`

function Legend({ needs }: { readonly needs: boolean }) {
  const { skillMap } = useText()
  return (
    <div
      className="legend"
      role="img"
      aria-label={`${skillMap.legend}: ${[...steps.map(spoken), spoken([5, skillMap.fiveMore]), skillMap.apart, ...(needs ? [skillMap.belowNeed] : [])].join(', ')}`}
    >
      {steps.map(([holders, label]) => (
        <span key={holders} className={`depth-${fillStep(holders)}`}>
          <DepthSymbol holders={holders} />
          {label}
        </span>
      ))}
      <span className="depth-4">
        <DepthSymbol holders={5} />
        {skillMap.fiveMore}
      </span>
      <span className="unproven">
        <i className="unproven-dots" />
        {skillMap.apart}
      </span>
      {needs && <span className="below-need">{skillMap.belowNeed}</span>}
    </div>
  )
}
