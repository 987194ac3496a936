import type { Written } from '../answers/expected'
import type { Workshop } from '../badges/workshop'

/** What an entry of the shelf must tell: one thing that can be wrong or unusual about a badge, and how many badges in 600 have it. */
export interface Fault {
  /** Stable; stands in `answers.json`. */
  readonly name: string
  /** Made this often among 600 badges, in proportion among others, and at least once in all but the smallest cities. */
  readonly per600: number
  /** @param index Counts this fault's badges from 0, so that it can go through its variants. */
  make(workshop: Workshop, index: number): Promise<readonly Written[]>
}
