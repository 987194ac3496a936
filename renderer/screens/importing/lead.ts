import type { ImportSummary } from '../../../shared/contract/importing'
import type { Text } from '../../../shared/text'

/** The state of an import in one sentence, with its numbers. */
export function leadOf({ importing: { lead } }: Text, { state, done, total, received, outcomes }: ImportSummary): string {
  switch (state) {
    case 'running':
      return total === null ? lead.listing(done) : lead.running(done, total)
    case 'paused':
      return lead.paused(done)
    case 'interrupted':
      return lead.interrupted(done)
    case 'done':
      return lead.done(received, outcomes.new)
    case 'cancelled':
      return lead.cancelled
    case 'undoing':
      return lead.undoing
    case 'undone':
      return lead.undone
  }
}
