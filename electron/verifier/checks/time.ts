import { instantOf } from '../../../shared/model/instant'
import type { Problem } from '../../../shared/model/problem'
import type { TimeValue } from '../../../shared/model/verification'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { Check } from './check'

/**
 * Is the credential inside its validity period on `context.now`? Both ends are inside. A credential with a date that cannot be read does not count: it is
 * `not-yet-valid` or `expired`.
 *
 * The skew lets a badge begin a little in the future, where the issuer's clock is ahead of this one. The end is never moved.
 */
export const time: Check<'time'> = {
  id: 'time',
  source:
    'VC Data Model 2.0, section 4.9; VC Data Model 1.1, section 4.6; Open Badges 2.0, Assertion `issuedOn`, `expires`; RFC 7519, sections 4.1.4 and 4.1.5',
  run(parsed, { now, clockSkewSeconds }) {
    const { from, until, unreadable } = period(parsed)
    const seen = [{ kind: 'instant' as const, text: now.toISOString() }]
    const outcome = (value: TimeValue, problems: readonly Problem[] = []) => ({ finding: { value, seen }, problems })
    if (unreadable === 'until' || (until && now > until)) return outcome('expired')
    if (unreadable === 'from' || (from && from.getTime() > now.getTime() + clockSkewSeconds * 1000)) return outcome('not-yet-valid')
    return outcome('current', from && from > now ? [{ code: 'time.clock-skew', detail: from.toISOString() }] : [])
  },
}

interface Period {
  readonly from: Date | null
  readonly until: Date | null
  readonly unreadable: 'from' | 'until' | null
}

/** The credential's own period, from the document and the claims of its token: the one that coverage is counted by. */
function period({ credential: { validFrom, validUntil } }: ParsedCredential | ParsedEnvelope): Period {
  const from = validFrom === null ? null : instantOf(validFrom, 'start')
  const until = validUntil === null ? null : instantOf(validUntil, 'end')
  if (validUntil !== null && !until) return { from, until, unreadable: 'until' }
  return { from, until, unreadable: validFrom !== null && !from ? 'from' : null }
}
