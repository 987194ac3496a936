import type { Output } from '../../../shared/contract'
import type { CoverageTable } from '../../../shared/contract/coverage'
import type { Day } from '../../../shared/model/day'
import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'

/** What is missing before the map can be shown; null if nothing is. */
export type Lack = 'noRoster' | 'noRecord' | 'noDivisions' | 'noBadges' | 'noSkills' | null

/** Whether a day lies before the first roster: who worked where then is not on record. */
export const isBeforeRecords = (on: Day, { firstRosterOn }: Pick<Output<'application.read'>, 'firstRosterOn'>): boolean =>
  firstRosterOn !== null && on < firstRosterOn

/** The first missing prerequisite, in the order of the work. */
export function lackOf(
  application: Pick<Output<'application.read'>, 'people' | 'credentials' | 'firstRosterOn'>,
  table: Pick<CoverageTable, 'divisions' | 'skills' | 'scope'>,
): Lack {
  if (application.people === 0) return 'noRoster'
  if (isBeforeRecords(table.scope.on, application)) return 'noRecord'
  if (application.credentials === 0) return 'noBadges'
  if (table.skills.length === 0) return 'noSkills'
  return (table.divisions[0]?.people ?? 0) === 0 ? 'noDivisions' : null
}

/** What is missing, that it is no judgement, and one next step. */
export function Emptiness({ lack, onMapping }: { readonly lack: Exclude<Lack, null>; readonly onMapping: () => void }) {
  const { skillMap } = useText()
  const { empty, propose } = skillMap
  const choose = useChoose()
  const steps = {
    noRoster: (
      <Button kind="primary" size="big" onPress={() => void choose.ask('roster')}>
        {empty.chooseRoster}
      </Button>
    ),
    noBadges: (
      <Button kind="primary" size="big" onPress={() => void choose.ask('badges')}>
        {empty.chooseBadges}
      </Button>
    ),
    noSkills: (
      <Button kind="primary" size="big" onPress={onMapping}>
        {propose.ask}
      </Button>
    ),
    noRecord: null,
    noDivisions: null,
  }
  return (
    <>
      <EmptyState title={empty[lack]} step={steps[lack]}>
        {empty[`${lack}Why`]}
      </EmptyState>
      {choose.problem && <ProblemNote problem={choose.problem} />}
    </>
  )
}
