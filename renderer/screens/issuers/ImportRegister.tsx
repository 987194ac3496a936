import { useAction, useInvoke } from '../../app/api'
import { formatNumber } from '../../app/format'
import { useText } from '../../app/text'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { ProblemNote } from '../../components/ProblemNote'
import type { Said } from './Reverified'
import { useVerifyProgress } from './useVerifyProgress'

/** 「台帳ファイルを読み込む」: asks for the file, reads it, and says how many badges were verified again and changed. */
export function ImportRegister({ onDone }: { readonly onDone: (said: Said) => void }) {
  const { issuers, shell } = useText()
  const invoke = useInvoke()
  const read = useAction('register.import')
  const progress = useVerifyProgress()
  const choose = async () => {
    const chosen = await invoke('dialog.choose', { what: 'register' })
    const path = chosen.ok ? chosen.value.paths[0] : undefined
    if (path === undefined) return
    const result = await read.run({ path })
    if (!result.ok) return
    const { issuers: entries, keys, ...again } = result.value
    onDone({ done: issuers.imported(formatNumber(entries), formatNumber(keys)), again })
  }
  return (
    <>
      <Button because={read.running ? progress : null} onPress={() => void choose()}>
        {issuers.importFile}
      </Button>
      {read.problem && (
        <Dialog title={issuers.importFile} onClose={read.forget} actions={<Button onPress={read.forget}>{shell.close}</Button>}>
          <ProblemNote problem={read.problem} />
        </Dialog>
      )}
    </>
  )
}
