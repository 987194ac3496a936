/** A finding in words: one sentence each for what was found, why it matters, and what to do next. No blame, no exclamation marks. */
export interface Explanation {
  readonly found: string
  readonly why: string
  readonly next: string
}
