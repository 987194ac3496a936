import type { Problem } from '../../../shared/model/problem'
import type { ZipEntry } from '../zip/openZip'

/** First bytes of OLE files: Excel's format before 2007, and any workbook with a password. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0] as const

/** How far into a file its kind is looked for. */
const headBytes = 4096

/**
 * Which kind of file that is no table is this? Null where the bytes may be text of a table.
 * @returns `table.old-excel`, `table.pdf`, `table.html`, `table.excel-2003-xml` or `table.iso-2022-jp`.
 */
export function notTable(bytes: Uint8Array): Problem | null {
  if (oleSignature.every((byte, index) => bytes[index] === byte)) return { code: 'table.old-excel' }
  // Encodings differ only beyond ASCII; NUL bytes of UTF-16 are passed over.
  const head = Buffer.from(bytes.subarray(0, headBytes))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (head.startsWith('%PDF-')) return { code: 'table.pdf' }
  if (/^<\?xml/i.test(head) && /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(head)) return { code: 'table.excel-2003-xml' }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table)\b/i.test(head)) return { code: 'table.html' }
  if (/^MIME-Version:/i.test(head)) return { code: 'table.html' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for.
  return /\x1b\$[@B]|\x1b\([JI]/.test(head) && !bytes.some((byte) => byte >= 0x80) ? { code: 'table.iso-2022-jp' } : null
}

/** Which kind of package that is no XLSX do the entries of a ZIP make? Null where it may be one. */
export function notXlsx(entries: readonly ZipEntry[]): Problem | null {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  if (has(/\.iwa$|(^|\/)Index\.zip$/i)) return { code: 'table.numbers' }
  if (has(/(^|\/)workbook\.bin$/i)) return { code: 'table.xlsb' }
  const mimetype = entries.find(({ name }) => name === 'mimetype')?.bytes()
  if (mimetype?.ok && Buffer.from(mimetype.value.subarray(0, 100)).toString('latin1').startsWith('application/vnd.oasis.opendocument'))
    return { code: 'table.ods' }
  if (!has(/^\/?\[Content_Types\]\.xml$/i) && has(/\.(csv|tsv|txt|xlsx|xlsm|xls)$/i)) return { code: 'table.in-zip' }
  return null
}
