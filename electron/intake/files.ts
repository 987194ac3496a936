import { closeSync, fstatSync, readSync } from 'node:fs'
import { type Result, success } from '../../shared/model/problem'
import { openRegular } from '../disk/openRegular'

/** A file that is read at any place, without holding it in memory: the input of the ZIP reader. */
export interface OpenFile {
  readonly size: number
  read(offset: number, length: number): Uint8Array
  close(): void
}

/** Bytes read at once: entries of a ZIP are next to each other, and each system call takes longer than the bytes. */
const windowBytes = 256 * 1024

/** Opens a file for reading at any place. A pipe, device or socket is a problem; other faults are thrown as the file system throws them. */
export function openFile(path: string): Result<OpenFile> {
  const opened = openRegular(path)
  if (!opened.ok) return opened
  const descriptor = opened.value
  const { size } = fstatSync(descriptor)
  const readNow = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const count = readSync(descriptor, bytes, filled, length - filled, offset + filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  }
  let window: { readonly offset: number; readonly bytes: Uint8Array } = { offset: 0, bytes: new Uint8Array(0) }
  return success({
    size,
    read: (offset, length) => {
      if (length >= windowBytes) return readNow(offset, length)
      const start = offset - window.offset
      if (start >= 0 && start + length <= window.bytes.length) return window.bytes.subarray(start, start + length)
      // A new buffer each time: pieces of the last one may still be in use.
      window = { offset, bytes: readNow(offset, Math.max(length, Math.min(windowBytes, size - offset))) }
      return window.bytes.subarray(0, length)
    },
    close: () => closeSync(descriptor),
  })
}
