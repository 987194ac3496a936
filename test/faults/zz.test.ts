import { expect, it } from 'vitest'
import { runMutations } from '/work/main/test/faults/mutations/runMutations'
import { signedContentIn } from '/work/main/test/faults/mutations/signedContent'
import { signedOriginals } from '/work/main/test/faults/mutations/signedOriginals'

it.each(['json', 'jwt', 'png', 'svg', 'zip'] as const)('%s', async (container) => {
  const { files, context, texts } = await signedOriginals()
  const report = await runMutations(container, 991, 4000, { originals: files, context })
  console.log(container, report.slowest, report.peakMebibytes, report.said.rejected, report.believed.length)
  expect(report.thrown).toEqual([])
  const u = signedContentIn(texts)
  expect(report.believed.filter(({ text }) => !u(text)).slice(0, 3)).toEqual([])
})
