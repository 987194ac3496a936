import type { ImportSummary } from '../../../shared/contract/importing'
import type { Text } from '../../../shared/text'
import { fileName } from '../../words/format'

/** What was imported, in a few words: the first file, and how many more. */
export function sourceNames(text: Text, { sources }: ImportSummary): string {
  const [first] = sources
  return first === undefined ? text.shell.unknown : text.importing.sources(fileName(first), sources.length - 1)
}
