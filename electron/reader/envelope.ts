import type { Container } from '../../shared/model/credential'
import type { Ignored, Unreadable } from '../../shared/model/found'
import type { Problem } from '../../shared/model/problem'
import type { JsonReading } from './json/readJson'

/** The content of a file once its container is opened: the exact text that a signature may cover. */
export type Payload =
  /** `reading` holds the values of the text where it has been read already; without it the parser reads `text`. */
  | { readonly kind: 'json'; readonly text: string; readonly reading?: Extract<JsonReading, { ok: true }> }
  | { readonly kind: 'jws'; readonly text: string }
  /** OB 1 and some hosted OB 2 files hold only the address of the badge. */
  | { readonly kind: 'url'; readonly url: string }

/** One payload out of one container. A file with two baked standards gives two envelopes. */
export interface Envelope {
  readonly kind: 'envelope'
  /** A label for people: `bundle.zip!福祉部/0012.png`. Never used as a path. */
  readonly source: string
  readonly container: Container
  /** The keyword or namespace it was baked under; null where it was not baked. */
  readonly baked: 'openbadges' | 'openbadgecredential' | 'clrcredential' | null
  readonly payload: Payload
  /** Oddities that do not stop reading: a compressed chunk, a second chunk, a DOCTYPE. */
  readonly problems: readonly Problem[]
}

export type { Ignored, Unreadable } from '../../shared/model/found'

/** One answer for a file. Every file gives at least one. */
export type Read = Envelope | Unreadable | Ignored

export const unreadable = (source: string, problem: Problem): Unreadable => ({ kind: 'unreadable', source, problem })

export const ignored = (source: string): Ignored => ({ kind: 'ignored', source })
