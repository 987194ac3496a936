import { windowOrigin } from '../../shared/contract/channels'
import { lendDocument } from './pages'
import { openPrintWindow } from './window'

let printed = 0

/**
 * Prints a complete HTML document to PDF. Page size and margins come from the document's own `@page`.
 * @returns the bytes of the PDF, tagged, with its fonts embedded.
 */
export async function printDocument(html: string): Promise<Uint8Array> {
  const { path, takeBack } = lendDocument(String(++printed), html)
  const window = openPrintWindow()
  // A page whose process has gone answers nothing any more: the print ends then, and never waits without end.
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
    takeBack()
    window.destroy()
  }
}
