/*
 * The steps of jsonld's `toRDF`, which its package does not offer: they are taken from its files here and nowhere else. jsonld's own entry brings a document
 * loader with an HTTP client; none of these knows a network. A test fails when an upgrade moves or changes them.
 */
export {
  type ActiveContext,
  default as ContextResolver,
  type ResolvedContext,
  type Resolving,
} from 'jsonld/lib/ContextResolver.js'
export { default as contextProcessing } from 'jsonld/lib/context.js'
export { default as events } from 'jsonld/lib/events.js'
export { default as expansion } from 'jsonld/lib/expand.js'
export { default as rdf } from 'jsonld/lib/toRdf.js'
export { default as url } from 'jsonld/lib/url.js'
