import type { ReaderProblemCode } from '../../../shared/model/problems/reader'
import type { Written } from '../answers/expected'
import { type Issued, issueBadge } from '../badges/issue'
import { badgeChunk, expectCredential, packBadge } from '../badges/pack'
import type { Workshop } from '../badges/workshop'
import { bakePng, pngChunk, textChunk } from '../containers/picture'
import type { Fault } from './fault'

const hosted = (workshop: Workshop): Promise<Issued> => issueBadge(workshop.award({ issuer: 'kenshu' }), workshop)

/** A file from which nothing can be read. */
function unreadable(
  name: string,
  per600: number,
  code: ReaderProblemCode | null,
  ending: 'png' | 'json',
  spoil: (issued: Issued, index: number) => Uint8Array,
): Fault {
  return {
    name,
    per600,
    async make(workshop, index) {
      const issued = await issueBadge(workshop.award({ issuer: 'kenshu', confirmed: false }), workshop)
      return [packBadge(issued, workshop, { container: ending, bytes: spoil(issued, index), expected: [{ kind: 'unreadable', code, fault: name }] })]
    },
  }
}

export const emptyFile = unreadable('empty-file', 1, 'file.empty', 'png', () => new Uint8Array())
/** Cut inside the badge's own chunk. */
export const truncatedPng = unreadable('truncated-png', 2, 'file.truncated', 'png', (issued, index) => bakePng(index, badgeChunk(issued)).subarray(0, 400))
export const badCrc = unreadable('bad-crc', 1, 'png.bad-crc', 'png', (issued) => {
  const chunk = Uint8Array.from(badgeChunk(issued))
  const last = chunk.length - 1
  return bakePng(0, chunk.with(last, (chunk[last] ?? 0) ^ 1))
})
export const garbageJson = unreadable('garbage-json', 1, 'json.syntax', 'json', (issued) => Buffer.from(issued.text.slice(0, 180), 'utf8'))

/** A file that reads as it should although it is oddly made. */
function odd(name: string, spoil: (issued: Issued) => { readonly container: 'png' | 'json'; readonly bytes: Uint8Array }, make = hosted): Fault {
  return {
    name,
    per600: 1,
    async make(workshop) {
      const issued = await make(workshop)
      return [packBadge(issued, workshop, { ...spoil(issued), change: { fault: name } })]
    },
  }
}

export const compressedChunk = odd('compressed-chunk', (issued) => ({ container: 'png', bytes: bakePng(1, badgeChunk(issued, true)) }))
/** The first of two counts. */
export const secondChunk = odd('second-chunk', (issued) => ({
  container: 'png',
  bytes: bakePng(2, badgeChunk(issued), textChunk('openbadges', '{"type":"Assertion"}')),
}))
export const byteOrderMark = odd(
  'byte-order-mark',
  (issued) => ({ container: 'json', bytes: Buffer.from(`\ufeff${issued.text}`, 'utf8') }),
  (workshop) => issueBadge(workshop.award({ issuer: 'toho' }), workshop),
)

/** A picture of Open Badges 1 that holds an address and nothing else. */
export const addressOnly: Fault = {
  name: 'address-only',
  per600: 1,
  async make(workshop): Promise<readonly Written[]> {
    const issued = await issueBadge(workshop.award({ issuer: 'kenshu', confirmed: false }), workshop)
    const url = `https://old-badges.example/assertions/${workshop.random.hex(10)}.json`
    const change = { standard: 'OB1', achievementId: null, validFrom: null, validUntil: null, axes: {}, staffNumber: null, fault: 'address-only' } as const
    /* Whether the address is the badge's id, and whose, and what its proof is called, is left to the reader. */
    const { issuerId: _issuer, id: _id, proof: _proof, ...expected } = expectCredential(issued, 'png', change)
    const bytes = bakePng(3, pngChunk('tEXt', Buffer.from(`openbadges\0${url}`, 'latin1')))
    return [packBadge(issued, workshop, { container: 'png', bytes, expected: [expected] })]
  },
}
