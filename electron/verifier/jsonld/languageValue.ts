import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'

/** The owner of a credential's own members: no member has this name. */
export const ofCredential = '@credential'

/** Whose name and description may be given in a language, by the member that the object with them is the value of. */
const owners: ReadonlySet<string> = new Set([ofCredential, 'issuer', 'achievement', 'evidence', 'criteria'])
const members: ReadonlySet<string> = new Set(['name', 'description'])

/** A language tag: subtags of at most eight letters and digits, the first of letters alone. @source RFC 5646, section 2.1 */
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

const parts: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  '@value': (value) => typeof value === 'string',
  '@language': (value) => typeof value === 'string' && languageTag.test(value),
  '@direction': (value) => value === 'ltr' || value === 'rtl',
}

const isLanguageValue = (value: JsonObject): boolean =>
  value['@value'] !== undefined && Object.entries(value).every(([name, part]) => Object.hasOwn(parts, name) && parts[name]!(part))

/**
 * Is this the name or description of something in a language: one language value, or a list of them?
 *
 * @param owner The member whose value has it; `ofCredential` for a credential's own.
 * @source VC Data Model 2.0, section 11.1 (language and base direction)
 */
export function isInLanguage(owner: string, member: string, value: JsonValue): boolean {
  if (!members.has(member) || !owners.has(owner)) return false
  const values = isArray(value) ? value : [value]
  return values.length > 0 && values.every((one) => isObject(one) && isLanguageValue(one))
}
