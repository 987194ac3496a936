import { failure, type Result, success } from '../../../shared/model/problem'
import type { ZipEntry } from '../zip/openZip'
import { walkXml } from './xml'

/** A part of the package by its name; an absent part is null. */
export type ReadPart = (name: string) => Result<Uint8Array | null>

export interface Workbook {
  /** The part that holds the first sheet a person sees. */
  readonly sheetPart: string
  /** Day 0 is in 1904, not 1900. */
  readonly epoch1904: boolean
}

/** Reads parts by name; programs differ in letter case and in a leading slash. */
export function partReader(entries: readonly ZipEntry[]): ReadPart {
  const byName = new Map(entries.map((entry) => [normal(entry.name), entry]))
  return (name) => byName.get(normal(name))?.bytes() ?? success(null)
}

const normal = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

/**
 * The first visible sheet and the day the workbook counts from.
 * @source ECMA-376 Part 1, sections 18.2.19, 18.2.20, 18.2.28
 */
export function readWorkbook(part: ReadPart): Result<Workbook> {
  const workbook = part('xl/workbook.xml')
  if (!workbook.ok) return workbook
  if (!workbook.value) return failure({ code: 'table.no-sheet' })
  const sheets: { readonly relation: string; readonly shown: boolean }[] = []
  let epoch1904 = false
  const walked = walkXml(workbook.value, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      // The file chooses the prefix of r:id.
      const relation = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1]
      if (relation) sheets.push({ relation, shown: (attributes.state ?? 'visible') === 'visible' })
    },
  })
  if (!walked.ok) return walked
  const first = sheets.find(({ shown }) => shown) ?? sheets[0]
  if (!first) return failure({ code: 'table.no-sheet' })
  const target = findTarget(part, first.relation)
  return target.ok ? success({ sheetPart: target.value, epoch1904 }) : target
}

/** @source ECMA-376 Part 2, section 6.5.3 */
function findTarget(part: ReadPart, relation: string): Result<string> {
  const relations = part('xl/_rels/workbook.xml.rels')
  if (!relations.ok) return relations
  let target: string | null = null
  if (relations.value) {
    const walked = walkXml(relations.value, {
      open(name, attributes) {
        if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? null
      },
    })
    if (!walked.ok) return walked
  }
  // Assigned inside the handler, which the compiler does not follow.
  const found = target as string | null
  if (found === null) return failure({ code: 'table.no-sheet' })
  return success(found.startsWith('/') ? found : `xl/${found}`)
}
