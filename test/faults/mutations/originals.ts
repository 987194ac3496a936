import iconv from 'iconv-lite'
import { hostedBadge, openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { bakedPng, compressedText, internationalText } from '../../fixtures/reader/bakedPng'
import { xlsxFile } from '../../fixtures/reader/xlsxFile'
import { zipFile } from '../../fixtures/reader/zipFile'
import { bytesOf } from './choose'
import type { Original } from './mutateFile'

const clr = {
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: 'did:web:example.ac.jp',
  credentialSubject: { verifiableCredential: [openBadge3, tokenOf({ vc: openBadge3 })] },
}
const presentation = { type: 'VerifiablePresentation', holder: 'did:key:z6Mk', verifiableCredential: [openBadge3, tokenOf({ vc: clr })] }
const profile = { id: 'https://example.org/i', type: 'Issuer', name: '例示機構', publicKey: { id: 'https://example.org/k', publicKeyPem: 'x' } }
const register = {
  kind: 'tekizai-issuer-register',
  version: 1,
  issuers: [{ id: 'did:web:example.ac.jp', name: '例示大学', keys: [{ publicKeyMultibase: 'z6Mk' }] }],
}
const evidence = {
  kind: 'tekizai-evidence',
  version: 1,
  fetched: [{ url: 'https://example.org/1', fetchedOn: '2026-04-01T00:00:00Z', status: 200, body: '{}' }],
}

/** A drawing with this text baked in; with a DOCTYPE and a `verify` to be changed. */
export const drawing = (text: string): Uint8Array =>
  bytesOf(
    `<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="https://example.org/1"><![CDATA[${text}]]></o:assertion></svg>`,
  )

export const picture = bakedPng(internationalText('openbadges', JSON.stringify(hostedBadge)), compressedText('openbadgecredential', tokenOf(openBadge3)))

/** Valid, unsigned files of every container, for the reader and the parser. */
export const originals: readonly Original[] = [
  ...[openBadge3, hostedBadge, clr, presentation, profile, register, evidence].map((document) => ({
    container: 'json' as const,
    bytes: bytesOf(JSON.stringify(document)),
  })),
  ...[
    tokenOf(openBadge3, { alg: 'ES256', typ: 'vc+jwt' }),
    tokenOf({ vc: clr, iss: 'did:web:example.ac.jp' }),
    tokenOf({ vp: presentation }),
    tokenOf(hostedBadge),
  ].map((token) => ({
    container: 'jwt' as const,
    bytes: bytesOf(token),
  })),
  { container: 'png', bytes: picture },
  {
    container: 'png',
    bytes: bakedPng(internationalText('openbadgecredential', JSON.stringify(openBadge3)), internationalText('clrcredential', JSON.stringify(clr))),
  },
  { container: 'svg', bytes: drawing(JSON.stringify(hostedBadge)) },
  { container: 'svg', bytes: drawing(tokenOf(openBadge3)) },
  {
    container: 'zip',
    bytes: zipFile([
      { name: '福祉部/a.json', data: JSON.stringify(openBadge3), flags: 0x800 },
      { name: iconv.encode('表/b.png', 'cp932'), data: picture },
      { name: 'c.zip', data: zipFile([{ name: 'd.svg', data: drawing(JSON.stringify(hostedBadge)) }]) },
      { name: 'e.jwt', data: tokenOf({ vc: openBadge3 }) },
    ]),
  },
  { container: 'csv', bytes: bytesOf('職員番号,氏名,課\r\n"00123","髙橋 ""花子""",防災課\r\n00124,中央 太郎,\r\n') },
  { container: 'csv', bytes: iconv.encode('職員番号\t氏名\r\n00123\t表 一郎\r\n', 'cp932') },
  {
    container: 'xlsx',
    bytes: xlsxFile({
      sheet:
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46113</v></c><c t="inlineStr"><is><t>係長</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      sharedStrings: '<si><r><t>氏</t></r><r><t>名</t></r><rPh sb="0" eb="1"><t>シメイ</t></rPh></si>',
      styles: '<numFmts><numFmt numFmtId="176" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>',
    }),
  },
]
