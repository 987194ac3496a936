import { type Result, success } from '../../../shared/model/problem'
import type { ZipEntry } from '../zip/openZip'

/** A part of the package by its name; an absent part is null. */
export type ReadPart = (name: string) => Result<Uint8Array | null>

/**
 * Reads parts by name; programs differ in letter case, in a leading slash and in percent-encoding.
 * @source ECMA-376 Part 2, section 6.2.2
 */
export function partReader(entries: readonly ZipEntry[]): ReadPart {
  const byName = new Map(entries.map((entry) => [normal(entry.name), entry]))
  return (name) => byName.get(normal(name))?.bytes() ?? success(null)
}

const normal = (name: string): string => decodePercent(name.replaceAll('\\', '/')).replace(/^\//, '').toLowerCase()

const decodePercent = (name: string): string =>
  name.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'))
