import iconv from 'iconv-lite'

// 外字: the code page leaves F040–F9FC to the user, and Windows maps it to U+E000–U+E757 one by one. The library has neither direction completely.
const firstOwn = 0xe000
const ownPerLead = 188
const lastOwn = firstOwn + 10 * ownPerLead - 1
const firstLead = 0xf0

const isLead = (byte: number) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
const isOwnLead = (byte: number) => byte >= firstLead && byte < firstLead + 10
/** The trail bytes run 40–7E and 80–FC. */
const isTrail = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x40 && byte <= 0xfc && byte !== 0x7f

/** Bytes of code page 932 as text, user-defined characters included. Invalid bytes become U+FFFD. */
export function decodeCp932(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (!isLead(lead)) continue
    const trail = bytes[at + 1]
    if (isOwnLead(lead) && isTrail(trail)) {
      const place = (lead - firstLead) * ownPerLead + trail - (trail < 0x7f ? 0x40 : 0x41)
      text += iconv.decode(bytes.subarray(from, at), 'cp932') + String.fromCharCode(firstOwn + place)
      from = at + 2
    }
    at++
  }
  return text + iconv.decode(bytes.subarray(from), 'cp932')
}

function ownBytes(character: string): Buffer {
  const place = character.charCodeAt(0) - firstOwn
  const trail = 0x40 + (place % ownPerLead)
  return Buffer.from([firstLead + Math.floor(place / ownPerLead), trail < 0x7f ? trail : trail + 1])
}

const isOwn = (character: string) => character.charCodeAt(0) >= firstOwn && character.charCodeAt(0) <= lastOwn

/** Text as bytes of code page 932, user-defined characters included. Characters it lacks become `?`: ask `unwritableCharacters` first. */
export const encodeCp932 = (text: string): Uint8Array =>
  Buffer.concat(text.split(/([\ue000-\ue757])/).map((part) => (part.length === 1 && isOwn(part) ? ownBytes(part) : iconv.encode(part, 'cp932'))))

/** Whether each character survives, cached: the answer never changes. */
const writable = new Map<string, boolean>()

/**
 * The characters of the text that would be changed by a CP932 file.
 *
 * Each is encoded and decoded: the encoder drops `𠮷`, `鷗`, `−` and `〜` without an error. A variation selector (異体字) is reported with its character.
 *
 * @returns Each once, in order of appearance.
 */
export function unwritableCharacters(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [character] of text.matchAll(/.[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?/gsu)) {
    let survives = writable.get(character)
    if (survives === undefined) {
      survives = decodeCp932(encodeCp932(character)) === character
      writable.set(character, survives)
    }
    if (!survives) found.add(character)
  }
  return [...found]
}
