import type { Read } from '../envelope'
import { scan } from '../json/scan'

/** An empty object takes about twice this, and is counted twice: at its bracket and at the comma after it. */
const valueBytes = 40

/**
 * About how many bytes of memory an answer takes once it is parsed. A few characters of JSON can be a value each: five megabytes of `{},` take 130. A token is
 * estimated through its base64.
 */
export function heldBytes(answer: Read): number {
  if (answer.kind !== 'envelope' || answer.payload.kind === 'url') return 0
  const { kind, text } = answer.payload
  const parts = kind === 'json' ? [text] : text.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
  return parts.reduce((sum, part) => sum + part.length + valueBytes * scan(part).values, 0)
}
