// A stand-in for the `electron` module: the built program runs under Node, and each of its windows is a page of an installed browser.
// It shows what the program does; it cannot show Electron's own V8 and BoringSSL, asar, native menus, dialogs and permission prompts.
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { absent } from './absent.ts'
import { app, root } from './app.ts'
import { leaks } from './browser.ts'

export { app } from './app.ts'
export { dialog } from './dialog.ts'
export { Menu } from './menu.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utilityProcess.ts'
export { BrowserWindow, ipcMain } from './window.ts'
export { leaks }

export const clipboard = absent('clipboard')
export const crashReporter = absent('crashReporter')
export const nativeTheme = absent('nativeTheme')
export const net = absent('net')
export const safeStorage = absent('safeStorage')
export const shell = absent('shell')

Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(root, 'resources') })

// The test's line in: a function to be called in the main process with this module, as Playwright's own Electron line has it.
if (process.env.STAND_IN_CONTROL) {
  process.on('message', async (message: { kind: string; id: number; source: string; argument: unknown }) => {
    if (message.kind !== 'evaluate') return
    try {
      const called = runInThisContext(`(${message.source})`) as (electron: unknown, argument: unknown) => unknown
      process.send!({ kind: 'result', id: message.id, value: await called(await import('./electron.ts'), message.argument) })
    } catch (error) {
      process.send!({ kind: 'result', id: message.id, error: String(error) })
    }
  })
  process.on('disconnect', () => app.exit(0))
}
