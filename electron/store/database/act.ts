/** Who does something, and when, for the audit log. The store has no clock of its own. */
export interface Act {
  /** RFC 3339, UTC. */
  readonly at: string
  /** A person, or the part of the program that acts for one. */
  readonly actor: string
}
