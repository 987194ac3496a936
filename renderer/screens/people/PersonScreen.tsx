import './PersonScreen.css'
import type { Output } from '../../../shared/contract'
import { useCall } from '../../ask/api'
import { charts } from '../../charts'
import { ChartFigure } from '../../charts/ChartFigure'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { Sentence } from '../../components/Sentence'
import { useSelected, useView } from '../../view/view'
import { formatDate } from '../../words/format'
import { reading } from '../../words/reading'
import { useLocale, useText } from '../../words/text'
import { PersonSide } from './PersonSide'
import { SkillTable } from './SkillTable'
import { summaryOf } from './summary'
import { UnmappedTable } from './UnmappedTable'

type Person = Output<'people.read'>

/** What can this person do, and how do we know? */
export function PersonScreen() {
  const { people } = useText()
  const { scope } = useView()
  const { on, withLeavers } = scope
  const staffNumber = useSelected('person').selected.person
  const { value, problem, waiting } = useCall(
    'people.read',
    { staffNumber: staffNumber ?? '', on, withLeavers },
    { when: staffNumber !== undefined, keep: true },
  )
  const crumb = (
    <span className="crumb">
      <Go to="people">{people.title}</Go> ＞
    </span>
  )
  if (value !== undefined && value.staffNumber === staffNumber) return <Card person={value} />
  return (
    <Page title={staffNumber ?? people.title} crumb={crumb}>
      {waiting && <Waiting />}
      {problem && <ProblemNote problem={problem} />}
      {staffNumber === undefined && (
        <EmptyState
          title={people.chosenNone}
          step={
            <Go to="people" as="button">
              {people.toList}
            </Go>
          }
        />
      )}
    </Page>
  )
}

function Card({ person }: { readonly person: Person }) {
  const { people } = useText()
  const locale = useLocale()
  const { on } = useView()
  const unmapped = person.badges.filter(({ skills }) => skills.length === 0)
  const counting = new Set(person.skills.flatMap(({ skill, counts }) => (counts ? [skill] : []))).size
  return (
    <Page
      title={person.name}
      crumb={
        <span className="crumb">
          <Go to="people">{people.title}</Go> ＞
        </span>
      }
      lead={
        <span className="person-head">
          <span>{reading(person.kana, locale)}</span> {people.staffNumber} <b>{person.staffNumber}</b>
        </span>
      }
      band={
        <Band
          facts={[
            { name: people.band.day, value: formatDate(on, locale) },
            { name: people.band.counted, value: people.band.valid },
            { name: people.band.skills, value: String(counting) },
            { name: people.band.badges, value: String(person.badges.length) },
            { name: people.band.formerName, value: person.formerName ?? people.band.none },
          ]}
        />
      }
    >
      <SummarySentence person={person} />
      <div className="card career-card">
        <ChartFigure chart={charts.career} source={{ person, on }} />
      </div>
      <div className="person-cols">
        <div className="person-main">
          <h2>{people.skills.title}</h2>
          <SkillTable person={person} />
          {unmapped.length > 0 && <UnmappedTable badges={unmapped} />}
        </div>
        <PersonSide person={person} />
      </div>
    </Page>
  )
}

function SummarySentence({ person }: { readonly person: Person }) {
  const { people, shell } = useText()
  const locale = useLocale()
  const { on } = useView()
  const { summary } = people
  const { post, skills, ending, endingBy, unproven } = summaryOf(person, on)
  const month = formatDate(endingBy, locale).replace(locale === 'ja' ? /\d+日$/ : /^\d+ /, '')
  const parts = [
    post === null ? summary.noPost : summary.at(people.career.post(post.division, post.post)),
    summary.skills(skills, month, ending),
    ...(unproven > 0 ? [summary.unproven(unproven)] : []),
  ]
  return (
    <p className="lead">
      <Sentence>{parts.reduce(shell.together)}</Sentence>
    </p>
  )
}
