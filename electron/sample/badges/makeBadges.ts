import { badgesIn, type Written } from '../answers/expected'
import { faults } from '../faults'
import { makeCollections } from './collections'
import { duplicatesPer600, makeDuplicates } from './duplicates'
import { issueBadge } from './issue'
import { packBadge } from './pack'
import { makeStoryBadges } from './storyBadges'
import type { Workshop } from './workshop'

/** Below this many badges there is no room for the story and for every fault. */
const smallest = 150

/** How often something that occurs `per600` times among 600 badges occurs among `badges`: at least once in all but the smallest cities. */
const share = (per600: number, badges: number): number => Math.max(badges < smallest ? 0 : 1, Math.round((per600 * badges) / 600))

/**
 * All badge files of the city: the story's, the faulty ones, files with several, ordinary ones, and copies.
 *
 * @param count Credentials and unreadable files together.
 * @param onProgress Told after each file how many badges there are.
 */
export async function makeBadges(workshop: Workshop, count: number, onProgress: (done: number, total: number) => void): Promise<readonly Written[]> {
  const files: Written[] = []
  let done = 0
  const add = (made: readonly Written[]) => {
    files.push(...made)
    done += made.reduce((sum, file) => sum + badgesIn(file), 0)
    onProgress(done, count)
  }
  if (count >= smallest) add(await makeStoryBadges(workshop))
  const versioned = new Set<string>()
  for (const fault of faults)
    for (let index = 0; index < share(fault.per600, count); index++) {
      const made = await fault.make(workshop, index)
      add(made)
      for (const { expected } of made)
        for (const one of expected) if (made.length > 1 && one.kind === 'credential' && one.id !== undefined) versioned.add(one.id)
    }
  if (count >= smallest) add(await makeCollections(workshop, count))
  const copies = share(duplicatesPer600, count)
  while (done < count - copies) add([packBadge(await issueBadge(workshop.award(), workshop), workshop)])
  add(makeDuplicates(files, copies, versioned, workshop.random))
  return files
}
