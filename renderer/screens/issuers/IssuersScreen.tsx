import './IssuersScreen.css'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { isDay } from '../../../shared/model/day'
import { useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { Note } from '../../components/notice/Note'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { PanelPlace } from '../../components/PanelPlace'
import { SidePanel } from '../../components/SidePanel'
import { useSelected } from '../../view/view'
import { formatDayNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { EntriesTable } from './EntriesTable'
import { EntryPanel } from './EntryPanel'
import { ImportRegister } from './ImportRegister'
import { IssuerForm } from './IssuerForm'
import { type Finished, Reverified } from './Reverified'
import { UnregisteredPanel } from './UnregisteredPanel'
import { UnregisteredTable } from './UnregisteredTable'

type Register = Output<'register.read'>

/** Whose signature do we trust, and who checked? */
export function IssuersScreen() {
  const text = useText()
  const { issuers, shell } = text
  const { selected, select } = useSelected('issuers')
  const register = useCall('register.read', {})
  const [finished, setFinished] = useState<Finished>()
  if (register.value === undefined) {
    return <Page title={shell.screens.issuers}>{register.problem ? <ProblemNote problem={register.problem} /> : <Waiting />}</Page>
  }
  const { entries, unregistered } = register.value
  const adding = selected.tab === 'add'
  const chosen = adding ? undefined : (selected.issuer ?? entries[0]?.id)
  return (
    <Page
      title={shell.screens.issuers}
      lead={leadOf(issuers, register.value)}
      actions={
        <>
          <ImportRegister onDone={setFinished} />
          <Button onPress={() => select({ tab: 'add', issuer: undefined })}>{issuers.add}</Button>
        </>
      }
      band={<Facts register={register.value} />}
    >
      <div role="status">{finished !== undefined && <Reverified finished={finished} />}</div>
      <div className="columns issuer-cols" data-stack>
        <div className="stack">
          {entries.length + unregistered.length === 0 && <EmptyState title={issuers.emptyTitle}>{issuers.emptyText}</EmptyState>}
          {entries.length > 0 && <EntriesTable entries={entries} chosen={chosen} />}
          <LookAlikes unregistered={unregistered} />
          {unregistered.length > 0 && <UnregisteredTable unregistered={unregistered} chosen={chosen} />}
        </div>
        <PanelPlace what={adding ? `add ${selected.issuer ?? ''}` : (selected.issuer ?? null)} onClose={() => select({ tab: undefined, issuer: undefined })}>
          <Panel register={register.value} onFinished={setFinished} />
        </PanelPlace>
      </div>
    </Page>
  )
}

function leadOf(issuers: ReturnType<typeof useText>['issuers'], { entries, unregistered }: Register): string {
  // A look-alike issuer is not recommended for registration.
  const ready = unregistered.filter(({ looksLike, wouldCount }) => looksLike === null && wouldCount > 0)
  const would = ready.reduce((sum, { wouldCount }) => sum + wouldCount, 0)
  if (would > 0) return issuers.leadWaiting(unregistered.length, ready.length, would)
  if (unregistered.length > 0) return issuers.leadUnregistered(unregistered.length)
  if (entries.length === 0) return issuers.leadEmpty
  return issuers.leadGood(entries.length, keysOf(entries))
}

const keysOf = (entries: Register['entries']): number => entries.reduce((sum, { keys }) => sum + keys.length, 0)

function Panel({ register, onFinished }: { readonly register: Register; readonly onFinished: (finished: Finished) => void }) {
  const { issuers } = useText()
  const { issuer, tab } = useSelected('issuers').selected
  if (tab === 'add') return <IssuerForm key={issuer} id={issuer ?? ''} onFinished={onFinished} />
  const entry = register.entries.find(({ id }) => id === issuer) ?? (issuer === undefined ? register.entries[0] : undefined)
  if (entry) return <EntryPanel entry={entry} />
  const stranger = register.unregistered.find(({ id }) => id === issuer)
  if (stranger) return <UnregisteredPanel issuer={stranger} />
  if (register.entries.length + register.unregistered.length === 0) return null
  return (
    <SidePanel label={issuers.panel} title={issuers.chooseTitle}>
      <p>{issuers.choose}</p>
    </SidePanel>
  )
}

/** A warning about names that look like a registered one. */
function LookAlikes({ unregistered }: { readonly unregistered: Register['unregistered'] }) {
  const { issuers } = useText()
  return unregistered.map(({ id, claimedName, badges, looksLike }) =>
    looksLike === null ? null : (
      <Note key={id} kind="caution" title={issuers.lookAlikeTitle}>
        <p>{issuers.lookAlike(claimedName ?? issuers.noClaim, badges, looksLike)}</p>
        <Go to="issuers" with={{ issuer: id }}>
          {issuers.seeIt}
        </Go>
      </Note>
    ),
  )
}

function Facts({ register }: { readonly register: Register }) {
  const { issuers } = useText()
  const locale = useLocale()
  const { entries, unregistered } = register
  const last = entries.toSorted((a, b) => (a.confirmedOn < b.confirmedOn ? 1 : -1))[0]
  return (
    <Band
      facts={[
        { name: issuers.band.registered, value: issuers.bandRegistered(entries.length, keysOf(entries)) },
        { name: issuers.band.unregistered, value: issuers.bandUnregistered(unregistered.length) },
        ...(last
          ? [
              {
                name: issuers.band.lastChange,
                value: `${isDay(last.confirmedOn) ? formatDayNarrow(last.confirmedOn, locale) : last.confirmedOn} ${last.confirmedBy}`,
              },
            ]
          : []),
      ]}
    />
  )
}
