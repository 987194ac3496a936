import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { walk } from '../xml/walk'

/** Handlers for each element. Names are local: `x:row` is `row`. `path` ends with the element itself. */
export interface ElementHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>, path: readonly string[]): void
  text?(text: string, path: readonly string[]): void
  close?(name: string, path: readonly string[]): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Walks an XML part of a workbook.
 * @returns `table.syntax` where it is no well-formed XML, nests too deeply, or declares a DOCTYPE, which no program writes there. No handler is called after
 * the first fault.
 */
export function walkXml(bytes: Uint8Array, handlers: ElementHandlers): Result<null> {
  const path: string[] = []
  const whole = walk(decodePart(bytes), {
    doctype: (_, { stop }) => stop(),
    open(name, attributes, { stop }) {
      path.push(localName(name))
      if (path.length > limits.xmlDepth) stop()
      handlers.open?.(localName(name), attributes, path)
    },
    text: (text) => handlers.text?.(text, path),
    close(name) {
      handlers.close?.(localName(name), path)
      path.pop()
    },
  })
  return whole ? success(null) : failure({ code: 'table.syntax' })
}

/**
 * The text of a part, in UTF-8 or in UTF-16 with or without a byte order mark.
 * @source ECMA-376 Part 2, section 6.2.5; XML 1.0, appendix F
 */
function decodePart(bytes: Uint8Array): string {
  const [first, second] = bytes
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(bytes)
}

/** Text of a cell as Excel shows it: `_x000D_` is a character that XML cannot hold. */
export const unescapeCell = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
