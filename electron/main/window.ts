import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { windowOrigin } from '../../shared/contract/channels'
import { guardContents } from './security'

const isolated = () =>
  ({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, devTools: !app.isPackaged }) as const

/** Opens the program's one window. It fits an office screen of 1366 × 768. */
export async function openWindow(title: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: '#ffffff',
    webPreferences: { ...isolated(), preload: join(__dirname, '../preload/index.cjs') },
  })
  guardContents(window.webContents)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${windowOrigin}/index.html`)
  return window
}

/** Opens the hidden window for printing, drawn offscreen. It has no preload, so that a printed page can call nothing. */
export function openPrintWindow(): BrowserWindow {
  const window = new BrowserWindow({ width: 1600, height: 1130, show: false, webPreferences: { ...isolated(), offscreen: true } })
  guardContents(window.webContents)
  return window
}
