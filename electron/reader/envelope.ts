import type { Container } from '../../shared/model/credential'
import type { Problem } from '../../shared/model/problem'
import type { JsonReading } from './json/readJson'

/** What a file held, once its container is opened: the exact text that a signature may cover. */
export type Payload =
  /** `reading` is the text as values, where it has been read already; without it the parser reads `text` itself. */
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

/** A file that should have held something and could not be read, with the one reason. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly source: string
  readonly problem: Problem
}

/** A file that is no part of anybody's badges: `Thumbs.db`, `.DS_Store`, `__MACOSX/…`, a PDF. */
export interface Ignored {
  readonly kind: 'ignored'
  readonly source: string
}

/** What became of one file. Every file gives at least one: each is accounted for. */
export type Read = Envelope | Unreadable | Ignored

export const unreadable = (source: string, problem: Problem): Unreadable => ({ kind: 'unreadable', source, problem })

export const ignored = (source: string): Ignored => ({ kind: 'ignored', source })
