import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { cancelNetwork, guardContents, isOurs } = await import('../../../electron/main/security')

const hostile = [
  'https://bundle/',
  'http://localhost/',
  'app://bundle.evil.example/',
  'app://bundle@evil.example/',
  'app://evil.example/bundle',
  'app://bundle:80@evil.example/',
  'apps://bundle/',
  'app:/bundle/',
  'file:///etc/passwd',
  'file://bundle/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://bundle/1',
  'about:blank',
  'about:srcdoc',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://bundle/',
  'ws://bundle/',
  'ftp://bundle/',
  'smb://server/share',
  '//bundle/',
  'app://',
  '',
]

type Prevent = { preventDefault: () => void }

/** Contents that record the calls made to them. */
function contents() {
  const heard = new Map<string, (event: Prevent, url: string) => void>()
  const policies: string[] = []
  let opened: ((details: { url: string }) => { action: string }) | undefined
  const fake = {
    setWindowOpenHandler: (handler: typeof opened) => {
      opened = handler
    },
    on: (name: string, listener: (event: Prevent, url: string) => void) => heard.set(name, listener),
    setWebRTCIPHandlingPolicy: (policy: string) => policies.push(policy),
  }
  guardContents(fake as unknown as Parameters<typeof guardContents>[0])
  const prevented = (name: string, url: string) => {
    let was = false
    heard.get(name)!(
      {
        preventDefault: () => {
          was = true
        },
      },
      url,
    )
    return was
  }
  return { prevented, policies, open: (url: string) => opened!({ url }).action }
}

describe('the window', () => {
  it('accepts only its own pages as its own', () => {
    expect(isOurs('app://bundle/index.html#/skillMap')).toBe(true)
    expect(hostile.filter(isOurs)).toEqual([])
  })

  it('navigates to none of twenty hostile addresses, opens no other window and no webview', () => {
    const { prevented, policies, open } = contents()
    expect(policies).toEqual(['disable_non_proxied_udp'])
    expect(hostile.filter((url) => !prevented('will-navigate', url))).toEqual([])
    expect(prevented('will-navigate', 'app://bundle/index.html')).toBe(false)
    expect([...hostile, 'app://bundle/index.html'].map(open)).toEqual(Array.from({ length: hostile.length + 1 }, () => 'deny'))
    expect(prevented('will-attach-webview', '')).toBe(true)
  })

  it('allows no request, permission, download or certificate, and loads no dictionary', () => {
    let request: ((details: { url: string }, done: (answer: { cancel: boolean }) => void) => void) | undefined
    let certificate: ((request: object, done: (result: number) => void) => void) | undefined
    const heard = new Map<string, (event: Prevent) => void>()
    const said: string[] = []
    let permission: ((contents: null, name: string, done: (granted: boolean) => void) => void) | undefined
    const session = {
      webRequest: {
        onBeforeRequest: (listener: typeof request) => {
          request = listener
        },
      },
      setPermissionRequestHandler: (handler: typeof permission) => {
        permission = handler
      },
      setPermissionCheckHandler: () => {},
      setDevicePermissionHandler: () => {},
      on: (name: string, listener: (event: Prevent) => void) => heard.set(name, listener),
      setSpellCheckerLanguages: (languages: readonly string[]) => said.push(`languages: ${languages.join()}`),
      setSpellCheckerEnabled: (enabled: boolean) => said.push(`checker: ${enabled}`),
      setCertificateVerifyProc: (verify: typeof certificate) => {
        certificate = verify
      },
      enableNetworkEmulation: ({ offline }: { offline: boolean }) => said.push(`offline: ${offline}`),
      setProxy: ({ mode }: { mode: string }) => said.push(`proxy: ${mode}`),
    }
    cancelNetwork(session as unknown as Parameters<typeof cancelNetwork>[0])
    const cancelled = (url: string) => {
      let answer = false
      request!({ url }, ({ cancel }) => {
        answer = cancel
      })
      return answer
    }
    const granted = (name: string) => {
      let answer = true
      permission!(null, name, (given) => {
        answer = given
      })
      return answer
    }
    expect(['https://a.example/', 'http://127.0.0.1/', 'ws://a.example/', 'file:///etc/passwd', 'ftp://a.example/', 'nonsense'].map(cancelled)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['app://bundle/index.html', 'data:image/png;base64,AA==', 'blob:app://bundle/1'].map(cancelled)).toEqual([false, false, false])
    expect(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'usb', 'serial'].map(granted)).toEqual(
      Array.from({ length: 8 }, () => false),
    )
    expect(said).toEqual(['languages: ', 'checker: false', 'offline: true', 'proxy: direct'])
    let trusted: number | null = null
    certificate!({}, (result) => {
      trusted = result
    })
    expect(trusted).toBeLessThan(-1)
    let downloaded = true
    heard.get('will-download')!({
      preventDefault: () => {
        downloaded = false
      },
    })
    expect(downloaded).toBe(false)
  })
})
