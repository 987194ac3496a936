import { type ActiveContext, contextProcessing } from '../internals'
import type { Last, Plan, Property, Reading } from './parts'
import { addTail, type Block, type Group } from './statements'
import { isAddress, isPlain, isUsual, lexical } from './terms'

/** Absolute already, whatever prefixes the contexts define. @source JSON-LD 1.1 API, section 5.2.2, step 6.2 */
const complete = /^[A-Za-z]+:\/\//

/** The address a text stands for; null for none. */
function expanded(text: string, active: ActiveContext, vocabulary: boolean, { options }: Plan): string | null {
  if (!vocabulary && complete.test(text)) return text
  return contextProcessing.expandIri(active, text, vocabulary ? { base: true, vocab: true } : { base: true }, options)
}

/** The address a text stands for, in angle brackets; null where it stands for none, or only the fallback can decide. */
export function readAddress(text: string, active: ActiveContext, group: Group, plan: Plan): string | null {
  const found = expanded(text, active, false, plan)
  return found !== null && isAddress(found, group) ? `<${found}>` : null
}

/** Longer texts are not cached: there are hundreds of properties. */
const longestLast = 20_000

function lastTail(last: Last): string {
  // Repeated: flattened once, so that it is not joined again. It has no surrogates, which would be lost.
  if (!last.isWhole) last.tail = Buffer.from(last.tail, 'utf8').toString('utf8')
  last.isWhole = true
  return last.tail
}

/** A text as an object, from its predicate on; null where only the fallback can write it. */
function textTail(value: string, { reading, active, last }: Property, group: Group, plan: Plan): string | null {
  if (value === last.value) return lastTail(last)
  const isText = reading.kind === 'text'
  const text = isText ? value : expanded(value, active, reading.vocabulary, plan)
  if (text === null) return null
  if (isText ? isPlain(text) : isUsual(text)) {
    if (value.length > longestLast) return reading.before + text + reading.after
    last.value = value
    last.tail = reading.before + text + reading.after
    last.isWhole = false
    return last.tail
  }
  if (isText) return reading.before + lexical(text, group) + reading.after
  return isAddress(text, group) ? reading.before + text + reading.after : null
}

const xsd = 'http://www.w3.org/2001/XMLSchema#'

/**
 * A boolean or an integer as a literal. Fractions and −0 have other forms and go to the fallback.
 *
 * @source JSON-LD 1.1 API, section 8.2.2 (object to RDF conversion), steps 8 to 11
 */
function native(value: boolean | number, reading: Reading): string | null {
  if (reading.kind === 'address') return null
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0))) return null
  const suffix = reading.typed ? reading.suffix : `^^<${xsd}${typeof value === 'number' ? 'integer' : 'boolean'}>`
  return `"${value}"${suffix}`
}

/** Writes a text, number or boolean. @returns whether it could be written. */
export function writeScalar(value: string | number | boolean, block: Block, property: Property, group: Group, plan: Plan): boolean {
  const { predicate, reading } = property
  if (typeof value === 'string') {
    const tail = textTail(value, property, group, plan)
    if (tail !== null) addTail(block, tail, reading.kind === 'text' && reading.typed && reading.suffix === '' ? 'typed' : 'plain')
    return tail !== null
  }
  const object = native(value, reading)
  if (object !== null) addTail(block, `${predicate}${object} .\n`, 'native')
  return object !== null
}
