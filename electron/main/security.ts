import { app, type Session, type WebContents } from 'electron'
import { windowOrigin } from '../../shared/contract/channels'

/** Does the address belong to this program's own pages? Compared by scheme and host, never by how it begins. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === windowOrigin
}

/** Schemes that leave nothing: our own pages, and data the page made itself. */
const localSchemes = ['app:', 'data:', 'blob:', 'devtools:']

/** Every request of the session is cancelled except those that stay inside the program. */
export function cancelNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, done) => {
    done({ cancel: !localSchemes.includes(URL.parse(details.url)?.protocol ?? '') })
  })
  session.setPermissionRequestHandler((_contents, permission, done) => {
    done(permission === 'clipboard-sanitized-write')
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
}

/** No window leads anywhere else: no navigation, no new windows, no webviews. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (!isOurs(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export function guardEveryWindow(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
