import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file that is read at any place, without holding it in memory: what the ZIP reader asks for. */
export interface OpenFile {
  readonly size: number
  read(offset: number, length: number): Uint8Array
  close(): void
}

/** So much is read at once: entries of a ZIP stand side by side, and each call of the system takes longer than the bytes do. */
const windowBytes = 256 * 1024

/** Opens a file for reading at any place. Throws what the file system throws. */
export function openFile(path: string): OpenFile {
  const descriptor = openSync(path, 'r')
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
  return {
    size,
    read: (offset, length) => {
      if (length >= windowBytes) return readNow(offset, length)
      const start = offset - window.offset
      if (start >= 0 && start + length <= window.bytes.length) return window.bytes.subarray(start, start + length)
      // Never the same buffer again: pieces of the last one may still be in use.
      window = { offset, bytes: readNow(offset, Math.max(length, Math.min(windowBytes, size - offset))) }
      return window.bytes.subarray(0, length)
    },
    close: () => closeSync(descriptor),
  }
}
