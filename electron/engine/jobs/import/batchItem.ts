import type { Kept } from '../../../intake'
import type { RecipientIndex } from '../../../roster'
import type { BatchItem } from '../../../store'
import { matched, recordAnswers } from '../../knowledge/matching'

/** What is stored of one imported thing: a credential with its match. */
export function batchItem(found: Kept, index: RecipientIndex): BatchItem {
  if (found.kind !== 'credential') return found
  const { sought } = found
  recordAnswers(index, sought)
  const missed = sought.flatMap(({ question, owners }) => (owners.length === 0 ? [question] : []))
  return { ...found, ...matched(found.credential.recipients, found.verdict, index), missed }
}
