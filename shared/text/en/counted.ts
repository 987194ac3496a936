import { digits } from '../digits'

const rules = new Intl.PluralRules('en-GB')
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The form of a word that goes with a count: `is` for 1, `are` for any other. */
export const form = (count: number, one: string, other: string): string => (rules.select(count) === 'one' ? one : other)

/** A count with its noun: `1 badge`, `2,000 badges`, `1 person`, `2 people`. */
export const counted = (count: number, one: string, other = `${one}s`): string => `${digits(count)} ${form(count, one, other)}`

export const badges = (count: number): string => counted(count, 'badge')
export const people = (count: number): string => counted(count, 'person', 'people')
export const issuers = (count: number): string => counted(count, 'issuer')
export const keys = (count: number): string => counted(count, 'key')
export const files = (count: number): string => counted(count, 'file')
export const units = (count: number): string => counted(count, 'unit')
export const skills = (count: number): string => counted(count, 'skill')

/** All items in one line: `A, B and C`. */
export const list = (items: readonly string[]): string => conjunction.format(items)

/** At most `most` items in one line, and how many are left out: `A, B and 3 more`. */
export const firstOf = (items: readonly string[], most: number): string =>
  list(items.length > most ? [...items.slice(0, most), `${digits(items.length - most)} more`] : items)
