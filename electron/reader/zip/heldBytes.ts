import type { Read } from '../envelope'
import { scan } from '../json/scan'

/** An empty object takes about twice this, and is counted twice: where it opens and by the comma behind it. */
const valueBytes = 40

/**
 * About how many bytes of memory does an answer take once it is parsed? A few characters of JSON can stand for a value each: five megabytes of `{},` take
 * 130. A token is looked at through its base64.
 */
export function heldBytes(answer: Read): number {
  if (answer.kind !== 'envelope' || answer.payload.kind === 'url') return 0
  const { kind, text } = answer.payload
  const parts = kind === 'json' ? [text] : text.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
  return parts.reduce((sum, part) => sum + part.length + valueBytes * scan(part).values, 0)
}
