/** A division on one day. */
export interface TreeDivision {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  /** Order among its siblings. */
  readonly order: number
}

/** A division with its place in the tree. */
export interface PlacedDivision<Division extends TreeDivision = TreeDivision> {
  readonly division: Division
  /** `福祉部/生活福祉課`. */
  readonly path: string
  /** 1 部, 2 課 …; the city itself, 0, is not in the list. */
  readonly depth: number
  /** The parent's place in the same list; -1 for a division directly under the city. */
  readonly parent: number
  readonly children: number
}

const bySiblingOrder = (one: TreeDivision, other: TreeDivision): number =>
  one.order - other.order || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)

/**
 * The divisions of a day in tree order: parents first, each followed by all below it.
 *
 * A division whose parent does not exist on that day is placed directly under the city. Where divisions name one another as parents in a circle, the first of
 * them is placed under the city: no division is left out.
 */
export function divisionTree<Division extends TreeDivision>(divisions: readonly Division[]): readonly PlacedDivision<Division>[] {
  const codes = new Set(divisions.map(({ code }) => code))
  const sorted = divisions.toSorted(bySiblingOrder)
  const below = Map.groupBy(sorted, ({ parentCode }) => (parentCode !== null && codes.has(parentCode) ? parentCode : null))
  const placed: PlacedDivision<Division>[] = []
  const seen = new Set<string>()
  const place = (division: Division, parent: number): void => {
    if (seen.has(division.code)) return
    seen.add(division.code)
    const above = placed[parent]
    const at = placed.length
    const children = (below.get(division.code) ?? []).filter(({ code }) => !seen.has(code))
    placed.push({
      division,
      path: above === undefined ? division.name : `${above.path}/${division.name}`,
      depth: above === undefined ? 1 : above.depth + 1,
      parent,
      children: children.length,
    })
    for (const child of children) place(child, at)
  }
  for (const root of below.get(null) ?? []) place(root, -1)
  for (const division of sorted) place(division, -1)
  return placed
}
