import { ignored, type Read, unreadable } from '../envelope'
import { isLeftBehind } from '../foreignNames'
import type { FileBytes, Format, ReadInner } from '../format'
import { limits } from '../limits'
import { heldBytes } from './heldBytes'
import { isOfficePackage } from './officePackage'
import { isZip, openZip, type ZipEntry } from './openZip'

/**
 * A ZIP whose files are read in one call. For large archives use `openZip` and read entry by entry.
 * @source APPNOTE.TXT 6.3.10
 */
export const zipFormat: Format = {
  id: 'zip',
  source: 'APPNOTE.TXT 6.3.10',
  maximumBytes: limits.zipTotalBytes,
  endings: ['.zip'],
  recognises: isZip,
  read(file, readInner) {
    const entries = openZip(file.bytes)
    if (!entries.ok) return [unreadable(file.source, entries.problem)]
    if (isOfficePackage(entries.value)) return [ignored(file.source)]
    if (entries.value.length === 0) return [unreadable(file.source, { code: 'file.empty' })]
    if (file.nesting > limits.zipNesting) return [unreadable(file.source, { code: 'zip.nested-too-deep' })]
    return readEntries(file, entries.value, readInner)
  },
}

function readEntries(file: FileBytes, entries: readonly ZipEntry[], readInner: ReadInner): readonly Read[] {
  const answers: Read[] = []
  let total = 0
  let held = 0
  for (const entry of entries) {
    const source = `${file.source}!${entry.name}`
    if (isLeftBehind(source)) {
      answers.push(ignored(source))
      continue
    }
    const bytes = total < limits.zipTotalBytes && held < limits.zipHeldBytes ? entry.bytes() : null
    total += bytes?.ok ? bytes.value.length : 0
    if (!bytes) answers.push(unreadable(source, { code: 'file.too-large' }))
    else if (bytes.ok)
      for (const answer of readInner({ source, bytes: bytes.value, nesting: file.nesting + 1 })) {
        held += heldBytes(answer)
        answers.push(answer)
      }
    else answers.push(unreadable(source, bytes.problem))
  }
  return answers
}
