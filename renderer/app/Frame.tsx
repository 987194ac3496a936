import './Frame.css'
import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract'
import { useApi } from '../ask/api'
import { progressBeside, useOpenImport } from '../ask/progress'
import { useReceive } from '../ask/received'
import { useDrop } from '../ask/useDrop'
import { Broken } from '../components/notice/Broken'
import { ErrorBoundary } from '../components/notice/ErrorBoundary'
import { Note } from '../components/notice/Note'
import { ProblemNote } from '../components/notice/ProblemNote'
import { screens } from '../screens'
import { ReturnContext, useKeptFocus } from '../view/keptFocus'
import { useView } from '../view/view'
import { useText } from '../words/text'
import { AgainBand } from './AgainBand'
import { CityName } from './CityName'
import { HelpDialog } from './HelpDialog'
import { Rail, type RailGroup } from './Rail'
import { SampleBand } from './SampleBand'
import { LanguageAndHelp, TopBar } from './TopBar'
import { UndoBand } from './UndoBand'

/** What surrounds every screen: rail, bar, sample band, the drop of files, help, and the door for screens that break. */
export function Frame({ application }: { readonly application: Output<'application.read'> }) {
  const text = useText()
  const { screen: name, go } = useView()
  const { receive, problem } = useReceive()
  const dragging = useDrop(receive)
  const [help, setHelp] = useHelp()
  useWayBack()
  const open = useOpenImport()
  const ended = useEngineEnded()
  // What was under way when the engine ended is under way no more.
  const beside = ended ? undefined : progressBeside(open, text)
  const returnRow = useKeptFocus(name)
  const screen = screens[name]
  const first = name === 'start'
  const groups = railGroups(text, {
    importing: beside,
    unmatched: application.unmatched > 0 ? text.shell.count(application.unmatched) : undefined,
  })
  useEffect(() => {
    document.title = `${text.shell.screens[name]} — ${text.shell.brand} ${text.shell.brandLatin}`
  }, [text, name])
  return (
    <div className={first ? 'app app-first' : 'app'}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {text.shell.skip}
      </button>
      {first ? (
        <header className="top-bar">
          <b className="brand-name">{text.shell.brand}</b>
          <span className="muted">{text.shell.brandLatin}</span>
          <span className="grow" />
          <LanguageAndHelp onHelp={() => setHelp(true)} />
        </header>
      ) : (
        <>
          <Rail city={<CityName name={application.cityName} />} groups={groups} current={screen.under} />
          <TopBar onHelp={() => setHelp(true)} />
        </>
      )}
      <main id="main" tabIndex={-1}>
        {application.sample && <SampleBand people={application.people} credentials={application.credentials} onRemoved={() => go('start')} />}
        {!first && !ended && <UndoBand />}
        {!first && !ended && <AgainBand />}
        {ended && (
          <Note kind="stop" title={text.problems['engine.ended'].found} speak>
            <p>{text.problems['engine.ended'].why}</p>
            <p>{text.problems['engine.ended'].next}</p>
          </Note>
        )}
        {application.readOnly && <ProblemNote problem={{ code: 'folder.read-only' }} />}
        {application.differenceAt !== null && <ProblemNote problem={{ code: 'verifier.plan-difference' }} />}
        {application.damage.map((found) => (
          <ProblemNote key={`${found.code} ${found.detail}`} problem={found} />
        ))}
        {problem && <ProblemNote problem={problem} />}
        <ErrorBoundary key={name} instead={(reason, again) => <Broken reason={reason} again={again} />}>
          <ReturnContext value={returnRow}>
            <screen.Show />
          </ReturnContext>
        </ErrorBoundary>
      </main>
      {dragging && (
        <div className="drop-over" aria-hidden="true">
          <div>
            <b>{text.shell.dropHere}</b>
            <p>{text.shell.dropWhat}</p>
          </div>
        </div>
      )}
      {help && <HelpDialog version={application.version} dataFolder={application.dataFolder} onClose={() => setHelp(false)} />}
    </div>
  )
}

function railGroups(
  text: ReturnType<typeof useText>,
  beside: { readonly importing: string | undefined; readonly unmatched: string | undefined },
): readonly RailGroup[] {
  const besides: Readonly<Record<string, string | undefined>> = beside
  return (['daily', 'see', 'setUp'] as const).map((group) => ({
    title: text.shell.groups[group],
    entries: Object.values(screens)
      .filter((screen) => screen.group === group)
      .map((screen) => ({ screen: screen.name, beside: besides[screen.name] })),
  }))
}

/** Help opens with F1 on every screen. */
function useHelp(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return [open, setOpen]
}

/** Alt+← and Alt+→ go through the screens as in a browser; a program's own window does not bring that along. */
function useWayBack(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
      event.preventDefault()
      if (event.key === 'ArrowLeft') window.history.back()
      else window.history.forward()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Has the engine process ended on its own? No data changes after that. */
function useEngineEnded(): boolean {
  const api = useApi()
  const [ended, setEnded] = useState(false)
  useEffect(() => api.on('engine.ended', () => setEnded(true)), [api])
  return ended
}
