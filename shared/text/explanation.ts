/** A finding as text: one sentence each for the finding, its reason and the next step. No blame, no exclamation marks. */
export interface Explanation {
  readonly found: string
  readonly why: string
  readonly next: string
}
