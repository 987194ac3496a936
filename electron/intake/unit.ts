/** One thing on the disk to be read: a file, or an entry of a ZIP. */
export interface Unit {
  /** A label for people: `bundle.zip!福祉部/0012.png`. Never used as a path. */
  readonly source: string
  /** The file, or the ZIP the entry stands in. */
  readonly path: string
  /** Which entry of the ZIP's directory, from 0; null for a plain file. */
  readonly entry: number | null
  /** Bytes once unpacked, as the disk or the archive says: by it units are handed out, nothing else. */
  readonly size: number
}
