import { closedArchive } from './closedArchives'
import { type Ignored, ignored, type Read, type Unreadable, unreadable } from './envelope'
import { isLeftBehind } from './foreignNames'
import type { FileBytes, Format } from './format'
import { textStart } from './text/textStart'
import { utf16ToUtf8 } from './text/utf16ToUtf8'

/** The content of a file. The first format of the table that recognises its bytes decides, never its name. At least one answer for every file. */
export function readWith(formats: readonly Format[], file: FileBytes): readonly Read[] {
  const { source, bytes } = file
  if (isLeftBehind(source)) return [ignored(source)]
  if (bytes.length === 0 || textStart(bytes) === bytes.length) return [unreadable(source, { code: 'file.empty' })]
  const utf8 = utf16ToUtf8(bytes)
  if (utf8)
    // A UTF-16 file (Windows writes them) holds the same characters; the encoding is a remark.
    return readWith(formats, { ...file, bytes: utf8 }).map((answer) =>
      answer.kind === 'envelope' ? { ...answer, problems: [...answer.problems, { code: 'file.encoding', detail: 'UTF-16' }] } : answer,
    )
  const format = formats.find((candidate) => candidate.recognises(bytes))
  if (!format) return [unrecognised(formats, source, bytes)]
  if (bytes.length > format.maximumBytes) return [unreadable(source, { code: 'file.too-large', detail: String(bytes.length) })]
  return format.read(file, (inner) => readWith(formats, inner))
}

/**
 * The answer for a file that is too large for memory, from its first bytes (64 KB are enough): a badge that is too large, or no badge.
 * A ZIP is neither: open it with `openZip`.
 */
export function describeUnreadWith(formats: readonly Format[], source: string, head: Uint8Array): Unreadable | Ignored {
  if (isLeftBehind(source)) return ignored(source)
  return formats.some((format) => format.recognises(head)) ? unreadable(source, { code: 'file.too-large' }) : unrecognised(formats, source, head)
}

/** An archive that stays closed, and a file that claims by its name to be a badge and is none, are unreadable; any other file is ignored. */
function unrecognised(formats: readonly Format[], source: string, head: Uint8Array): Unreadable | Ignored {
  const archive = closedArchive(source, head)
  if (archive !== null) return unreadable(source, { code: 'archive.closed', detail: archive })
  const name = source.toLowerCase()
  const claimed = formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)))
  if (!claimed) return ignored(source)
  return unreadable(source, { code: claimed.id === 'json' ? 'json.syntax' : 'file.unknown-format', detail: claimed.id })
}
