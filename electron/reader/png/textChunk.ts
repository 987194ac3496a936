import { inflateSync } from 'node:zlib'
import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { strictUtf8 } from '../text/decodeText'
import type { Chunk } from './chunks'

/** Text in a picture, under its keyword. */
export interface TextChunk {
  readonly keyword: string
  readonly compressed: boolean
  text(): Result<string>
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * The text of a `tEXt`, `zTXt` or `iTXt` chunk; null where the chunk is another one or has no keyword.
 * @source PNG (Third Edition), sections 11.3.3.2–11.3.3.4
 */
export function readTextChunk({ type, data }: Chunk): TextChunk | null {
  const keywordEnd = data.indexOf(0)
  if (keywordEnd === -1) return null
  const keyword = latin1(data.subarray(0, keywordEnd))
  const rest = data.subarray(keywordEnd + 1)
  if (type === 'tEXt') return { keyword, compressed: false, text: () => success(strictUtf8(rest) ?? latin1(rest)) }
  if (type === 'zTXt') return { keyword, compressed: true, text: () => mapText(inflate(rest.subarray(1)), (bytes) => strictUtf8(bytes) ?? latin1(bytes)) }
  if (type !== 'iTXt') return null
  const compressed = rest[0] === 1
  return {
    keyword,
    compressed,
    text() {
      // Compression flag and method, then language and translated keyword, each closed by a NUL.
      const languageEnd = rest.indexOf(0, 2)
      const translatedEnd = languageEnd === -1 ? -1 : rest.indexOf(0, languageEnd + 1)
      if (translatedEnd === -1) return failure({ code: 'png.broken-chunk' })
      const body = rest.subarray(translatedEnd + 1)
      return mapText(compressed ? inflate(body) : success(body), strictUtf8)
    },
  }
}

function mapText(bytes: Result<Uint8Array>, decode: (bytes: Uint8Array) => string | null): Result<string> {
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  return text === null ? failure({ code: 'file.encoding' }) : success(text)
}

function inflate(bytes: Uint8Array): Result<Uint8Array> {
  try {
    return success(inflateSync(bytes, { maxOutputLength: limits.jsonBytes }))
  } catch (error) {
    // zlib throws for a damaged stream, and with this code for one beyond the limit.
    const tooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return failure({ code: tooLong ? 'file.too-large' : 'png.broken-chunk' })
  }
}
