import { useChoose } from '../../app/received'
import { useText } from '../../app/text'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ProblemNote } from '../../components/ProblemNote'

/** There is nobody to show before a roster was read: what is missing, and the one next step. */
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
