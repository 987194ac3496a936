import { expect, test } from 'vitest'
import { ContextResolver, contextProcessing, events, expansion, rdf, url } from '../../../../electron/verifier/jsonld/internals'

const eventHandler = () => events.setupEventHandler({ options: { safe: true } })

test('the inner files of jsonld are where they are expected, with the functions that are called', () => {
  expect(
    [contextProcessing.getInitialContext, contextProcessing.process, contextProcessing.expandIri, contextProcessing.getContextValue].map((step) => typeof step),
  ).toEqual(['function', 'function', 'function', 'function'])
  expect([ContextResolver, events.setupEventHandler, expansion.expand, rdf.toRDF, url.isAbsolute].map((step) => typeof step)).toEqual(Array(5).fill('function'))
})

test('an active context has the members that its shared copies stand in for', () => {
  const active = contextProcessing.getInitialContext({})
  expect(Object.keys(active).sort()).toEqual(['clone', 'getInverse', 'inverse', 'mappings', 'processingMode', 'protected', 'revertToPreviousContext'])
  expect(active.mappings).toBeInstanceOf(Map)
})

test('expansion and statements make of a small document what JSON-LD says', async () => {
  const contextResolver = new ContextResolver({ sharedCache: new Map() })
  const options = { base: null, safe: true, keepFreeFloatingNodes: false, produceGeneralizedRdf: false, eventHandler: eventHandler(), contextResolver }
  const element = { '@context': { name: 'https://example.org/name' }, '@id': 'https://example.org/a', name: '適材' }
  const expanded = await expansion.expand({ activeCtx: contextProcessing.getInitialContext(options), element, options })
  expect(rdf.toRDF([expanded], options)).toMatchObject([
    { subject: { value: 'https://example.org/a' }, predicate: { value: 'https://example.org/name' }, object: { value: '適材' } },
  ])
  expect([url.isAbsolute('https://example.org/a'), url.isAbsolute('a')]).toEqual([true, false])
})
