import './people.css'
import { useCallback, useMemo } from 'react'
import type { Input } from '../../../shared/contract'
import type { PersonRow } from '../../../shared/contract/people'
import type { Text } from '../../../shared/text'
import { useApi, useCall } from '../../ask/api'
import type { PageAsk } from '../../ask/pages'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Page } from '../../components/Page'
import { CopyTable } from '../../components/table/CopyTable'
import { LongList } from '../../components/table/LongList'
import { useSelected, useView } from '../../view/view'
import { formatDate } from '../../words/format'
import { gradesInWords, useLocale, useText } from '../../words/text'
import { Emptiness, isBeforeRecords } from '../skillMap/Emptiness'
import { leftPeople } from '../skillMap/leftPeople'
import { copiedPeople } from './copiedPeople'
import { NoRoster } from './NoRoster'
import { PeopleFilter, type Which } from './PeopleFilter'
import { PersonLine } from './PersonLine'

/** Which people the list shows: without a skill, everyone in post, those on leave included, unless the address names a group. */
function whichOf(named: string | undefined, skill: string | null): Which {
  if (skill !== null) return named === 'apart' ? 'apart' : 'counting'
  return named === 'counting' || named === 'onLeave' || named === 'leavers' ? named : 'all'
}

type Ask = Omit<Input<'people.list'>, 'offset' | 'limit'>

/** The people of the day, or those behind a number: then the list is exactly as long as the number. */
export function PeopleScreen() {
  const text = useText()
  const { people, shell } = text
  const locale = useLocale()
  const api = useApi()
  const { on, scope: counted } = useView()
  const { selected, select } = useSelected('people')
  const { division = null, skill = null } = selected
  const which = whichOf(selected.which, skill)
  const scope = useMemo(
    () => ({
      ...counted,
      includeLeave: counted.includeLeave || which === 'all',
      ...(which === 'onLeave' ? { includeLeave: false } : {}),
      ...(which === 'leavers' ? { withLeavers: true } : {}),
    }),
    [counted, which],
  )
  const words = selected.text ?? null
  const ask: Ask = { scope, skill, divisionCode: division, text: words, which: which === 'all' ? 'counting' : which }
  const { value, problem } = useCall('people.list', { ...ask, offset: 0, limit: 100 }, { keep: true })
  const coverage = useCall('coverage.read', counted, { keep: true })
  const divisionName = division === null ? null : (coverage.value?.divisions.find(({ code }) => code === division)?.name ?? division)
  const total = value?.total
  const application = useCall('application.read', {}).value
  const unrecorded = application !== undefined && application.people > 0 && isBeforeRecords(on, application)
  const empty = application?.people === 0 || unrecorded
  const pages: PageAsk<'people.list', PersonRow> = {
    inputAt: (offset, limit) => ({ ...ask, offset, limit }),
    totalOf: (output) => output.total,
    rowsOf: (output) => output.people,
  }
  const rows = useCallback(
    () => copiedPeople(api, { scope, skill, divisionCode: division, text: words, which: which === 'all' ? 'counting' : which }, text),
    [api, scope, skill, division, words, which, text],
  )
  const skillName = skill?.split('/').at(-1) ?? null
  const level = shell.levelAtLeast(scope.level)
  const title =
    skillName !== null
      ? divisionName === null
        ? people.behindSkill(skillName, level)
        : people.behind(divisionName, skillName, level)
      : divisionName === null
        ? people.title
        : people.inDivision(divisionName)
  const count = total ?? 0
  const left = coverage.value?.left ?? { onLeave: 0, leavers: 0 }
  const leftValue = leftPeople({ onLeave: scope.includeLeave || which === 'onLeave' ? 0 : left.onLeave, leavers: which === 'leavers' ? 0 : left.leavers }, text)
  const lead = words !== null ? people.found(words, count) : leadOf(which, count, value?.onLeave ?? 0, formatDate(on, locale), skill !== null, people)
  return (
    <Page
      title={title}
      crumb={
        (division !== null || skill !== null) && (
          <span className="crumb">
            <Go to="people">{people.title}</Go> ＞
          </span>
        )
      }
      {...(total === undefined || empty || (total === 0 && skill !== null) ? {} : { lead })}
      actions={
        skill !== null && (
          <Go to="skillMap" with={{ division: division ?? '*', skill }} as="button">
            {people.backToMap}
          </Go>
        )
      }
      band={
        total === undefined || empty ? undefined : (
          <Band
            facts={[
              { name: people.list, value: shell.people(count) },
              {
                name: text.skillMap.band.counted,
                value: gradesInWords(scope.grades, text),
              },
              {
                name: text.skillMap.band.left,
                value: leftValue,
              },
              { name: people.order, value: people.byKana },
            ]}
          >
            <CopyTable rows={rows} />
          </Band>
        )
      }
    >
      {!empty && <PeopleFilter divisionName={divisionName} skillName={skillName} which={which} leavers={left.leavers} />}
      {problem && <ProblemNote problem={problem} />}
      {problem ? null : unrecorded ? (
        <Emptiness lack="noRecord" onMapping={() => undefined} />
      ) : empty ? (
        <NoRoster />
      ) : total === 0 ? (
        <EmptyState title={people.nobody} step={words !== null && <Button onPress={() => select({ text: undefined })}>{people.clearSearch}</Button>}>
          {skill === null ? people.nobodyWhy : which === 'apart' ? people.nobodyApart : people.nobodyHolds}
        </EmptyState>
      ) : (
        <div className="scroll-box people-box">
          <div className="people-line people-head" aria-hidden="true">
            <span>{people.head.person}</span>
            <span>{people.head.division}</span>
            <span>{people.head.post}</span>
            <span>{skill === null ? people.head.skills : people.head.badge}</span>
          </div>
          <LongList
            key={JSON.stringify(ask)}
            label={people.list}
            call="people.list"
            ask={pages}
            rowHeight={47}
            render={(person) => <PersonLine person={person} skill={skill} counting={which === 'counting'} />}
          />
        </div>
      )}
    </Page>
  )
}

function leadOf(which: Which, count: number, onLeave: number, day: string, bySkill: boolean, people: Text['people']): string {
  if (which === 'all') return people.everyone(day, count, onLeave)
  if (which === 'leavers') return people.leavers(day, count)
  if (which === 'counting' && !bySkill) return people.inScope(count)
  return people[which](count)
}
