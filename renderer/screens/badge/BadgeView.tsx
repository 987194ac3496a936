import './BadgeView.css'
import { useState } from 'react'
import { useAction } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Toast } from '../../components/notice/Toast'
import { Page } from '../../components/Page'
import { fileName, formatInstant } from '../../words/format'
import { reading } from '../../words/reading'
import { useLocale, useText } from '../../words/text'
import type { Badge } from './badge'
import { Checks } from './Checks'
import { Claims } from './Claims'
import { Endorsements } from './Endorsements'
import { Facts } from './Facts'
import { Findings } from './Findings'
import { History } from './History'
import { Technical } from './Technical'
import { VerdictNote } from './VerdictNote'

/** One badge: verdict, next step, checks, content, and the facts at the right. */
export function BadgeView({ badge }: { readonly badge: Badge }) {
  const { badge: words, people } = useText()
  const locale = useLocale()
  const save = useAction('badge.saveOriginal')
  const [saved, setSaved] = useState<string>()
  const saveOriginal = async () => {
    const result = await save.run({ credentialId: badge.credentialId })
    if (result.ok && result.value.path !== null) setSaved(result.value.path)
  }
  return (
    <Page
      title={badge.achievementName ?? words.nameless}
      crumb={
        <span className="crumb">
          <Go to="people">{people.title}</Go> ＞{' '}
          {badge.staffNumber !== null && (
            <>
              <Go to="person" with={{ person: badge.staffNumber }}>
                {badge.personName} {reading(badge.personKana, locale)} {badge.staffNumber}
              </Go>{' '}
              ＞
            </>
          )}
        </span>
      }
      actions={<Button onPress={() => void saveOriginal()}>{words.save}</Button>}
      band={
        <Band
          facts={[
            { name: words.band.verifiedAt, value: formatInstant(badge.verifiedAt, locale) },
            { name: words.band.standard, value: words.standards[badge.standard] ?? badge.standard },
            { name: words.band.proof, value: badge.proof ?? words.noProof },
            { name: words.band.context, value: <span className="monospace">{badge.contextDigest.slice(0, 12)}</span> },
          ]}
        />
      }
    >
      {save.problem && <ProblemNote problem={save.problem} />}
      {saved !== undefined && (
        <Toast title={words.saved} onClose={() => setSaved(undefined)}>
          <p className="literal">
            {fileName(saved)} — {saved}
          </p>
        </Toast>
      )}
      <div className="badge-cols">
        <div className="badge-main">
          <VerdictNote badge={badge} />
          <Checks badge={badge} />
          <Findings badge={badge} />
          <Claims badge={badge} />
          <Endorsements badge={badge} />
          <Technical badge={badge} />
        </div>
        <div className="badge-side">
          <Facts badge={badge} />
          <History badge={badge} />
        </div>
      </div>
    </Page>
  )
}
