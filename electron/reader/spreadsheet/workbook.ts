import { failure, type Result, success } from '../../../shared/model/problem'
import type { ReadPart } from './parts'
import { folderOf, readRelationships } from './relationships'
import { walkXml } from './xml'

/** A sheet of cells by the name on its tab. */
export interface SheetPart {
  readonly name: string
  readonly part: string
}

export interface Workbook {
  /** The sheets a person sees, the active one first, then in the order of the tabs. All where none is shown. */
  readonly sheets: readonly SheetPart[]
  readonly stylesPart: string
  readonly stringsPart: string
  /** Day 0 is in 1904, not 1900. */
  readonly epoch1904: boolean
}

/** Sheets without cells. */
const cellless = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])

/**
 * Which sheets does the workbook show, where do its parts lie, and from which day does it count? Parts are found through relationships; where a package has
 * none, at the places Excel gives them.
 * @source ECMA-376 Part 1, sections 18.2.19, 18.2.20, 18.2.28, 18.2.30; Part 2, section 6.5
 */
export function readWorkbook(part: ReadPart): Result<Workbook> {
  const root = readRelationships(part, '')
  if (!root.ok) return root
  const workbookPart = root.value.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const workbook = part(workbookPart)
  if (!workbook.ok) return workbook
  if (!workbook.value) return failure({ code: 'table.no-sheet' })
  const relations = readRelationships(part, workbookPart)
  if (!relations.ok) return relations
  const found: (SheetPart & { readonly shown: boolean })[] = []
  let epoch1904 = false
  let activeTab: number | null = null
  let tab = -1
  let active: string | null = null
  const walked = walkXml(workbook.value, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name === 'workbookView') activeTab ??= Number(attributes.activeTab ?? 0)
      if (name !== 'sheet') return
      tab++
      // The prefix of r:id is the file's own choice.
      const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1]
      const relation = relations.value.find((one) => one.id === id)
      if (!relation || cellless.has(relation.type)) return
      found.push({ name: attributes.name ?? '', part: relation.part, shown: (attributes.state ?? 'visible') === 'visible' })
      if (tab === (activeTab ?? 0)) active = relation.part
    },
  })
  if (!walked.ok) return walked
  const shown = found.some((sheet) => sheet.shown) ? found.filter((sheet) => sheet.shown) : found
  if (shown.length === 0) return failure({ code: 'table.no-sheet' })
  const near = (type: string, usual: string) => relations.value.find((one) => one.type === type)?.part ?? folderOf(workbookPart) + usual
  return success({
    sheets: [...shown.filter((sheet) => sheet.part === active), ...shown.filter((sheet) => sheet.part !== active)],
    stylesPart: near('styles', 'styles.xml'),
    stringsPart: near('sharedStrings', 'sharedStrings.xml'),
    epoch1904,
  })
}
