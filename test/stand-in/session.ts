import { EventEmitter } from 'node:events'
import { strict } from './absent.ts'

type Handler = (request: Request) => Promise<Response> | Response
type Asked = (details: Record<string, unknown>, done: (answer: { cancel?: boolean }) => void) => void
type PermissionHandler = (contents: unknown, permission: string, done: (granted: boolean) => void, details: unknown) => void

/** What the program has set up for the pages it serves and the requests it lets through. */
export const settings = {
  handlers: new Map<string, Handler>(),
  schemes: new Set<string>(),
  beforeRequest: undefined as Asked | undefined,
  permission: undefined as PermissionHandler | undefined,
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string }[]) => {
    for (const { scheme } of schemes) settings.schemes.add(scheme)
  },
  handle: (scheme: string, handler: Handler) => void settings.handlers.set(scheme, handler),
})

const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest: strict('webRequest', {
      onBeforeRequest: (asked: Asked) => {
        settings.beforeRequest = asked
      },
    }),
    setPermissionRequestHandler: (handler: PermissionHandler) => {
      settings.permission = handler
    },
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    setSpellCheckerEnabled: () => {},
    setSpellCheckerLanguages: () => {},
    setCertificateVerifyProc: () => {},
    enableNetworkEmulation: () => {},
    setProxy: () => Promise.resolve(),
  }),
)

export const session = strict('session', { defaultSession })

// Chromium knows nothing of `app://`: a page of `app://host/path` is shown to it as `https://host.app.invalid/path`.
export const toPage = (address: string) => {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(address) ?? []
  return scheme !== undefined && settings.schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest || '/'}` : address
}
export const fromPage = (address: string) => address.replace(/^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.invalid/, '$2://$1')
