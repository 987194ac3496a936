/** The parts of untyped packages that tests call. */
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
  const rdfCanonize: { readonly NQuads: { parse(text: string): readonly Quad[]; serialize(quads: readonly Quad[]): string } }
  export default rdfCanonize
}

/* The steps of jsonld's `toRDF`, as it calls them. */
declare module 'jsonld/lib/ContextResolver.js' {
  const resolver: new (options: { readonly sharedCache: Map<string, unknown> }) => object
  export default resolver
}
declare module 'jsonld/lib/context.js' {
  const context: { getInitialContext(options: object): object }
  export default context
}
declare module 'jsonld/lib/events.js' {
  const events: { setupEventHandler(choice: { readonly options: { readonly safe: true } }): unknown }
  export default events
}
declare module 'jsonld/lib/expand.js' {
  const expansion: { expand(input: { readonly activeCtx: object; readonly element: unknown; readonly options: object }): Promise<unknown> }
  export default expansion
}
declare module 'jsonld/lib/toRdf.js' {
  import type { Quad } from 'rdf-canonize'

  const rdf: { toRDF(expanded: readonly unknown[], options: object): readonly Quad[] }
  export default rdf
}
