import { useCall } from '../../ask/api'
import { Go } from '../../components/Go'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { useSelected } from '../../view/view'
import { useText } from '../../words/text'
import { BadgeView } from './BadgeView'

/** May I rely on this badge? */
export function BadgeScreen() {
  const { badge, people } = useText()
  const chosen = useSelected('badge').selected.badge
  const credentialId = chosen !== undefined && /^\d{1,15}$/.test(chosen) ? Number(chosen) : null
  const { value, problem, waiting } = useCall('badge.read', { credentialId: credentialId ?? 0 }, { when: credentialId !== null })
  if (value !== undefined) return <BadgeView badge={value} />
  return (
    <Page title={badge.facts}>
      {waiting && <Waiting />}
      {problem && <ProblemNote problem={problem} />}
      {credentialId === null && (
        <EmptyState
          title={badge.none}
          step={
            <Go to="people" as="button">
              {people.toList}
            </Go>
          }
        >
          {badge.noneWhy}
        </EmptyState>
      )}
    </Page>
  )
}
