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
  try {
    await window.loadURL(`${windowOrigin}${path}`)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: false })
  } finally {
    takeBack()
    window.destroy()
  }
}
