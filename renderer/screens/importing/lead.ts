import type { ImportSummary } from '../../../shared/contract/importing'
import type { Text } from '../../../shared/text'
import { formatNumber } from '../../words/format'

/** The sentence over an import: where it stands, with its numbers. */
export function leadOf({ importing: { lead } }: Text, { state, done, total, received, outcomes }: ImportSummary): string {
  const looked = formatNumber(done)
  switch (state) {
    case 'running':
      return total === null ? lead.listing(looked) : lead.running(looked, formatNumber(total))
    case 'paused':
      return lead.paused(looked)
    case 'interrupted':
      return lead.interrupted(looked)
    case 'done':
      return lead.done(formatNumber(received), formatNumber(outcomes.new))
    case 'cancelled':
      return lead.cancelled
    case 'undoing':
      return lead.undoing
    case 'undone':
      return lead.undone
  }
}
