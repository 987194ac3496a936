const mebibyte = 1024 * 1024

/** Every limit for hostile files, in one place. Sizes are bytes. */
export const limits = {
  /** One JSON document or one compact JWS, in any container. */
  jsonBytes: 5 * mebibyte,
  /** Nesting of arrays and objects. */
  jsonDepth: 64,
  /** Nesting of elements in an SVG or in a workbook's parts. */
  xmlDepth: 256,
  /** Attributes of one element; a drawing or a workbook has some dozens. */
  xmlAttributes: 10_000,
  /** One badge file: a picture with a badge baked in. */
  badgeBytes: 10 * mebibyte,
  /** Chunks of one PNG; a picture of 10 MB has some thousands. */
  pngChunks: 50_000,
  zipEntries: 100_000,
  /** The list of a ZIP's entries, all names included. */
  zipDirectoryBytes: 64 * mebibyte,
  /** One entry once unpacked: larger than any badge, because an entry may be a ZIP itself. */
  zipEntryBytes: 64 * mebibyte,
  /** Unpacked bytes for each packed byte, over the whole archive, once `zipRatioFreeBytes` are unpacked. */
  zipRatio: 200,
  zipRatioFreeBytes: mebibyte,
  /** ZIPs inside a ZIP: one level. */
  zipNesting: 1,
  /** All unpacked bytes of a ZIP that is read in one call of `readFile`. */
  zipTotalBytes: 256 * mebibyte,
  /** Memory for the answers of a ZIP that is read in one call; its further files are not read. Some ten thousand badges. */
  zipHeldBytes: 128 * mebibyte,
  /** A roster or a list of skills, and the parts of an XLSX once unpacked. */
  tableBytes: 64 * mebibyte,
  tableCells: 4_000_000,
  /** Characters of one cell of a CSV; Excel holds 32,767. */
  tableCellLength: 1_000_000,
  /** Rows a sheet of Excel can have. */
  tableRows: 1_048_576,
  /** Columns an XLSX can have (`XFD`). */
  tableColumns: 16_384,
  /** Null or empty members listed for one document; further ones are not listed. */
  listedMembers: 20,
  /** Documents in one envelope or list: 5 MB hold no more true ones. */
  documents: 10_000,
  /** Envelopes inside envelopes: a presentation may hold a CLR that holds badges. */
  envelopeNesting: 4,
} as const
