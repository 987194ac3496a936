import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'

/** The people screen without a roster: what is missing, and the next step. */
export function NoRoster() {
  const { empty } = useText().skillMap
  const choose = useChoose()
  return (
    <>
      <EmptyState
        title={empty.noRoster}
        step={
          <Button kind="primary" size="big" onPress={() => void choose.ask('roster')}>
            {empty.chooseRoster}
          </Button>
        }
      >
        {empty.noRosterWhy}
      </EmptyState>
      {choose.problem && <ProblemNote problem={choose.problem} />}
    </>
  )
}
