import './Tiles.css'
import { classes } from '../../components/classes'
import { useText } from '../../words/text'
import { type RiskList, riskLists } from './riskModel'

/** The number of each list; pressing it shows the list. */
export function Tiles({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: Readonly<Record<RiskList, number>>
  readonly chosen: RiskList
  readonly onChoose: (list: RiskList) => void
}) {
  const { risk } = useText()
  return (
    <fieldset className="risk-tiles">
      <legend className="visually-hidden">{risk.lists}</legend>
      {riskLists.map((list) => (
        <button
          key={list}
          type="button"
          aria-pressed={list === chosen}
          className={classes('risk-tile', list === chosen && 'is-on')}
          onClick={() => onChoose(list)}
        >
          <span className="risk-tile-name">{risk.kinds[list]}</span>
          <b className="risk-tile-number">{risk.count[list](counts[list])}</b>
          <span className="muted risk-tile-below">{risk.below[list]}</span>
        </button>
      ))}
    </fieldset>
  )
}
