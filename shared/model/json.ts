/** JSON as values. Objects keep the member order of their text. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [member: string]: JsonValue
}

export const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isArray = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

/** The value as a list: many standards allow one value in place of a list. For reading only, never before hashing. */
export const asList = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined || value === null ? [] : isArray(value) ? value : [value])

/** The text of a member, or null where it is absent or not text. */
export const textOf = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** The value as text: text as it is, any other value as JSON. `String` throws for an object whose file gives it a member `toString`. */
export const asText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))
