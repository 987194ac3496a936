import type { Output } from '../../../shared/contract'
import type { CoverageTable } from '../../../shared/contract/coverage'
import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'

/** What is missing before the map can be shown; null if nothing is. */
export type Lack = 'noRoster' | 'noDivisions' | 'noBadges' | 'noSkills' | null

/** The first missing prerequisite, in the order of the work. */
export function lackOf(application: Pick<Output<'application.read'>, 'people' | 'credentials'>, table: Pick<CoverageTable, 'divisions' | 'skills'>): Lack {
  if (application.people === 0) return 'noRoster'
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
