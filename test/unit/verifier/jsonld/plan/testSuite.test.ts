import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json'
import { compareForms, newTally } from './forms'

/** The JSON-LD community's own tests, from their package. Their contexts are in the files; here each is pinned under an address, like those of badges. */
const folder = join(dirname(createRequire(import.meta.url).resolve('json-ld-test-suite/package.json')), 'tests')

const inputs = readdirSync(folder).filter((name) => /^(toRdf|expand|flatten)-\w+-in\.jsonld$/.test(name))

/** The document with its context at an address, and the table with that address; null where there is nothing to pin. */
function pinned(document: JsonValue, name: string) {
  if (!isObject(document)) return null
  const context = document['@context']
  if (!isObject(context)) return null
  const url = `https://json-ld.example/${name}`
  const table = { newer: new Map<string, JsonObject>([[url, { '@context': context }]]), older: new Map() }
  return { table, document: { ...document, '@context': [url] } }
}

it('a plan writes every document of the JSON-LD test suite as jsonld does, or leaves it to the fallback', async () => {
  const tally = newTally()
  for (const name of inputs) {
    const found = pinned(JSON.parse(readFileSync(join(folder, name), 'utf8')), name)
    if (found) await compareForms(found.document, tally, 'code-point', found.table)
  }
  console.log(`JSON-LD test suite: alike ${tally.alike}, left to stock ${tally.left}, refused by both ${tally.refused}`)
  expect(tally.faults).toEqual([])
  expect(tally.alike).toBeGreaterThan(20)
  expect(tally.left).toBeGreaterThan(20)
})
