/**
 * Structured-clone values as JSON text, for the way between Node and a page.
 * One function without surroundings, so that its source can be put into a page.
 */
export function makeWire() {
  type Coded = null | boolean | number | string | Coded[] | { [member: string]: Coded }
  const toBase64 = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const encode = (value: unknown): Coded => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', value: String(value) }
    if (value instanceof Date) return { $: 'date', value: value.getTime() }
    if (ArrayBuffer.isView(value)) return { $: 'bytes', value: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    if (Array.isArray(value)) return value.map(encode)
    if (typeof value === 'object') return { $: 'object', value: Object.entries(value).map(([name, member]) => [name, encode(member)]) }
    throw new TypeError('An object could not be cloned.')
  }
  const decode = (coded: Coded): unknown => {
    if (coded === null || typeof coded !== 'object') return coded
    if (Array.isArray(coded)) return coded.map(decode)
    const { $: kind, value } = coded
    if (kind === 'number') return Number(value)
    if (kind === 'date') return new Date(value as number)
    if (kind === 'bytes') return fromBase64(value as string)
    if (kind === 'object') return Object.fromEntries((value as [string, Coded][]).map(([name, member]) => [name, decode(member)]))
    return undefined
  }
  return {
    /** `structuredClone` first: it refuses functions and page objects as Electron does, and drops prototypes. */
    pack: (value: unknown) => JSON.stringify(encode(structuredClone(value))),
    unpack: (text: string): unknown => decode(JSON.parse(text) as Coded),
  }
}

export type Wire = ReturnType<typeof makeWire>
