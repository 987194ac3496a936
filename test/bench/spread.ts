/** The middle of some values, and between which two the inner half of them lies. */
export interface Spread {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** The value below which a share of the values lies, between two of them in proportion. @source Hyndman and Fan 1996, definition 7 */
function quantile(sorted: readonly number[], portion: number): number {
  const place = (sorted.length - 1) * portion
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return below + (above - below) * (place - Math.floor(place))
}

/** Median and quartiles. Throws where there is no value. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((one, other) => one - other)
  return { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) }
}
