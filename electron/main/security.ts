import { app, type Session, type WebContents } from 'electron'
import { windowOrigin } from '../../shared/contract/channels'

/** Does the address belong to this program's own pages? Compared by scheme and host, never by its beginning. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === windowOrigin
}

/** net::ERR_FAILED, as `setCertificateVerifyProc` wants it. */
const refusedCertificate = -2

/** Schemes that need no network: our own pages, and data the page made itself. */
const localSchemes = ['app:', 'data:', 'blob:', 'devtools:']

/**
 * Cancels every request of the session except those within the program; denies all permissions, devices, downloads and dictionaries.
 *
 * @source Electron, docs/tutorial/security.md and docs/api/session.md
 */
export function cancelNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, done) => {
    done({ cancel: !localSchemes.includes(URL.parse(details.url)?.protocol ?? '') })
  })
  session.setPermissionRequestHandler((_contents, permission, done) => {
    done(permission === 'clipboard-sanitized-write')
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // The languages first: a spelling dictionary is downloaded for each of them, even where checking is off, and no request handler sees it.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.setCertificateVerifyProc((_request, done) => done(refusedCertificate))
  session.enableNetworkEmulation({ offline: true })
  void session.setProxy({ mode: 'direct' })
}

/** Prevents navigation, new windows, webviews and peer connections. */
export function guardContents(contents: WebContents): void {
  // Without it a script of a page could send UDP to any address: peer connections are not seen by the session's request handlers.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (!isOurs(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Guards every later window and session, the print window's included. To be called before the program is ready. */
export function guardEverything(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('session-created', cancelNetwork)
}
