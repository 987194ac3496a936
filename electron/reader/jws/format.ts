import { unreadable } from '../envelope'
import type { Format } from '../format'
import { limits } from '../limits'
import { strictUtf8 } from '../text/decodeText'
import { textStart } from '../text/textStart'
import { looksLikeJws } from './looksLikeJws'

/**
 * A compact JWS or JWT alone in a text file, blanks around it allowed.
 * @source RFC 7515, section 7.1
 */
export const jwsFormat: Format = {
  id: 'jws',
  source: 'RFC 7515, section 7.1',
  maximumBytes: limits.jsonBytes,
  endings: ['.jwt', '.jws'],
  recognises(head) {
    // The header is a JSON object: its first byte, `{`, makes the first character an `e`. Only then is the text worth a look.
    const start = textStart(head)
    if (head[start] !== 0x65) return false
    const dot = head.indexOf(0x2e, start)
    return looksLikeJws(dot === -1 ? '' : `${Buffer.from(head.subarray(start, dot)).toString('latin1')}..`)
  },
  read({ source, bytes }) {
    const text = strictUtf8(bytes)
      ?.replace(/^\ufeff/, '')
      .trim()
    if (!text || !looksLikeJws(text)) return [unreadable(source, { code: 'jws.syntax' })]
    return [{ kind: 'envelope', source, container: 'jws', baked: null, payload: { kind: 'jws', text }, problems: [] }]
  },
}
