import { zipSync } from 'fflate'
import type { Expected, Written } from '../answers/expected'
import { type ArchiveEntry, writeArchive } from '../containers/archive'

/** A thing in the bundle, by the label under which it is reported. */
export interface BundleItem {
  /** `badges.zip!福祉部/生活福祉課/0012_福祉制度 基礎.png`, with `#n` where a file holds several credentials. */
  readonly source: string
  readonly expected: Expected
}

export interface Bundle {
  readonly bytes: Uint8Array
  /** In the order of the archive. */
  readonly items: readonly BundleItem[]
}

/** Beyond this many files the archive stores them as they are: compressing would take longer than making them. */
const mostCompressed = 5000
/** Every so many ordinary files one lies in a ZIP inside the ZIP. */
const nestedEvery = 40

const leftBehind = /^(Thumbs\.db|\.)/

/** Names are numbered in the order of the archive, so that within a folder both orders agree. */
function place(files: readonly Written[]): readonly { readonly path: string; readonly file: Written }[] {
  const digits = String(files.length).length
  const byFolder = Map.groupBy(files, ({ folder }) => folder.join('/'))
  const folders = [...byFolder.keys()].sort()
  let number = 0
  return folders.flatMap((folder) =>
    (byFolder.get(folder) ?? []).map((file) => {
      number += 1
      const name = leftBehind.test(file.name) ? file.name : `${String(number).padStart(digits, '0')}_${file.name}`
      return { path: folder === '' ? name : `${folder}/${name}`, file }
    }),
  )
}

const itemsOf = (source: string, { expected }: Written): readonly BundleItem[] => {
  const credentials = expected.filter(({ kind }) => kind === 'credential').length
  const numbered = expected.length > 1 && credentials > 0
  let number = 0
  return expected.map((one) => {
    if (!numbered || one.kind !== 'credential') return { source, expected: one }
    number += 1
    return { source: `${source}#${number}`, expected: one }
  })
}

const isOrdinary = ({ expected }: Written) => expected.length === 1 && expected[0]?.kind === 'credential' && expected[0].fault === null

/**
 * Puts all files into `badges.zip`: folders by division, names in CP932, and one ZIP inside made by another program with names in UTF-8.
 *
 * @param name The label the archive itself will have.
 */
export function makeBundle(files: readonly Written[], name: string): Bundle {
  const nested = files.filter(isOrdinary).filter((_, index) => (index + 1) % nestedEvery === 0)
  const inside = new Set(nested)
  const outer = place(files.filter((file) => !inside.has(file)))
  const inner = place(nested.map((file) => ({ ...file, folder: file.folder.slice(0, 1) })))
  const innerPath = '追加提出/追加分.zip'

  /* fflate writes a day as the clock of its place shows it: a local day gives the same bytes everywhere. */
  const packed = zipSync(Object.fromEntries(inner.map(({ path, file }) => [path, file.bytes])), { level: 6, mtime: new Date(2026, 10, 20, 9, 0, 0), os: 0 })
  const folders = [
    ...new Set(
      outer.flatMap(({ path }) =>
        path
          .split('/')
          .slice(0, -1)
          .map((_, index, parts) => `${parts.slice(0, index + 1).join('/')}/`),
      ),
    ),
  ].sort()
  const entries: ArchiveEntry[] = [
    ...folders.map((folder) => ({ name: folder, bytes: new Uint8Array() })),
    ...outer.map(({ path, file }) => ({ name: path, bytes: file.bytes })),
    ...(inner.length > 0 ? [{ name: innerPath, bytes: packed }] : []),
  ]
  const compress = (path: string) => entries.length <= mostCompressed && !/\.(png|zip)$/.test(path)
  return {
    bytes: writeArchive(entries, compress),
    items: [
      ...outer.flatMap(({ path, file }) => itemsOf(`${name}!${path}`, file)),
      ...inner.flatMap(({ path, file }) => itemsOf(`${name}!${innerPath}!${path}`, file)),
    ],
  }
}
