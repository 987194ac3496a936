import { describe, expect, it } from 'vitest'
import { expectAnswered } from './mutations/expectAnswered'
import { containers } from './mutations/mutateFile'
import { runMutations } from './mutations/runMutations'
import { signedContentIn } from './mutations/signedContent'
import { signedOriginals } from './mutations/signedOriginals'

const seed = Number(process.env.SEED ?? 20_261_122)

describe('10,500 mutated files', () => {
  it.each(containers)('%s: each of 1,500 is answered, in bounded time and memory', async (container) => {
    expectAnswered(container, seed, 1500, await runMutations(container, seed, 1500))
  })
})

describe('1,000 mutated files of signed badges, all of whose issuers are registered', () => {
  it.each(['json', 'jwt', 'png', 'svg', 'zip'] as const)('%s: of 200 none is verified unless its signed content is unchanged', async (container) => {
    const { files, known, texts } = await signedOriginals()
    const report = await runMutations(container, seed, 200, { originals: files, known })
    expectAnswered(container, seed, 200, report)
    const isUnchanged = signedContentIn(texts)
    expect(report.accepted.filter(({ text }) => !isUnchanged(text))).toEqual([])
    // Some mutations change signed content and some do not: otherwise nothing was tested.
    expect(report.accepted.length).toBeGreaterThan(0)
    expect(report.said.rejected).toBeGreaterThan(0)
  })
})
