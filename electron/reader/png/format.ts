import type { Problem } from '../../../shared/model/problem'
import { bakedEnvelope, numbered } from '../baked'
import { type Envelope, type Unreadable, unreadable } from '../envelope'
import type { Format } from '../format'
import { limits } from '../limits'
import { pngSignature, readChunks } from './chunks'
import { readTextChunk, type TextChunk } from './textChunk'

const keywords = ['openbadges', 'openbadgecredential', 'clrcredential'] as const

/**
 * A picture with a badge baked in. A picture without one is unreadable as a badge.
 * @source Open Badges Baking Specification 2.0, PNG; Open Badges 3.0, section 5.3.1
 */
export const pngFormat: Format = {
  id: 'png',
  source: 'Open Badges 3.0, section 5.3.1',
  maximumBytes: limits.badgeBytes,
  endings: ['.png'],
  recognises: (head) => pngSignature.every((byte, index) => head[index] === byte),
  read({ source, bytes }) {
    const chunks = readChunks(bytes)
    if (!chunks.ok) return [unreadable(source, chunks.problem)]
    const texts = chunks.value.map(readTextChunk).filter((chunk) => chunk !== null)
    const answers = keywords.flatMap((baked) => {
      const found = texts.filter(({ keyword }) => keyword === baked)
      const [first] = found
      return first ? [readBaked(source, baked, first, found.length)] : []
    })
    return answers.length > 0 ? numbered(answers) : [unreadable(source, { code: 'png.no-badge' })]
  },
}

function readBaked(source: string, baked: (typeof keywords)[number], chunk: TextChunk, count: number): Envelope | Unreadable {
  const text = chunk.text()
  if (!text.ok) return unreadable(source, text.problem)
  const problems: Problem[] = []
  if (chunk.compressed) problems.push({ code: 'png.compressed-chunk', detail: baked })
  if (count > 1) problems.push({ code: 'png.several-chunks', detail: baked })
  return bakedEnvelope({ source, container: 'png', baked, problems }, text.value)
}
