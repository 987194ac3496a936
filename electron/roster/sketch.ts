import type { RosterMapping } from '../../shared/contract/roster'
import { guessHeaders, hasSeveralTexts } from './headers'
import { previewRows } from './read'

/** What a file that cannot be read as a roster yet seems to be. */
export interface RosterSketch {
  readonly headers: readonly string[]
  readonly mapping: RosterMapping
  /** The first rows below what seems to be the header. */
  readonly firstRows: readonly (readonly string[])[]
}

/**
 * What does somebody need to see to say which column is which?
 *
 * @param rows Cells as text, row by row, from the file's first row on.
 */
export function sketchRoster(rows: readonly (readonly string[])[], mapping: RosterMapping | null): RosterSketch {
  const { headers } = guessHeaders(rows, mapping ?? {})
  return {
    headers: headers.headers,
    mapping: headers.mapping,
    firstRows: rows.slice(headers.firstDataRow).filter(hasSeveralTexts).slice(0, previewRows),
  }
}
