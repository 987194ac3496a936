import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { limits, openZip } from '../../../electron/reader'
import { zipFile } from '../../fixtures/reader/zipFile'

const names = (bytes: Uint8Array) => {
  const entries = openZip(bytes)
  return entries.ok ? entries.value.map(({ name }) => name) : entries.problem.code
}
const content = (bytes: Uint8Array, index = 0) => {
  const entries = openZip(bytes)
  if (!entries.ok) return entries.problem.code
  const unpacked = entries.value[index]?.bytes()
  return unpacked?.ok ? Buffer.from(unpacked.value).toString('utf8') : unpacked?.problem.code
}
/** Info-ZIP's extra field with the name in UTF-8. */
const unicodePath = (raw: Uint8Array, name: string, checksum = crc32(raw)): Uint8Array => {
  const utf8 = Buffer.from(name)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + utf8.length, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(checksum, 5)
  return Buffer.concat([field, utf8])
}

describe('openZip', () => {
  it('unpacks what another program packed, deflated and stored', () => {
    const bytes = zipSync({ 'a.txt': strToU8('deflated '.repeat(50)), 'b.txt': [strToU8('stored'), { level: 0 }] })
    expect([content(bytes, 0), content(bytes, 1)]).toEqual(['deflated '.repeat(50), 'stored'])
  })
  it('reads only the pieces it needs from a file that is not in memory', () => {
    const bytes = zipSync({ 'large.bin': [new Uint8Array(1_000_000), { level: 0 }], 'a.json': strToU8('{"a":1}') })
    let taken = 0
    const entries = openZip({
      size: bytes.length,
      read(offset, length) {
        taken += length
        return bytes.subarray(offset, offset + length)
      },
    })
    if (!entries.ok) throw new Error(entries.problem.code)
    expect(entries.value[1]?.bytes()).toMatchObject({ ok: true })
    expect(taken).toBeLessThan(100_000)
  })
  it('reads names in CP932, whose second byte may look like a backslash, and in UTF-8 with and without the flag', () => {
    const cp932 = iconv.encode('福祉部/表計算能力.png', 'cp932')
    expect(cp932.includes(0x5c)).toBe(true)
    expect(names(zipFile([{ name: cp932, data: 'x' }]))).toEqual(['福祉部/表計算能力.png'])
    expect(names(zipFile([{ name: '髙𠮷.png', data: 'x', flags: 0x800 }]))).toEqual(['髙𠮷.png'])
    expect(names(zipFile([{ name: '髙𠮷.png', data: 'x' }]))).toEqual(['髙𠮷.png'])
  })
  it("takes Info-ZIP's Unicode path while it belongs to the name, and not after the name was changed", () => {
    const raw = iconv.encode('? .png', 'cp932')
    expect(names(zipFile([{ name: raw, data: 'x', extra: unicodePath(raw, '𠮷.png') }]))).toEqual(['𠮷.png'])
    expect(names(zipFile([{ name: raw, data: 'x', extra: unicodePath(raw, '𠮷.png', 1) }]))).toEqual(['? .png'])
  })
  it('keeps a name that climbs out of a folder as a label', () => {
    expect(names(zipFile([{ name: '../../etc/passwd', data: 'x' }]))).toEqual(['../../etc/passwd'])
  })
  it('finds the archive after a prefix and before a comment', () => {
    const bytes = Buffer.from(zipFile([{ name: 'a', data: 'text' }]))
    const comment = Buffer.from('a comment')
    bytes.writeUInt16LE(comment.length, bytes.length - 2)
    expect(content(Buffer.concat([bytes, comment]))).toBe('text')
    expect(content(Buffer.concat([Buffer.from('#!/bin/sh\n'), zipFile([{ name: 'a', data: 'text' }])]))).toBe('text')
  })
  it('reads the 64-bit numbers of large archives', () => {
    const extra = Buffer.alloc(12)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(4n, 4)
    expect(content(zipFile([{ name: 'a', data: 'text', size: 0xffffffff, extra }]))).toBe('text')
  })
  it('refuses an entry with a password, an unknown method, a wrong size, a wrong checksum; the others can be read', () => {
    const bytes = zipFile([
      { name: 'a', data: 'x', flags: 1 },
      { name: 'b', data: 'x', method: 12 },
      { name: 'c', data: 'x', size: 2 },
      { name: 'd', data: 'x', checksum: 1 },
      { name: 'e', data: 'whole' },
    ])
    expect([0, 1, 2, 3, 4].map((index) => content(bytes, index))).toEqual(['zip.encrypted', 'zip.unsupported-compression', 'zip.broken', 'zip.broken', 'whole'])
  })
  it('stops an entry that grows more than 200 times after a megabyte, whatever size it claims', () => {
    const bomb = new Uint8Array(8 * 1024 * 1024)
    expect(content(zipFile([{ name: 'bomb', data: bomb }]))).toBe('zip.ratio')
    expect(content(zipFile([{ name: 'bomb', data: bomb, size: 10 }]))).toBe('zip.ratio')
  })
  it('counts growth over the whole archive, not entry by entry', () => {
    const entries = openZip(zipFile(Array.from({ length: 8 }, (_, index) => ({ name: `${index}`, data: new Uint8Array(900_000) }))))
    if (!entries.ok) throw new Error(entries.problem.code)
    const codes = entries.value.map((entry) => entry.bytes()).map((result) => (result.ok ? 'ok' : result.problem.code))
    expect(codes[0]).toBe('ok')
    expect(codes.at(-1)).toBe('zip.ratio')
  })
  it('refuses an entry that claims more than the limit before unpacking it', () => {
    expect(content(zipFile([{ name: 'a', data: 'x', size: limits.zipEntryBytes + 1 }]))).toBe('file.too-large')
  })
  it('refuses archives whose entries overlap, point outside, or are miscounted', () => {
    const overlapping = zipFile([
      { name: 'a', data: 'x'.repeat(100), method: 0 },
      { name: 'b', data: 'y', offset: 10 },
    ])
    expect(names(overlapping)).toBe('zip.overlap')
    expect(
      names(
        zipFile([
          { name: 'a', data: 'x' },
          { name: 'b', data: 'x', offset: 0 },
        ]),
      ),
    ).toBe('zip.overlap')
    expect(names(zipFile([{ name: 'a', data: 'x', offset: 5000 }]))).toBe('zip.broken')
    expect(names(zipFile([{ name: 'a', data: 'x' }], 2))).toBe('zip.broken')
  })
  it('refuses more than 100,000 entries', () => {
    const few = Buffer.from(zipFile([{ name: 'a', data: '' }]))
    const directoryStart = few.indexOf('PK\x01\x02')
    const record = few.subarray(directoryStart, few.indexOf('PK\x05\x06'))
    const directory = Buffer.concat(Array.from({ length: limits.zipEntries + 1 }, () => record))
    const end = Buffer.from(few.subarray(few.indexOf('PK\x05\x06')))
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt16LE((limits.zipEntries + 1) % 0x10000, 10)
    expect(names(Buffer.concat([few.subarray(0, directoryStart), directory, end]))).toBe('zip.too-many-entries')
  })
  it('refuses a list of entries that is larger than the limit, without reading it', () => {
    const size = limits.zipDirectoryBytes + 1000
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(limits.zipDirectoryBytes + 1, 12)
    let read = 0
    const opened = openZip({
      size,
      read(_offset, length) {
        read += length
        const tail = Buffer.alloc(length)
        end.copy(tail, Math.max(0, length - end.length))
        return tail
      },
    })
    expect(opened).toEqual({ ok: false, problem: { code: 'zip.too-many-entries' } })
    expect(read).toBeLessThan(100_000)
  })
  it('allocates no memory for what an entry only claims', () => {
    const entries = openZip(zipFile(Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, data: 'x', size: limits.zipEntryBytes }))))
    if (!entries.ok) throw new Error(entries.problem.code)
    const before = process.memoryUsage().arrayBuffers
    expect(entries.value.map((entry) => entry.bytes()).every((bytes) => !bytes.ok && bytes.problem.code === 'zip.broken')).toBe(true)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 100_000)
  })
  it('refuses a file that is no archive, and one that is truncated anywhere', () => {
    expect(names(Buffer.from('PK\x03\x04'))).toBe('zip.broken')
    const whole = zipFile([{ name: 'a', data: 'text' }])
    for (let length = 0; length < whole.length; length++) expect(names(whole.subarray(0, length))).toBe('zip.broken')
  })
})
