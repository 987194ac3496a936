import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Api, Output } from '../../shared/contract'
import type { Locale } from '../../shared/text'
import { ApiContext, followEvents, useApi, useCall } from '../ask/api'
import { Broken } from '../components/notice/Broken'
import { ErrorBoundary } from '../components/notice/ErrorBoundary'
import { ProblemNote } from '../components/notice/ProblemNote'
import { Waiting } from '../components/notice/Waiting'
import { parameters } from '../screens'
import { ViewProvider, type ViewSurroundings } from '../view/ViewProvider'
import { LocaleContext } from '../words/text'
import { Frame } from './Frame'

/** Answers come from this PC: they do not expire, and there is no network. */
export const makeClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false } } })

/** What the window begins with where there is no address, in tests: a hash, and what was handed over. */
type Beginning = Pick<ViewSurroundings, 'initial' | 'handover'>

/** The whole window. */
export function App({ api, client, ...beginning }: { readonly api: Api; readonly client: QueryClient } & Beginning) {
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={client}>
        <ErrorBoundary instead={(reason, again) => <Broken reason={reason} again={again} />}>
          <Loaded {...beginning} />
        </ErrorBoundary>
      </QueryClientProvider>
    </ApiContext>
  )
}

function Loaded(beginning: Beginning) {
  const api = useApi()
  const client = useQueryClient()
  const asked = useCall('application.read', {})
  // What was known stays on screen when the engine can no longer be asked.
  const [known, setKnown] = useState(asked.value)
  if (asked.value !== undefined && asked.value !== known) setKnown(asked.value)
  const application = asked.value ?? known
  useEffect(() => followEvents(api, client), [api, client])
  if (application === undefined) return asked.problem ? <ProblemNote problem={asked.problem} /> : <Waiting />
  return (
    <Speaking application={application}>
      <ViewProvider today={application.today} home={homeOf(application)} parameters={parameters} {...beginning}>
        <Frame application={application} />
      </ViewProvider>
    </Speaking>
  )
}

/** The first screen: `start` until something was imported. */
export const homeOf = ({ people, imports }: Output<'application.read'>): 'start' | 'skillMap' => (people === 0 && imports === 0 ? 'start' : 'skillMap')

/** The language: changed at once on screen, then remembered. */
function Speaking({ application, children }: { readonly application: Output<'application.read'>; readonly children: ReactNode }) {
  const api = useApi()
  const [locale, setLocale] = useState<Locale>(application.locale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (chosen: Locale) => {
    setLocale(chosen)
    void api.call('application.saveSettings', { locale: chosen })
  }
  return <LocaleContext value={{ locale, choose }}>{children}</LocaleContext>
}
