import type { Read } from './envelope'

/** The bytes of one file or ZIP entry with its label. */
export interface FileBytes {
  readonly source: string
  readonly bytes: Uint8Array
  /** How many ZIPs enclose the file. */
  readonly nesting: number
}

/** Reads a file found inside another one. */
export type ReadInner = (file: FileBytes) => readonly Read[]

/** An entry of the table of formats. */
export interface Format {
  readonly id: string
  /** Standard and section. */
  readonly source: string
  /** Files of this format that are larger are not read. */
  readonly maximumBytes: number
  /** File name endings of this format. They never decide how a file is read; they only tell a broken badge from a file that never was one. */
  readonly endings: readonly string[]
  /** Are these bytes of this format? Decided by the first bytes alone; the bytes may be the head of a longer file. */
  recognises(head: Uint8Array): boolean
  /** At least one answer for a file that was recognised. */
  read(file: FileBytes, readInner: ReadInner): readonly Read[]
}
