import './importing.css'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { usualOlderThanDays } from '../../../shared/model/courier'
import { useAction } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'
import { AcceptEvidence } from './AcceptEvidence'

type What = Input<'courier.save'>['what']

/** What only the network can settle, taken out by hand (持出し照会): the list, and the script that asks. This program itself never connects. */
export function Courier() {
  const { courier } = useText().importing
  const { run, running, problem } = useAction('courier.save')
  const [saved, setSaved] = useState<Output<'courier.save'> & { readonly what: What }>()
  const save = async (what: What) => {
    if (running) return
    setSaved(undefined)
    const result = await run({ what, olderThanDays: usualOlderThanDays })
    if (result.ok) setSaved({ ...result.value, what })
  }
  return (
    <section className="earlier">
      <h3>{courier.title}</h3>
      <p className="muted">{courier.text}</p>
      <div className="head">
        <Button onPress={() => void save('list')}>{courier.list}</Button>
        <Button onPress={() => void save('script')}>{courier.script}</Button>
      </div>
      <p className="muted literal" role="status">
        {saved !== undefined && saidOf(courier, saved)}
      </p>
      {problem && <ProblemNote problem={problem} />}
      <AcceptEvidence />
    </section>
  )
}

/** A cancelled dialog shows no message. */
function saidOf(
  { none, saved, leftOut }: ReturnType<typeof useText>['importing']['courier'],
  { what, path, urls, leftOut: left }: Output<'courier.save'> & { readonly what: What },
): string {
  const kept = left > 0 ? leftOut(left) : ''
  if (what === 'list' && urls === 0) return none + kept
  if (path === null) return ''
  return saved(path, what === 'list' ? urls : null) + kept
}
