import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file that is read at any place, without holding it in memory: what the ZIP reader asks for. */
export interface OpenFile {
  readonly size: number
  read(offset: number, length: number): Uint8Array
  close(): void
}

/** Opens a file for reading at any place. Throws what the file system throws. */
export function openFile(path: string): OpenFile {
  const descriptor = openSync(path, 'r')
  return {
    size: fstatSync(descriptor).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const count = readSync(descriptor, bytes, filled, length - filled, offset + filled)
        if (count === 0) break
        filled += count
      }
      return bytes.subarray(0, filled)
    },
    close: () => closeSync(descriptor),
  }
}
