import type { ReportFormat } from '../../shared/contract/report'
import type { Day } from '../../shared/model/day'
import { type Result, success } from '../../shared/model/problem'
import type { Locale, Text } from '../../shared/text'
import { gather, type Need, type NeededData, type Sources } from './need'
import type { ReportSheet } from './sheet'

/** Facts every report may print, whatever it needs. */
export interface ReportFrame {
  readonly cityName: string | null
  readonly madeOn: Day
  readonly version: string
  readonly author: string | null
  /** An import is being undone: the numbers may still contain some of it. */
  readonly undoing: boolean
}

export interface Words {
  readonly locale: Locale
  readonly text: Text
}

/** A report as it is written: its needs, and a function that gets the data of exactly these. */
export interface ReportDefinition<Needed extends Need> {
  readonly name: string
  readonly formats: readonly ReportFormat[]
  readonly needs: readonly Needed[]
  readonly make: (data: ReportFrame & Pick<NeededData, Needed>, words: Words) => ReportSheet
}

/** An entry of the table of reports. */
export interface Report {
  readonly name: string
  readonly formats: readonly ReportFormat[]
  readonly needs: readonly Need[]
  /** Gathers the data of the report's needs and lays it out, or returns the problem of a need that cannot be met. */
  readonly layOut: (frame: ReportFrame, sources: Sources, words: Words) => Result<ReportSheet>
}

/** A report as an entry of the table. */
export const defineReport = <Needed extends Need>({ name, formats, needs, make }: ReportDefinition<Needed>): Report => ({
  name,
  formats,
  needs,
  layOut: (frame, sources, words) => {
    const gathered = gather(needs, sources)
    return gathered.ok ? success(make({ ...frame, ...gathered.value }, words)) : gathered
  },
})

/** A character its encoding cannot hold, with the first place it is found in. */
export interface UnwritableCharacter {
  readonly character: string
  readonly codePoint: string
  readonly where: string
  readonly count: number
}

/** The parts of a file in order. `bytes` is null while `unwritable` is not empty: a file with replaced characters is never written. */
export interface RenderedReport {
  readonly bytes: readonly Uint8Array[] | null
  readonly unwritable: readonly UnwritableCharacter[]
}

export type Rendering = Promise<Result<RenderedReport>>
