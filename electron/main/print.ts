import { randomUUID } from 'node:crypto'
import { windowOrigin } from '../../shared/contract/channels'
import { offerDocument } from './pages'
import { openPrintWindow } from './window'

/**
 * Prints a complete HTML document to PDF. Page size and margins come from the document's own `@page`.
 * @returns the bytes of the PDF, tagged, with its fonts embedded.
 */
export async function printDocument(html: string): Promise<Uint8Array> {
  const { path, withdraw } = offerDocument(randomUUID(), html)
  const window = openPrintWindow()
  // The print fails where the process of the page ends: that page would never answer.
  const gone = new Promise<never>((_settle, fail) =>
    window.webContents.once('render-process-gone', (_event, { reason }) => fail(new Error(`the printed page ended: ${reason}`))),
  )
  const print = async () => {
    await window.loadURL(`${windowOrigin}${path}`)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: false })
  }
  try {
    return await Promise.race([print(), gone])
  } finally {
    withdraw()
    window.destroy()
  }
}
