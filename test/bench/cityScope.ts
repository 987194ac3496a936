import type { Scope } from '../../shared/contract/parts'
import type { Day } from '../../shared/model/day'

/** What the map is asked for when it is opened. */
export const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }

/** Days the slider stops at, one after the other. */
export const sliderDays: readonly Day[] = Array.from({ length: 12 }, (_, month): Day => `${2025 + (month % 3)}-${String(1 + month).padStart(2, '0')}-01` as Day)

/** What a fresh process took to show the first screen. */
export interface FirstScreen {
  readonly credentials: number
  readonly openMilliseconds: number
  readonly holdingsMilliseconds: number
  readonly importsMilliseconds: number
  readonly coverageMilliseconds: number
  readonly shownMegabytes: number
  /** The most at any time, the reading of the columns among it. */
  readonly mostMegabytes: number
}
