import { type Envelope, type Unreadable, unreadable } from '../envelope'
import type { Format } from '../format'
import { limits } from '../limits'
import { strictUtf8 } from '../text/decodeText'
import { textStart } from '../text/textStart'
import { readJson } from './readJson'

/**
 * JSON and JSON-LD files.
 * @source RFC 8259, section 8.1
 */
export const jsonFormat: Format = {
  id: 'json',
  source: 'RFC 8259',
  maximumBytes: limits.jsonBytes,
  endings: ['.json', '.jsonld', '.1ob'],
  recognises(head) {
    const start = textStart(head)
    const first = head[start]
    const next = head[start + 1] ?? 0
    // `{\\rtf` opens rich text; `[InternetShortcut]` and the like open settings. Neither is JSON.
    if (first === 0x7b) return next !== 0x5c
    return first === 0x5b && next !== 0x2e && (next < 0x41 || next > 0x5a)
  },
  read({ source, bytes }) {
    const text = strictUtf8(bytes)
    if (text === null) return [unreadable(source, { code: 'file.encoding' })]
    return [jsonEnvelope({ source, container: 'json', baked: null, problems: [] }, text, true)]
  },
}

/** An envelope around JSON text, wherever it was carried; unreadable where the text is no JSON. */
export function jsonEnvelope(carried: Omit<Envelope, 'kind' | 'payload'>, text: string, isWellFormed?: boolean): Envelope | Unreadable {
  if (text.length > limits.jsonBytes) return unreadable(carried.source, { code: 'file.too-large' })
  const reading = readJson(text, isWellFormed)
  return reading.ok ? { kind: 'envelope', ...carried, payload: { kind: 'json', text, reading } } : unreadable(carried.source, reading.problem)
}
