import type { UnregisteredIssuer } from '../../../shared/contract/register'
import { Button } from '../../components/form/Button'
import { Note } from '../../components/notice/Note'
import { SidePanel } from '../../components/SidePanel'
import { useSelected } from '../../view/view'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'

/** An unregistered issuer: its claims, the effect of registering it, and what to check first. */
export function UnregisteredPanel({ issuer }: { readonly issuer: UnregisteredIssuer }) {
  const { issuers } = useText()
  const { select } = useSelected('issuers')
  const claimed = issuer.claimedName ?? issuers.noClaim
  return (
    <SidePanel
      label={issuers.panel}
      title={issuer.claimedName === null ? claimed : issuers.claimed(claimed)}
      below={issuers.panelClaimBelow}
      footer={
        <Button kind={issuer.looksLike === null ? 'primary' : 'plain'} onPress={() => select({ tab: 'add', issuer: issuer.id })}>
          {issuers.addThis}
        </Button>
      }
    >
      {issuer.looksLike !== null && (
        <Note kind="caution" title={issuers.lookAlikeTitle}>
          <p>{issuers.lookAlike(claimed, issuer.badges, issuer.looksLike)}</p>
        </Note>
      )}
      <p>{issuer.wouldCount > 0 ? issuers.would(issuer.wouldCount) : issuers.wouldNone}</p>
      <p>{issuers.caution}</p>
      <dl className="facts">
        <div>
          <dt>{issuers.identifier}</dt>
          <dd className="literal monospace">{issuer.id}</dd>
        </div>
        <div>
          <dt>{issuers.unregisteredColumns.badges}</dt>
          <dd>{formatNumber(issuer.badges)}</dd>
        </div>
      </dl>
    </SidePanel>
  )
}
