import { useState } from 'react'
import type { RegisterChange, RegisterPreview } from '../../../shared/contract/register'
import { useAction, useInvoke } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'
import { RegisterPreviewDialog } from './RegisterPreviewDialog'
import type { Finished } from './Reverified'
import { useVerifyProgress } from './useVerifyProgress'

interface Previewed {
  readonly path: string
  readonly replace: boolean
  readonly preview: RegisterPreview
}

/** 「台帳ファイルを読み込む」: asks for the file, shows what it changes key by key, and after the user's yes says how many badges were reverified and changed. */
export function ImportRegister({ onDone }: { readonly onDone: (finished: Finished) => void }) {
  const { issuers, shell } = useText()
  const invoke = useInvoke()
  const preview = useAction('register.preview')
  const read = useAction('register.import')
  const [previewed, setPreviewed] = useState<Previewed>()
  const progress = useVerifyProgress()
  const choose = async () => {
    const chosen = await invoke('dialog.choose', { what: 'register' })
    const path = chosen.ok ? chosen.value.paths[0] : undefined
    if (path === undefined) return
    const gentle = await preview.run({ path, replace: false })
    if (!gentle.ok) return
    const replace = gentle.value.replaced.length > 0
    const whole = replace ? await preview.run({ path, replace }) : gentle
    if (whole.ok) setPreviewed({ path, replace, preview: whole.value })
  }
  const confirm = async ({ path, replace, preview: { digest } }: Previewed) => {
    const result = await read.run({ path, replace, digest })
    setPreviewed(undefined)
    if (!result.ok) return
    const { changes, ...again } = result.value
    const count = (change: RegisterChange['change']) => changes.filter((one) => one.change === change).length
    onDone({ done: issuers.imported(count('new'), count('changed'), count('unchanged')), again })
  }
  const problem = preview.problem ?? read.problem
  const forget = () => {
    preview.forget()
    read.forget()
  }
  return (
    <>
      <Button because={read.running ? progress : null} onPress={() => void choose()}>
        {issuers.importFile}
      </Button>
      {previewed && (
        <RegisterPreviewDialog
          preview={previewed.preview}
          because={read.running ? progress : null}
          onConfirm={() => void confirm(previewed)}
          onClose={() => setPreviewed(undefined)}
        />
      )}
      {problem && (
        <Dialog title={issuers.importFile} onClose={forget} actions={<Button onPress={forget}>{shell.close}</Button>}>
          <ProblemNote problem={problem} />
        </Dialog>
      )}
    </>
  )
}
