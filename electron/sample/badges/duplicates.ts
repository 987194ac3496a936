import { badgesIn, type Written } from '../answers/expected'
import { bakePng, textChunk } from '../containers/picture'
import type { Random } from '../random'

/** Of 600 badges. */
export const duplicatesPer600 = 40

/** A badge of which a second copy is plainly the same: genuine, matched, alone in its file and of one version. */
const mayBeCopied = (file: Written) => {
  const [only] = file.expected
  return (
    file.expected.length === 1 &&
    badgesIn(file) === 1 &&
    only?.kind === 'credential' &&
    only.fault === null &&
    only.staffNumber !== null &&
    only.id !== undefined
  )
}

/** The same text in another picture, where it is readable text. */
function rebaked(file: Written): Written {
  const [only] = file.expected
  if (only?.kind !== 'credential' || (only.container !== 'json' && only.container !== 'jws')) return file
  const keyword = only.standard === 'OB2' ? 'openbadges' : 'openbadgecredential'
  const bytes = bakePng(4, textChunk(keyword, Buffer.from(file.bytes).toString('utf8')))
  return { ...file, name: file.name.replace(/\.[a-z]+$/, '.png'), bytes, expected: [{ ...only, container: 'png' }] }
}

/** Copies of some of the files, sent once more: most byte for byte, every fourth baked into a picture if it was not one. */
export function makeDuplicates(files: readonly Written[], count: number, versioned: ReadonlySet<string>, random: Random): readonly Written[] {
  const single = files.filter(
    (file) => mayBeCopied(file) && !file.expected.some((one) => one.kind === 'credential' && one.id !== undefined && versioned.has(one.id)),
  )
  return random
    .shuffled(single)
    .slice(0, count)
    .map((file, index) => (index % 4 === 3 ? rebaked(file) : file))
    .map((file) => ({ ...file, folder: ['再送分'], expected: file.expected.map((one) => (one.kind === 'credential' ? { ...one, fault: 'duplicate' } : one)) }))
}
