/** The values for which a condition holds, and the others, each in their order. */
export const partition = <Value>(values: Iterable<Value>, isFirst: (value: Value) => boolean): readonly [readonly Value[], readonly Value[]] => {
  const [first, others]: [Value[], Value[]] = [[], []]
  for (const value of values) (isFirst(value) ? first : others).push(value)
  return [first, others]
}
