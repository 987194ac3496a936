import { type QueryClient, skipToken } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { App, makeClient } from '../../renderer/app/App'
import { type Handover, makeHandover } from '../../renderer/view/handover'
import type { Api } from '../../shared/contract'

/** The words of a page, without its marks. */
export const words = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

/**
 * The window as HTML once every answer has come: it is drawn, what it asked for is fetched, and it is drawn again, until it asks for nothing new.
 *
 * @param hash Where in the program, as in the address: `#/importing`.
 */
export async function shown(api: Api, hash: string, handover: Handover = makeHandover()): Promise<string> {
  const client: QueryClient = makeClient()
  for (let round = 0; round < 8; round += 1) {
    const html = renderToString(<App api={api} client={client} initial={hash} handover={handover} />)
    const asked = client.getQueryCache().findAll({ predicate: (query) => query.state.data === undefined && query.options.queryFn !== skipToken })
    if (asked.length === 0) return html
    await Promise.all(asked.map((query) => query.fetch()))
  }
  throw new Error(`The page never stopped asking: ${hash}`)
}
