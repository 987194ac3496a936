import './people.css'
import './PeopleFilter.css'
import { useEffect, useState } from 'react'
import { Chip } from '../../components/Chip'
import { Segment } from '../../components/form/Segment'
import { Icon } from '../../components/Icon'
import { useSelected } from '../../view/view'
import { useText } from '../../words/text'

/** Which people are listed: everyone in post, or a group the number one came from names. */
export type Which = 'all' | 'counting' | 'apart' | 'onLeave' | 'leavers'

/** Milliseconds without a further key before the list is asked for anew. */
const pause = 200

/** The conditions of the list: words, division, skill, counted or not. Each can be taken away. */
export function PeopleFilter({
  divisionName,
  skillName,
  which,
  leavers,
}: {
  readonly divisionName: string | null
  readonly skillName: string | null
  readonly which: Which
  /** How many people are left out because they have gone by the day. */
  readonly leavers: number
}) {
  const { people } = useText()
  const { select } = useSelected('people')
  return (
    <div className="head people-tools">
      <Words />
      {divisionName !== null && (
        <Chip on onRemove={() => select({ division: undefined })} removeLabel={people.removeDivision}>
          {divisionName}
        </Chip>
      )}
      {skillName === null && (
        <Segment
          label={people.whom}
          value={which}
          onChoose={(value) => select({ which: value === 'all' ? undefined : value })}
          options={(['all', 'counting', 'onLeave', ...(leavers > 0 || which === 'leavers' ? (['leavers'] as const) : [])] as const).map((value) => ({
            value,
            label: people.whomValues[value],
          }))}
        />
      )}
      {skillName !== null && (
        <>
          <Chip on onRemove={() => select({ skill: undefined, which: undefined })} removeLabel={people.removeSkill}>
            {skillName}
          </Chip>
          <Segment
            label={people.which}
            value={which}
            onChoose={(value) => select({ which: value })}
            options={(['counting', 'apart'] as const).map((value) => ({ value, label: people.whichValues[value] }))}
          />
        </>
      )}
    </div>
  )
}

/** The search words. No call is made while kana are being converted to kanji. */
function Words() {
  const { people } = useText()
  const { selected, select } = useSelected('people')
  const searched = selected.text ?? ''
  const [typed, setTyped] = useState(searched)
  const [composing, setComposing] = useState(false)
  useEffect(() => setTyped(searched), [searched])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows what is typed, not the other way round
  useEffect(() => {
    if (composing || typed.trim() === searched) return
    const timer = setTimeout(() => select({ text: typed.trim() === '' ? undefined : typed.trim() }, 'quietly'), pause)
    return () => clearTimeout(timer)
  }, [typed, composing])
  return (
    <div className="search people-search">
      <Icon name="search" />
      <input
        type="search"
        maxLength={100}
        aria-label={people.search}
        placeholder={people.search}
        value={typed}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
