/**
 * The JSON Pointer of a member or item of what `pointer` points to.
 * @source RFC 6901, section 3
 */
export const childPointer = (pointer: string, name: string): string => `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
