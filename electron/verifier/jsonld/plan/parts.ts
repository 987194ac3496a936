import type { ActiveContext } from '../internals'
import type { Fragments } from './fragments'

// The parts of a plan; the other files of this folder make and use them.

/** What is known about the terms of one table of contexts. */
export interface Plan {
  /** Options for jsonld's context processing: pinned contexts, and an error for whatever it would drop. */
  readonly options: object
  /** By the list of contexts a document names. */
  readonly roots: Map<string, ObjectScope>
  /** Lists seen once. */
  readonly met: Map<string, true>
  /** Grows with each part: a document that makes it grow is the first of its shape. */
  parts: number
  /** Characters of all cached parts of documents. */
  cachedCharacters: number
}

/** What the members of one object mean. @source JSON-LD 1.1 API, section 5.1.2, steps 7 to 11 */
export interface ObjectScope {
  readonly kind: 'object'
  readonly active: ActiveContext
  /** The meaning of a member name before types are known: which one is `@type`. */
  readonly keywords: Map<string, string>
  /** By the object's types, joined. */
  readonly nodes: Map<string, NodeScope>
  /** Of a whole document. */
  readonly shapes: Shape[]
}

/** The same once the object's types are known, which may add terms. */
export interface NodeScope {
  readonly kind: 'node'
  readonly active: ActiveContext
  readonly members: Map<string, Member>
}

/**
 * How a member's text is read: as text of a datatype (`suffix` is empty for plain text), or as an address. `before` and `after` are written around it, from the
 * predicate on: ` <…> "` and `" .` with its line feed.
 *
 * @source JSON-LD 1.1 API, section 5.3.2 (value expansion)
 */
export type Reading = { readonly before: string; readonly after: string } & (
  | { readonly kind: 'text'; readonly suffix: string; readonly typed: boolean }
  | { readonly kind: 'address'; readonly vocabulary: boolean }
)

/** The meaning of a member: the object's id, its types, a property, or unusual, which goes to the fallback. */
export type Member =
  | { readonly kind: 'id' | 'type' | 'unusual' }
  | {
      readonly kind: 'property'
      readonly name: string
      /** ` <…> ` */
      readonly predicate: string
      readonly reading: Reading
      /** The terms in force in its value. */
      readonly active: ActiveContext
      /** Scopes of objects that are its value: with the terms from outside the type, or still with those of the type. */
      readonly within: { left?: ObjectScope; kept?: ObjectScope }
      /** Of objects that are its value. */
      readonly shapes: Shape[]
      readonly fragments: Fragments
      readonly last: Last
    }

export type Property = Extract<Member, { kind: 'property' }>

/** A part of a plan that has to be made first, because contexts are processed asynchronously. */
export interface Missing {
  readonly kind: 'missing'
  make(): Promise<void>
}

/** Objects at one place in documents that have the same names in the same order. */
export interface Shape {
  readonly names: readonly string[]
  readonly scope: ObjectScope
  /** The name that means `@type`, if there is one. */
  readonly typeNames: readonly string[]
  /** By the types, joined. */
  readonly layouts: Map<string, Layout>
}

/** The statements that name the object's types. */
export interface TypeStatements {
  readonly kind: 'types'
  readonly predicate: string
  readonly tails: readonly string[]
}

/**
 * How objects of one shape and these types are written: everything but their values.
 *
 * Statements are written in the order of their predicates, which is their final order: predicates are ASCII in angle brackets with none inside, so that two
 * differ at a character of the predicate itself, in code points and UTF-16 units alike. Only statements of one predicate may need sorting.
 */
export interface Layout {
  readonly kind: 'layout'
  /** The terms in force among the members. */
  readonly active: ActiveContext
  /** The name that means `@id`, if there is one. */
  readonly id: string | null
  readonly entries: readonly (Property | TypeStatements)[]
  /** No two entries have the same predicate, and each type is named once. */
  readonly inOrder: boolean
}

/** The last value of a property and its text: many badges repeat it. */
export interface Last {
  value: string | null
  tail: string
  /** One flat text in memory, not a rope that is still to be joined. */
  isWhole: boolean
}
