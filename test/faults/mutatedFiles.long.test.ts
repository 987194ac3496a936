import { describe, expect, it } from 'vitest'
import { expectAnswered } from './mutations/expectAnswered'
import { containers } from './mutations/mutateFile'
import { runMutations } from './mutations/runMutations'
import { signedContentIn } from './mutations/signedContent'
import { signedOriginals } from './mutations/signedOriginals'

/** Other files each time; `SEED=…` makes those of an earlier run again. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

describe(`mutated files without end in sight (SEED=${seed})`, () => {
  it.each(containers)('%s: each of 50,000 is answered, in bounded time and memory', async (container) => {
    expectAnswered(container, seed, 50_000, await runMutations(container, seed, 50_000))
  })
  it.each(['json', 'jwt', 'png', 'svg', 'zip'] as const)(
    '%s: of 10,000 signed ones none is accepted unless what was signed is unchanged',
    async (container) => {
      const { files, known, texts } = await signedOriginals()
      const report = await runMutations(container, seed, 10_000, { originals: files, known })
      expectAnswered(container, seed, 10_000, report)
      const isUnchanged = signedContentIn(texts)
      expect(report.accepted.filter(({ text }) => !isUnchanged(text))).toEqual([])
    },
  )
})
