import type { Output } from '../../shared/contract'
import type { CoverageTable } from '../../shared/contract/coverage'
import type { ImportItem } from '../../shared/contract/importing'
import type { PersonRow } from '../../shared/contract/people'
import type { ReportFormat } from '../../shared/contract/report'
import type { Moves } from '../../shared/contract/verification'
import type { Day } from '../../shared/model/day'
import type { Result } from '../../shared/model/problem'
import type { Locale, Text } from '../../shared/text'
import type { ReportSheet } from './sheet'

/** What a report is made from: what the window's own calls return, so that its numbers are those on screen. */
export interface ReportData {
  readonly cityName: string | null
  readonly madeOn: Day
  /** RFC 3339, UTC. */
  readonly madeAt: string
  readonly version: string
  readonly author: string | null
  /** An import is being undone: the numbers may still contain some of it. */
  readonly undoing?: boolean
  readonly coverage: CoverageTable | null
  /** Those with at least one skill that counts are holders. */
  readonly people: readonly PersonRow[]
  readonly import: (Output<'import.read'> & { readonly items: readonly ImportItem[]; readonly moves: Moves['grades'] }) | null
}

/** What an entry of the shelf tells. */
export interface Report {
  readonly name: string
  readonly formats: readonly ReportFormat[]
  /** Null where the data it needs is not given. */
  readonly make: (data: ReportData, words: Words) => ReportSheet | null
}

export interface Words {
  readonly locale: Locale
  readonly text: Text
}

/** A character its encoding cannot hold, with the first place it stands in. */
export interface UnwritableCharacter {
  readonly character: string
  readonly codePoint: string
  readonly where: string
  readonly count: number
}

/** `bytes` is null while `unwritable` is not empty: nothing is ever written with characters replaced. */
export interface RenderedReport {
  readonly bytes: Uint8Array | null
  readonly unwritable: readonly UnwritableCharacter[]
}

export type Rendering = Promise<Result<RenderedReport>>
