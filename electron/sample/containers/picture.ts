import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'

const side = 48

/** One PNG chunk: length, type, data, CRC. @source PNG (Third Edition), section 5.3 */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** Is the point inside a hexagon with its tip up, `radius` from the middle to a tip? */
function insideHexagon(x: number, y: number, radius: number): boolean {
  const dx = Math.abs(x - (side - 1) / 2)
  const dy = Math.abs(y - (side - 1) / 2)
  return dx <= radius * 0.866 && dy <= radius - dx * 0.577
}

const palette = [
  [46, 94, 140],
  [52, 120, 104],
  [122, 88, 48],
  [98, 70, 130],
  [140, 60, 70],
  [70, 80, 90],
] as const

/** The pieces of a small neutral badge picture, between which chunks can be baked: a ringed hexagon in one of six muted colours. */
export function drawBadge(variant: number): { readonly head: Uint8Array; readonly tail: Uint8Array } {
  const colour = palette[variant % palette.length] ?? palette[0]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const rows: number[] = []
  for (let y = 0; y < side; y++) {
    rows.push(0)
    for (let x = 0; x < side; x++) rows.push(insideHexagon(x, y, 14) ? 3 : insideHexagon(x, y, 19) ? 2 : insideHexagon(x, y, 23) ? 1 : 0)
  }
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const colours = Uint8Array.from([255, 255, 255, ...colour, 240, 240, 236, ...colour])
  return {
    head: Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('PLTE', colours), pngChunk('tRNS', Uint8Array.of(0))]),
    tail: Buffer.concat([pngChunk('IDAT', zlibSync(Uint8Array.from(rows), { level: 9 })), pngChunk('IEND', new Uint8Array())]),
  }
}

const pictures = Array.from({ length: palette.length }, (_, variant) => drawBadge(variant))

/** An `iTXt` chunk. @source PNG (Third Edition), section 11.3.3.4 */
export function textChunk(keyword: string, text: string, compressed = false): Uint8Array {
  const bytes = Buffer.from(text, 'utf8')
  const body = compressed ? zlibSync(bytes, { level: 9 }) : bytes
  return pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Uint8Array.of(compressed ? 1 : 0, 0, 0, 0), body]))
}

/** A badge picture with chunks baked in before the image data. */
export function bakePng(variant: number, ...chunks: readonly Uint8Array[]): Uint8Array {
  const picture = pictures[variant % pictures.length]
  return picture ? Buffer.concat([picture.head, ...chunks, picture.tail]) : new Uint8Array()
}

/** @source Open Badges 3.0, baking into SVG; Open Badges Baking Specification 2.0 */
export function bakeSvg(standard: 'OB2' | 'OB3', payload: { readonly verify: string } | { readonly json: string }): Uint8Array {
  const [namespace, element] = standard === 'OB3' ? ['https://purl.imsglobal.org/ob/v3p0', 'credential'] : ['http://openbadges.org', 'assertion']
  const baked =
    'verify' in payload ? `<openbadges:${element} verify="${payload.verify}"/>` : `<openbadges:${element}><![CDATA[${payload.json}]]></openbadges:${element}>`
  const hexagon = '<path d="M24 1 44 12.5v23L24 47 4 35.5v-23z" fill="#2e5e8c"/><path d="M24 10 36 17v14l-12 7-12-7V17z" fill="#f0f0ec"/>'
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${namespace}" viewBox="0 0 48 48">${baked}${hexagon}</svg>\n`,
    'utf8',
  )
}
