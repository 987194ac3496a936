/** Bytes that can be read piece by piece, so that an archive of a gigabyte need not be in memory. The caller opens the file. */
export interface RandomAccess {
  /** Bytes in all. */
  readonly size: number
  /** Exactly `length` bytes from `offset`, fewer only at the end. */
  read(offset: number, length: number): Uint8Array
}

/** Bytes in memory as random access. */
export const inMemory = (bytes: Uint8Array): RandomAccess => ({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) })

/** Little-endian numbers at an offset of a buffer. Beyond the end they are zeros: callers check lengths first. */
export const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
