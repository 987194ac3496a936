import { unreadable } from '../envelope'
import type { Format } from '../format'
import { limits } from '../limits'
import { strictUtf8 } from '../text/decodeText'
import { textStart } from '../text/textStart'
import { jwsPart } from './jwsParts'
import { isJwsHeader, looksLikeJws } from './looksLikeJws'

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
    // The header is a JSON object: its first byte, `{`, makes the first character an `e`. Only then is the text checked further.
    const start = textStart(head)
    if (head[start] !== 0x65) return false
    const dot = head.indexOf(0x2e, start)
    return dot !== -1 && isJwsHeader(jwsPart(Buffer.from(head.buffer, head.byteOffset + start, dot - start).toString('latin1')))
  },
  read({ source, bytes }) {
    const text = strictUtf8(bytes)
      ?.replace(/^\ufeff/, '')
      .trim()
    if (!text || !looksLikeJws(text)) return [unreadable(source, { code: 'jws.syntax' })]
    return [{ kind: 'envelope', source, container: 'jws', baked: null, payload: { kind: 'jws', text }, problems: [] }]
  },
}
