/** Texts from this length on are carried outside the JSON, which would escape every character once more; most of them are JSON themselves. */
const longText = 100

/** A value without its long texts. Each is replaced by its number in a list; an actual list is wrapped in a list of its own. */
export interface TextsApart {
  readonly rest: unknown
  readonly texts: readonly string[]
}

/** Takes the long texts out of objects and lists of texts, numbers, booleans and nulls. */
export function takeOutTexts(value: unknown): TextsApart {
  const texts: string[] = []
  const without = (part: unknown): unknown => {
    if (typeof part === 'string') return part.length < longText ? part : [texts.push(part) - 1]
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return [part.map(without)]
    const copy: Record<string, unknown> = {}
    for (const name in part) copy[name] = without((part as Record<string, unknown>)[name])
    return copy
  }
  return { rest: without(value), texts }
}

/** Puts the texts back. `rest` is changed, not copied. */
export function putBackTexts(rest: unknown, texts: readonly string[]): unknown {
  if (typeof rest !== 'object' || rest === null) return rest
  if (Array.isArray(rest)) {
    const [only] = rest as readonly unknown[]
    return typeof only === 'number' ? texts[only] : (only as readonly unknown[]).map((part) => putBackTexts(part, texts))
  }
  const object = rest as Record<string, unknown>
  for (const name in object) if (typeof object[name] === 'object') object[name] = putBackTexts(object[name], texts)
  return object
}
