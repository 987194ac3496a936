import { en } from './en'
import { ja, type Text } from './ja'

export type Locale = 'ja' | 'en'

/** All prose of the program. A sentence with a number or a name in it is a function of them. */
export type { Text } from './ja'

export const texts: Readonly<Record<Locale, Text>> = { ja, en }
