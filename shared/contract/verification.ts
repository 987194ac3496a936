import { z } from 'zod'
import { call } from './call'
import { reverifies } from './change'
import { axes, count, grade, nothing, page, reason } from './parts'

const axisName = axes.keyof()

/** How verdicts moved: each move once, with how many credentials made it. */
export const moves = z.strictObject({
  grades: z.array(z.strictObject({ from: grade, to: grade, count })),
  axes: z.array(z.strictObject({ axis: axisName, from: z.string(), to: z.string(), count })),
})
export type Moves = z.infer<typeof moves>

/** What verifying held credentials again came to. */
export const verifiedAgain = z.strictObject({
  verifiedAgain: count,
  /** Credentials of which something else is said than before; at least those in `moves`. */
  changed: count,
  moves,
  /** Names what changed, for `verification.changes`; null where nothing did. */
  run: count.nullable(),
  /** Held credentials that are still to be judged again: the work was stopped. */
  outstanding: count,
})
export type VerifiedAgain = z.infer<typeof verifiedAgain>

/**
 * Work on held credentials: they are being verified again, or people are searched for unmatched ones. How many of those that are touched; 0 of 0
 * until they are known.
 */
export const verifyingProgress = z.strictObject({ what: z.enum(['verdicts', 'people']), done: count, total: count })

/** What looking for the people of unmatched credentials came to: through how many it went, and of how many somebody was found. */
export const peopleFound = z.strictObject({ looked: count, found: count })
export type PeopleFound = z.infer<typeof peopleFound>

const workState = z.strictObject({
  /** Held credentials that are still to be judged again. */
  outstanding: count,
  /** Credentials of nobody whose people were not looked for since an address, a DID or a link came. */
  unsought: count,
  running: verifyingProgress.nullable(),
})

const verdict = z.strictObject({ grade, axes })

export const verdictChange = z.strictObject({
  credentialId: count,
  achievementName: z.string().nullable(),
  staffNumber: z.string().nullable(),
  personName: z.string().nullable(),
  /** RFC 3339. */
  at: z.string(),
  why: reason.nullable(),
  before: verdict,
  after: verdict,
})
export type VerdictChange = z.infer<typeof verdictChange>

export const verificationCalls = {
  /** What is still to be done, and how far the work that is going on has come: null while none is. */
  'verification.state': call('engine', { reads: ['badges', 'work'] }, nothing, workState),
  /** Stops it between two credentials. What was reached so far stays; what is left stays to be done. */
  'verification.stop': call('engine', { changes: ['work'], audit: [] }, nothing, nothing),
  /** Judges what is outstanding, and looks for the people of what is unsought. */
  'verification.goOn': call(
    'engine',
    { changes: ['badges', 'skills', 'work', 'health'], audit: [...reverifies] },
    nothing,
    z.strictObject({ ...verifiedAgain.shape, people: peopleFound }),
  ),
  /** Held credentials of which one verification again, or what came with one import, says something else than before. */
  'verification.changes': call(
    'engine',
    { reads: ['badges', 'imports', 'roster'] },
    z.strictObject({ of: z.union([z.strictObject({ run: count }), z.strictObject({ importId: z.string().min(1).max(64) })]), ...page.shape }),
    z.strictObject({ total: count, moves, changes: z.array(verdictChange) }),
  ),
}
