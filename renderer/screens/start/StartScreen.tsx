import './StartScreen.css'
import type { ReactNode } from 'react'
import { useAction, useCall } from '../../ask/api'
import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useHandover } from '../../view/handover'
import { useView } from '../../view/view'
import { useText } from '../../words/text'

/** Is it safe, and where do I begin? Four facts, then two doors: the sample city, or one's own roster. */
export function StartScreen() {
  const { start } = useText()
  const { go } = useView()
  const { leadToMap } = useHandover()
  const application = useCall('application.read', {})
  const sample = useAction('sample.open')
  const choose = useChoose()
  const openSample = async () => {
    const opened = await sample.run({})
    if (!opened.ok) return
    leadToMap(opened.value.importId)
    go('importing', { import: opened.value.importId })
  }
  return (
    <div className="page">
      <div className="start">
        <h1 tabIndex={-1}>{start.title}</h1>
        <p className="start-lead">{start.lead}</p>
        <dl className="start-facts">
          <Fact name={start.sends}>{start.sendsText}</Fact>
          <Fact name={start.place}>
            <span className="literal">{application.value?.dataFolder}</span>
          </Fact>
          <Fact name={start.trust}>{start.trustText}</Fact>
          <Fact name={start.purpose}>{start.purposeText}</Fact>
        </dl>
        <div className="start-doors">
          <Door title={start.sampleTitle} text={start.sampleText} points={start.samplePoints}>
            <Button size="big" because={sample.running ? start.sampleOpening : null} onPress={() => void openSample()}>
              {start.sampleDo}
            </Button>
          </Door>
          <Door title={start.ownTitle} text={start.ownText} points={start.ownPoints}>
            <Button size="big" kind="primary" onPress={() => void choose.ask('roster')}>
              {start.ownDo}
            </Button>
          </Door>
        </div>
        {sample.problem && <ProblemNote problem={sample.problem} />}
        {choose.problem && <ProblemNote problem={choose.problem} />}
        <p className="start-foot">
          <Button kind="text" onPress={() => void choose.ask('badges')}>
            {start.ownBadges}
          </Button>
          <span className="muted">{start.foot}</span>
        </p>
      </div>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Door({
  title,
  text,
  points,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly points: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <section className="card start-door">
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
