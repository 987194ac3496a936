import { describe, expect, it } from 'vitest'
import { isOfficePackage, readFile } from '../../../electron/reader'
import { zipFile } from '../../fixtures/reader/zipFile'

const badge = '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1","recipient":{},"badge":"https://a.example/b"}'
const sources = (entries: Parameters<typeof zipFile>[0]) => readFile('z.zip', zipFile(entries)).map(({ kind, source }) => `${kind} ${source}`)
const contentTypes = { name: '[Content_Types].xml', data: '<Types/>' }

describe('an archive with [Content_Types].xml or mimetype', () => {
  it.each([
    ['beside a badge', [contentTypes, { name: '0012.json', data: badge }], 'envelope z.zip!0012.json'],
    ['before a badge in a folder of a package', [contentTypes, { name: 'xl/0012.json', data: badge }], 'envelope z.zip!xl/0012.json'],
    ['after a badge', [{ name: '0012.json', data: badge }, contentTypes], 'envelope z.zip!0012.json'],
    [
      'as an entry named mimetype',
      [
        { name: 'mimetype', data: 'application/x' },
        { name: '0012.json', data: badge },
      ],
      'envelope z.zip!0012.json',
    ],
  ])('hides no badge: %s', (_case, entries, expected) => {
    expect(sources(entries)).toContain(expected)
  })
  it('is read entry by entry where a picture in it may be a badge', () => {
    expect(isOfficePackage([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, { name: 'word/media/image1.png' }])).toBe(false)
  })
  it('is one file where every entry is a part of a document', () => {
    expect(isOfficePackage(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/media/image1.jpeg'].map((name) => ({ name })))).toBe(true)
    expect(isOfficePackage(['mimetype', 'content.xml', 'META-INF/manifest.xml'].map((name) => ({ name })))).toBe(true)
    expect(sources([contentTypes, { name: 'xl/workbook.xml', data: '<workbook/>' }])).toEqual(['ignored z.zip'])
  })
  it('is no document where its marker is missing', () => {
    expect(isOfficePackage([{ name: 'xl/workbook.xml' }])).toBe(false)
    expect(isOfficePackage([])).toBe(false)
  })
})
