import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { asRead, parse } from '../../../../../electron/parser'
import { readFile } from '../../../../../electron/reader'
import { usualSample } from '../../../../../electron/sample'
import { isObject, type JsonObject } from '../../../../../shared/model/json'
import { openCity } from '../../../sample/openedBundle'
import { say, vectorPath } from '../vectors'
import { compareForms, newTally } from './forms'

/** The signed documents: the document, and its proofs under its contexts. */
const partsOf = ({ proof, ...rest }: JsonObject): readonly JsonObject[] => [
  rest,
  ...[proof ?? []].flat().flatMap((one) => {
    if (!isObject(one)) return []
    const { proofValue: _signature, ...options } = one
    return [{ ...options, '@context': rest['@context'] ?? null }]
  }),
]

/** Every JSON credential in a file's bytes. */
const documentsIn = (name: string, bytes: Uint8Array): readonly JsonObject[] =>
  readFile(name, bytes)
    .flatMap((read) => (read.kind === 'envelope' ? parse(read) : []))
    .flatMap((found) => ((found.kind === 'credential' || found.kind === 'envelope') && found.secured.kind === 'document' ? [asRead(found.secured.raw)] : []))

async function compareAll(documents: readonly JsonObject[]) {
  const tally = newTally()
  for (const part of documents.flatMap(partsOf)) for (const order of ['code-point', 'utf-16'] as const) await compareForms(part, tally, order)
  return tally
}

describe('a plan writes every credential as jsonld does, or leaves it to the fallback:', () => {
  let city: readonly JsonObject[] = []
  beforeAll(async () => {
    const { files } = await openCity(usualSample)
    city = documentsIn('badges.zip', files.get('badges.zip') ?? new Uint8Array())
  })

  it('those of the sample city', async () => {
    const tally = await compareAll(city)
    expect(tally.faults).toEqual([])
    expect(tally.alike).toBeGreaterThan(400)
    // Most of a city's badges are usual ones, for which plans are made.
    expect(tally.alike / (tally.alike + tally.left)).toBeGreaterThan(0.9)
  })

  it('those of the badge repositories and standards', async () => {
    const folder = vectorPath('.')
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
    const documents = files.flatMap((entry) => documentsIn(entry.name, readFileSync(join(entry.parentPath, entry.name))))
    const tally = await compareAll(documents)
    say(`credentials both ways, alike ${tally.alike}, left to stock ${tally.left}, refused by both ${tally.refused}`, documents.length)
    expect(tally.faults).toEqual([])
    if (documents.length > 0) expect(tally.alike).toBeGreaterThan(100)
  })
})
