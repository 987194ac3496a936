import './CopyTable.css'
import { useState } from 'react'
import { useText } from '../../words/text'
import { Button } from '../form/Button'
import { tableAsHtml, tableAsTsv } from './tableText'

/** Puts both forms on the clipboard through the page's own copy command, which needs no permission. @returns whether the page allowed it. */
function copyByCommand(tsv: string, html: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', tsv)
    event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', put)
  const done = document.execCommand('copy')
  document.removeEventListener('copy', put)
  return done
}

/** Puts rows on the clipboard, the head first, as text and as a table. @returns whether it was allowed. */
export async function copyRows(rows: readonly (readonly string[])[]): Promise<boolean> {
  const [tsv, html] = [tableAsTsv(rows), tableAsHtml(rows)]
  if (navigator.clipboard === undefined || typeof ClipboardItem === 'undefined') return copyByCommand(tsv, html)
  const blob = (type: string, text: string) => new Blob([text], { type })
  const item = new ClipboardItem({ 'text/plain': blob('text/plain', tsv), 'text/html': blob('text/html', html) })
  return navigator.clipboard.write([item]).then(
    () => true,
    () => copyByCommand(tsv, html), // A browser may refuse the newer way without a permission; the older one needs none.
  )
}

/** 「表を写す」: the table as cells, for Excel. `rows` gives the head first; it is asked only when pressed. */
export function CopyTable({ rows }: { readonly rows: () => readonly (readonly string[])[] | Promise<readonly (readonly string[])[]> }) {
  const text = useText()
  const [message, setMessage] = useState<string>()
  const copy = async () => {
    const done = await copyRows(await rows())
    setMessage(done ? text.shell.copied : text.shell.notCopied)
  }
  return (
    <span className="button-with-reason">
      <Button kind="text" onPress={() => void copy()}>
        {text.shell.copy}
      </Button>
      <span className="muted" role="status">
        {message}
      </span>
    </span>
  )
}
