import { en } from './en'
import { ja, type Text } from './ja'

export type Locale = 'ja' | 'en'

/** All prose of the program. A sentence with a number or a name is a function; numbers are passed as numbers. */
export type { Text } from './ja'

export const texts: Readonly<Record<Locale, Text>> = { ja, en }
