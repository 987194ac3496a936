import type { ActiveContext } from '../internals'
import type { Fragments } from './fragments'

// What a plan is made of: each part says what it must tell; who makes and uses it stands in the files beside.

/** What was found out about the terms of one table of contexts. */
export interface Plan {
  /** What jsonld's context processing is handed each time: pinned contexts, and a stop at whatever it would drop in silence. */
  readonly options: object
  /** By the list of contexts a document names. */
  readonly roots: Map<string, ObjectScope>
  /** Lists that were met once. */
  readonly met: Map<string, true>
  /** Grows with everything found out: a document it grew for is the first of its shape. */
  parts: number
  /** Characters of all parts of documents that are kept. */
  kept: number
}

/** What the members of one object mean. @source JSON-LD 1.1 API, section 5.1.2, steps 7 to 11 */
export interface ObjectScope {
  readonly kind: 'object'
  readonly active: ActiveContext
  /** What a member name is before types are looked at: which one is `@type`. */
  readonly keywords: Map<string, string>
  /** By the object's types, joined. */
  readonly nodes: Map<string, NodeScope>
  /** Of a whole document. */
  readonly shapes: Shape[]
}

/** The same once the object's types are known, which may bring terms of their own. */
export interface NodeScope {
  readonly kind: 'node'
  readonly active: ActiveContext
  readonly members: Map<string, Member>
}

/**
 * How a member's text is read: as text of a datatype (`suffix` is empty for plain text), or as an address. `before` and `after` are what is written around it,
 * from the predicate on: ` <…> "` and `" .` with its line feed.
 *
 * @source JSON-LD 1.1 API, section 5.3.2 (value expansion)
 */
export type Reading = { readonly before: string; readonly after: string } & (
  | { readonly kind: 'text'; readonly suffix: string; readonly typed: boolean }
  | { readonly kind: 'address'; readonly vocabulary: boolean }
)

/** What a member is: the object's name, its types, a property, or something only stock may judge. */
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
      /** Scopes of objects that are its value: back to the terms outside of a type, or still with them. */
      readonly within: { left?: ObjectScope; kept?: ObjectScope }
      /** Of objects that are its value. */
      readonly shapes: Shape[]
      readonly fragments: Fragments
      readonly last: Last
    }

export type Property = Extract<Member, { kind: 'property' }>

/** Something of a plan that has to be made first, because contexts are processed asynchronously. */
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
 * How objects of one shape and these types are written: everything about them but their values.
 *
 * Statements are written in the order of their predicates, which is their order whatever is said: predicates are ASCII in angle brackets, with none inside, so
 * that two are told apart at a character of the predicate itself, by code points and by UTF-16 units alike. Only statements of one predicate may have to be
 * sorted.
 */
export interface Layout {
  readonly kind: 'layout'
  /** The terms in force among the members. */
  readonly active: ActiveContext
  /** The name that means `@id`, if there is one. */
  readonly id: string | null
  readonly entries: readonly (Property | TypeStatements)[]
  /** No two entries are of one predicate, and types are named once each. */
  readonly inOrder: boolean
}

/** What a property said last, of what is written as it stands: badge after badge says the same. */
export interface Last {
  value: string | null
  tail: string
  /** One text in memory, not one that is still to be put together. */
  isWhole: boolean
}
