import { describe, expect, it } from 'vitest'
import { optionNames } from '../../../electron/cli'
import { refusedStart } from '../../../electron/main/refusedStart'

const start = (words: readonly string[], more: Partial<Parameters<typeof refusedStart>[0]> = {}) =>
  refusedStart({ words, options: new Set(), environment: {}, platform: 'linux', ...more })

/** Switches that open a running program, or bypass its profile, sandbox or network. */
const hostile = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-brk-node',
  '--inspect-port=1',
  '--inspect-publish-uid=http',
  '--debug',
  '--debug-brk',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp/x',
  '--user-data-dir=/tmp/x',
  '--require=/tmp/x.js',
  '-r',
  '--eval',
  '-e',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:8080',
  '--proxy-pac-url=http://127.0.0.1/',
  '--auth-server-whitelist=*',
  '--log-net-log=/tmp/x',
  '--enable-logging=file',
  '--log-file=/tmp/x',
  '--disable-web-security',
  '--allow-file-access-from-files',
  '--renderer-cmd-prefix=/tmp/x',
  '--utility-cmd-prefix=/tmp/x',
  '--gpu-launcher=/tmp/x',
  '--ignore-certificate-errors',
  '--enable-features=x',
  '--disable-features=x',
  '--type=renderer',
  '--diagnostic-dir=/tmp',
  '--ssl-key-log-file=/tmp/x',
  '--test-type',
]

describe('a packed program', () => {
  it('accepts none of a long list of hostile switches, with one dash or two, before or after --cli', () => {
    for (const word of hostile) {
      for (const spelled of [word, word.replace(/^--/, '-'), ` ${word}`, `\t${word} `]) {
        expect(start([spelled])).toBe(spelled)
        expect(start(['--data', '/srv/tekizai', spelled])).toBe(spelled)
        expect(start(['--cli', 'import', 'badges.zip', spelled], { options: optionNames })).toBe(spelled)
      }
    }
  })

  it('accepts none of them on Windows, with a slash and in any case', () => {
    for (const word of hostile) {
      for (const spelled of [word, word.replace(/^--?/, '/'), word.toUpperCase(), word.replace(/^--?/, '/').toUpperCase()])
        expect(start([spelled], { platform: 'win32' })).toBe(spelled)
    }
  })

  it('accepts its own options, a file to open, and what the system adds', () => {
    expect(start([])).toBeNull()
    expect(start(['--data', '/srv/tekizai'])).toBeNull()
    expect(start(['--data=/srv/tekizai', '/home/user/badges.zip', '-'])).toBeNull()
    expect(start(['--lang=ja', '--force-device-scale-factor=1.5', '--force-renderer-accessibility'])).toBeNull()
    expect(start(['-psn_0_12345', '-NSDocumentRevisionsDebugMode', 'YES'], { platform: 'darwin' })).toBeNull()
    expect(start(['-psn_0_12345'])).toBe('-psn_0_12345')
    expect(start(['--LANG=ja'], { platform: 'win32' })).toBeNull()
    expect(start(['--LANG=ja'])).toBe('--LANG=ja')
  })

  it('may be started without the sandbox on Linux alone, where there may be none', () => {
    expect(start(['--no-sandbox'])).toBeNull()
    expect(start(['--no-sandbox'], { platform: 'win32' })).toBe('--no-sandbox')
    expect(start(['--no-sandbox'], { platform: 'darwin' })).toBe('--no-sandbox')
  })

  it('accepts every option of the command line after --cli, and none of them in the window', () => {
    expect(optionNames.size).toBeGreaterThan(10)
    for (const name of optionNames) {
      expect(start(['--cli', 'verb', `--${name}`], { options: optionNames })).toBeNull()
      if (name !== 'data') expect(start([`--${name}`])).toBe(`--${name}`)
    }
  })

  it('reads nothing after a double dash as a switch, as Chromium does', () => {
    expect(start(['--cli', 'import', '--', '--inspect'], { options: optionNames })).toBeNull()
  })

  it('accepts no variable that runs other code, opens a debugger or writes a log; an empty one is ignored', () => {
    for (const name of ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'NODE_REPL_EXTERNAL_MODULE', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE']) {
      expect(start([], { environment: { [name]: '1', PATH: '/bin' } })).toBe(name)
      expect(start([], { environment: { [name]: '', PATH: '/bin' } })).toBeNull()
    }
  })

  it('has no option of the command line that is a switch of Chromium', () => {
    const chromium = hostile.map((word) => word.replace(/^-+/, '').split('=')[0]!)
    expect([...optionNames].filter((name) => chromium.includes(name))).toEqual([])
  })
})
