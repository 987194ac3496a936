import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { completeCredential, credentialKey, type Parsed, parse, type StoredDocuments } from '../../../electron/parser'
import { readFile, readTable } from '../../../electron/reader'
import { hostedBadge, openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { bakedPng, compressedText, internationalText } from '../../fixtures/reader/bakedPng'
import { mutate, seeded } from '../../fixtures/reader/mutate'
import { xlsxFile } from '../../fixtures/reader/xlsxFile'
import { zipFile } from '../../fixtures/reader/zipFile'

const nothingHeld: StoredDocuments = { assertionAt: () => null, badgeClassAt: () => null, profileAt: () => null }

const runs = 2000
const clr = { type: ['ClrCredential'], credentialSubject: { verifiableCredential: [openBadge3, tokenOf({ vc: openBadge3 })] } }
const text = (document: unknown): Uint8Array => Buffer.from(JSON.stringify(document))
const picture = bakedPng(internationalText('openbadges', JSON.stringify(hostedBadge)), compressedText('openbadgecredential', tokenOf(openBadge3)))
const drawing = Buffer.from(
  `<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="https://example.org/1"><![CDATA[${JSON.stringify(hostedBadge)}]]></o:assertion></svg>`,
)
const archive = zipFile([
  { name: '福祉部/a.json', data: text(openBadge3), flags: 0x800 },
  { name: iconv.encode('表/b.png', 'cp932'), data: picture },
  { name: 'c.zip', data: zipFile([{ name: 'd.svg', data: drawing }]) },
])
const workbook = xlsxFile({
  sheet:
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46113</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  sharedStrings: '<si><t>氏名</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
})

/** Repairs the checksums, so that the code after them is reached too. */
function mendPng(bytes: Uint8Array): Uint8Array {
  const mended = Buffer.from(bytes)
  for (let at = 8; at + 12 <= mended.length; ) {
    const end = at + 8 + mended.readUInt32BE(at)
    if (end + 4 > mended.length) break
    mended.writeUInt32BE(crc32(mended.subarray(at + 4, end)), end)
    at = end + 4
  }
  return mended
}

const parseAll = (source: string, bytes: Uint8Array): readonly Parsed[] =>
  readFile(source, bytes).flatMap((read) => (read.kind === 'envelope' ? parse(read) : [read]))

describe('mutated files', () => {
  it.each([
    ['a.json', text(openBadge3), 1],
    ['b.json', text([hostedBadge, clr]), 2],
    ['c.jwt', Buffer.from(tokenOf({ vc: clr })), 3],
    ['d.png', picture, 4],
    ['e.svg', drawing, 5],
    ['f.zip', archive, 6],
  ])(`each have an answer: ${runs} of %s`, (source, original, seed) => {
    const random = seeded(seed)
    const unanswered: Uint8Array[] = []
    const kinds = new Set<string>()
    for (let run = 0; run < runs; run++) {
      const mutated = mutate(original, random)
      const parsed = parseAll(source, source === 'd.png' && run % 2 === 0 ? mendPng(mutated) : mutated)
      if (parsed.length === 0) unanswered.push(mutated)
      for (const each of parsed) {
        kinds.add(each.kind)
        if (each.kind === 'credential') credentialKey(completeCredential(each.credential, nothingHeld))
      }
    }
    expect(unanswered).toEqual([])
    // The mutations must reach both outcomes.
    expect([...kinds]).toEqual(expect.arrayContaining(['credential', 'unreadable']))
  })
  it.each([
    ['CSV', iconv.encode('職員番号,氏名\r\n"00123","髙橋 ""花子"""\r\n', 'cp932'), 7],
    ['XLSX', workbook, 8],
  ])(`each have an answer: ${runs} of a table in %s`, (_, original, seed) => {
    const random = seeded(seed)
    const outcomes = new Set<boolean>()
    for (let run = 0; run < runs; run++) outcomes.add(readTable(mutate(original, random)).ok)
    expect(outcomes).toEqual(new Set([true, false]))
  })
})
