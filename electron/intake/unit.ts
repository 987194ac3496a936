/** One file on disk, or one entry of a ZIP, to be read. */
export interface Unit {
  /** A label for people: `bundle.zip!福祉部/0012.png`. Never used as a path. */
  readonly source: string
  /** The file, or the ZIP of the entry. */
  readonly path: string
  /** Which entry of the ZIP's directory, from 0; null for a plain file. */
  readonly entry: number | null
  /** Unpacked bytes, by the disk or the archive: used only for assigning units. */
  readonly size: number
}
