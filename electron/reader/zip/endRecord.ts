import { failure, type Result, success } from '../../../shared/model/problem'
import { type RandomAccess, view } from './source'

/** The place of the list of entries. */
export interface EndRecord {
  readonly entries: number
  readonly directoryOffset: number
  readonly directorySize: number
  /** Bytes before the archive: every offset in it counts from here. */
  readonly prefix: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const endSize = 22
const locatorSize = 20
const end64Size = 56
const longestComment = 0xffff

/**
 * Finds the central directory from the end, after a comment of up to 65,535 bytes.
 * @source APPNOTE.TXT 6.3.10, sections 4.3.14–4.3.16
 */
export function findEndRecord(file: RandomAccess): Result<EndRecord> {
  const tailLength = Math.min(file.size, endSize + longestComment + locatorSize)
  const tailOffset = file.size - tailLength
  const tail = file.read(tailOffset, tailLength)
  if (tail.length < endSize) return failure({ code: 'zip.broken' })
  const numbers = view(tail)
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (numbers.getUint32(at, true) !== endSignature) continue
    if (at + endSize + numbers.getUint16(at + 20, true) > tail.length) continue
    // The last volume of a ZIP in several files counts those before it.
    const volume = numbers.getUint16(at + 4, true)
    if (volume !== 0 && volume !== 0xffff) return failure({ code: 'archive.closed', detail: 'zip' })
    const record = {
      entries: numbers.getUint16(at + 10, true),
      directorySize: numbers.getUint32(at + 12, true),
      directoryOffset: numbers.getUint32(at + 16, true),
    }
    const large = record.entries === 0xffff || record.directorySize === 0xffffffff || record.directoryOffset === 0xffffffff
    const locator = at - locatorSize
    if (large && locator >= 0 && numbers.getUint32(locator, true) === locator64Signature)
      return readEndRecord64(file, Number(numbers.getBigUint64(locator + 8, true)), tailOffset + locator)
    return placed(record, tailOffset + at)
  }
  return failure({ code: 'zip.broken' })
}

function readEndRecord64(file: RandomAccess, offset: number, endOffset: number): Result<EndRecord> {
  // A prefix moves the record; it is then directly before its locator.
  for (const start of [offset, endOffset - end64Size]) {
    if (start < 0 || start + end64Size > file.size) continue
    const bytes = file.read(start, end64Size)
    const numbers = view(bytes)
    if (bytes.length < end64Size || numbers.getUint32(0, true) !== end64Signature) continue
    const record = {
      entries: Number(numbers.getBigUint64(32, true)),
      directorySize: Number(numbers.getBigUint64(40, true)),
      directoryOffset: Number(numbers.getBigUint64(48, true)),
    }
    return placed(record, start)
  }
  return failure({ code: 'zip.broken' })
}

/** `endOffset` is where the directory must end: one that ends earlier was moved by a prefix. */
function placed(record: Omit<EndRecord, 'prefix'>, endOffset: number): Result<EndRecord> {
  const prefix = endOffset - record.directorySize - record.directoryOffset
  if (prefix < 0) return failure({ code: 'zip.broken' })
  return success({ ...record, directoryOffset: record.directoryOffset + prefix, prefix })
}
