import { Fragment, memo } from 'react'
import { classes } from '../../components/classes'
import type { Place } from '../../components/grid/movement'
import { useText } from '../../words/text'
import type { MapColumn } from './columns'
import { headPieces } from './headBreaks'
import type { MapModel } from './mapModel'

/** A name that may break between its parts, never inside. */
function Breaking({ pieces }: { readonly pieces: readonly string[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}

/** The heads of the map: branches of the skill tree where there are any, then skills. */
export const MapHead = memo(function MapHead({ model, at, chosen }: { readonly model: MapModel; readonly at: Place | null; readonly chosen: number | null }) {
  const { skillMap } = useText()
  const { groups, columns, heads } = model
  const stop = (row: number, column: number) => ({ 'data-r': row, 'data-c': column, tabIndex: at?.row === row && at.column === column ? 0 : -1 })
  const allFolded = groups.every(({ branch, folded }) => branch === null || folded)
  return (
    <thead>
      {heads === 2 && (
        <tr aria-rowindex={1} className="branches">
          <th scope="col" {...stop(0, 0)} aria-expanded={!allFolded} className="foldable" title={allFolded ? skillMap.unfoldBranches : skillMap.foldBranches}>
            <span className="triangle" aria-hidden="true">
              {allFolded ? '▸' : '▾'}
            </span>
            {skillMap.branches}
          </th>
          <td className="corner" />
          {groups.map(({ branch, folded, from, span }) => (
            <th
              key={branch?.path ?? `outside ${from}`}
              scope="colgroup"
              colSpan={span}
              {...stop(0, from + 2)}
              aria-expanded={branch === null ? undefined : !folded}
              className={classes(branch !== null && 'foldable')}
              title={branch?.name}
            >
              <span className="branch">
                {branch !== null && (
                  <span className="triangle" aria-hidden="true">
                    {folded ? '▸' : '▾'}
                  </span>
                )}
                {branch?.name ?? skillMap.otherBranch}
              </span>
            </th>
          ))}
        </tr>
      )}
      <tr aria-rowindex={heads} className="skills">
        <th scope="col" {...stop(heads - 1, 0)}>
          {skillMap.division}
        </th>
        <th scope="col" {...stop(heads - 1, 1)} className="people" aria-label={skillMap.peopleName}>
          <Breaking pieces={skillMap.people} />
        </th>
        {columns.map((column, index) => (
          <SkillHead key={column.skill.path} column={column} chosen={chosen === index} stop={stop(heads - 1, index + 2)} />
        ))}
      </tr>
    </thead>
  )
})

function SkillHead({ column: { skill, leaves }, chosen, stop }: { readonly column: MapColumn; readonly chosen: boolean; readonly stop: object }) {
  const { skillMap } = useText()
  return (
    <th scope="col" className={classes('skill', chosen && 'column-chosen', leaves > 0 && 'folded')} title={skill.path.replaceAll('/', ' ＞ ')} {...stop}>
      {leaves > 0 ? skillMap.skillsBelow(leaves) : <Breaking pieces={headPieces(skill.name)} />}
    </th>
  )
}
