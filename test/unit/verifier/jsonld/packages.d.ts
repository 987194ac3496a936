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
