/** A division as it is on one day. */
export interface TreeDivision {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  /** Order among its siblings. */
  readonly order: number
}

/** A division in its place. */
export interface PlacedDivision<Division extends TreeDivision = TreeDivision> {
  readonly division: Division
  /** `福祉部/生活福祉課`. */
  readonly path: string
  /** 1 部, 2 課 …; the city itself is 0 and not among them. */
  readonly depth: number
  /** The place of the parent in the same list; -1 where it stands directly under the city. */
  readonly parent: number
  readonly children: number
}

const bySiblingOrder = (one: TreeDivision, other: TreeDivision): number =>
  one.order - other.order || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)

/**
 * In which order do the divisions of a day stand: parents first, each followed by all that is below it?
 *
 * A division whose parent is not there that day stands directly under the city. Divisions that name one another as parents in a circle are
 * opened at the first of them, so that none is lost.
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
