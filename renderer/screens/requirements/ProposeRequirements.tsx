import { useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { useView } from '../../view/view'
import { useText } from '../../words/text'
import { type Edit, stored } from './edit'

/** 「今の人数から始める」: proposes for each 課 and skill the number that is there; it is saved only after a yes, and can be lowered afterwards. */
export function ProposeRequirements({ onSave, onClose }: { readonly onSave: (save: Edit['save']) => Promise<void>; readonly onClose: () => void }) {
  const { requirements: words, shell } = useText()
  const { scope } = useView()
  const proposed = useCall('requirement.propose', scope)
  const proposals = proposed.value?.requirements ?? []
  const because = proposed.value === undefined ? '' : proposals.length === 0 ? words.proposeNone : null
  return (
    <Dialog
      title={words.propose}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" because={because} onPress={() => void onSave(proposals.map(stored))}>
            {words.proposeDo(proposals.length)}
          </Button>
          <Button onPress={onClose}>{shell.cancel}</Button>
        </>
      }
    >
      {proposed.problem && <ProblemNote problem={proposed.problem} />}
      {proposed.waiting && <Waiting />}
      <p>{words.proposeWhat(scope.level)}</p>
    </Dialog>
  )
}
