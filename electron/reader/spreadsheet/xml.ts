import { SaxesParser } from 'saxes'
import { failure, type Result, success } from '../../../shared/model/problem'

/** What to do at each element. Names are local: `x:row` is `row`. `path` ends with the element itself. */
export interface ElementHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>, path: readonly string[]): void
  text?(text: string, path: readonly string[]): void
  close?(name: string, path: readonly string[]): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Goes through an XML part of a workbook once.
 * @returns `table.syntax` where it is no well-formed XML, or declares a DOCTYPE: no program writes one there.
 */
export function walkXml(bytes: Uint8Array, handlers: ElementHandlers): Result<null> {
  const parser = new SaxesParser({ xmlns: false })
  const path: string[] = []
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', () => {
    broken = true
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    path.push(name)
    handlers.open?.(name, tag.attributes, path)
  })
  parser.on('text', (text) => handlers.text?.(text, path))
  parser.on('cdata', (text) => handlers.text?.(text, path))
  parser.on('closetag', (tag) => {
    handlers.close?.(localName(tag.name), path)
    path.pop()
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return broken ? failure({ code: 'table.syntax' }) : success(null)
}

/** Text of a cell as Excel shows it: `_x000D_` stands for a character that XML cannot hold. */
export const unescapeCell = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
