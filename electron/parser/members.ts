import { asList, isArray, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'

/** The types of a document. Open Badges and verifiable credentials allow one or several. */
export const typesOf = (document: JsonObject): readonly string[] => asList(document.type).filter((type) => typeof type === 'string')

/** The type without its prefix: `Assertion` for `obi:Assertion`. */
export const plainType = (type: string): string => type.replace(/^.*[:#/]/s, '')

/** The last character of a prefix, in `obi:Assertion` or `https://w3id.org/openbadges#Assertion`. */
const isMark = (character: string): boolean => character === ':' || character === '#' || character === '/'

const isNamed = (type: string, name: string): boolean =>
  type.endsWith(name) && (type.length === name.length || isMark(type.charAt(type.length - name.length - 1)))

/**
 * Is the document of one of these types? A prefix or the address of a vocabulary before the name is ignored: `obi:Assertion`. Called many times for each
 * document, so it builds no lists.
 */
export function isOfType(document: JsonObject, ...names: readonly string[]): boolean {
  const types = document.type
  if (typeof types === 'string') return names.some((name) => isNamed(types, name))
  return isArray(types) && types.some((type) => typeof type === 'string' && names.some((name) => isNamed(type, name)))
}

/** Addresses of the contexts a document names; inline contexts are not among them. */
export const contextsOf = (document: JsonObject): readonly string[] => asList(document['@context']).filter((context) => typeof context === 'string')

/** The objects among one value or several. */
export const objectsOf = (value: JsonValue | undefined): readonly JsonObject[] => (isObject(value) ? [value] : asList(value).filter((item) => isObject(item)))

/** The id of a value given by its id alone or as an object with one. */
export const idOf = (value: JsonValue | undefined): string | null => (isObject(value) ? textOf(value.id) : textOf(value))

/** The controller a key names. @source Controlled Identifiers 1.0, section 2.2; Open Badges 2.0, CryptographicKey `owner` */
export const controllerOf = ({ controller, owner }: JsonObject): string | null => textOf(controller) ?? idOf(owner)

/**
 * Text that may be given in several languages: a plain text, a language map, or JSON-LD values. Japanese first, then English, then the first.
 * @source JSON-LD 1.1, sections 4.2.4, 4.6.3; Open Badges 2.0, section 4.6
 */
export function wordsOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return wordsIn(value.filter((item) => isObject(item)).map((item) => [textOf(item['@language']) ?? '', textOf(item['@value'])])) ?? wordsOf(value[0])
  if (!isObject(value)) return null
  if (typeof value['@value'] === 'string') return value['@value']
  return wordsIn(Object.entries(value).map(([language, text]) => [language, textOf(text)]))
}

function wordsIn(translations: readonly (readonly [string, string | null])[]): string | null {
  const given = translations.filter(([, text]) => text !== null)
  const inLanguage = (language: string) => given.find(([tag]) => tag.toLowerCase().split('-')[0] === language)?.[1]
  return inLanguage('ja') ?? inLanguage('en') ?? given[0]?.[1] ?? null
}
