import { shown } from './rows'

/** What something costs at one size. */
export interface Cost {
  readonly badges: number
  /** Of the whole, not of one badge. */
  readonly milliseconds: number
}

/** A power of ten as it is read. */
export const powerOfTen = (badges: number): string => `10^${Math.round(Math.log10(badges))}`

/** The power of the number of badges the cost grows with, between two sizes: 0 stays the same, 1 is in proportion, 2 is with the square. */
export const exponent = (small: Cost, large: Cost): number => Math.log(large.milliseconds / small.milliseconds) / Math.log(large.badges / small.badges)

/** One line of a table of growth: the cost of the whole and of a badge at every size, and how it grew over the last step of ten. */
export function growthRow(what: string, costs: readonly Cost[], sizes: readonly number[]): Readonly<Record<string, string>> {
  const cells = sizes.map((badges) => {
    const cost = costs.find((one) => one.badges === badges)
    return [powerOfTen(badges), cost === undefined ? '―' : `${shown(cost.milliseconds * 1000)} (${shown((cost.milliseconds * 1000) / badges)})`] as const
  })
  const [before, last] = costs.slice(-2)
  const grows = before === undefined || last === undefined ? '―' : `n^${exponent(before, last).toFixed(2)}`
  return { what, ...Object.fromEntries(cells), grows }
}
