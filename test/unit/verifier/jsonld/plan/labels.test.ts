import rdfCanonize, { type Quad } from 'rdf-canonize'
import { describe, expect, it } from 'vitest'
import { labelDataset } from '../../../../../electron/verifier/jsonld/canonicalize'
import { wholeOf } from '../../../../../electron/verifier/jsonld/pieces'
import { labelGroups } from '../../../../../electron/verifier/jsonld/plan'
import { addStatement, type Group, newBlock, newGroup, type Term } from '../../../../../electron/verifier/jsonld/plan/statements'
import { isObject } from '../../../../../shared/model/json'
import { haveVectors, say, vectorJson, vectorText } from '../vectors'

/** Statements in the form of plans; null where no plan writes them: in a named graph. */
function groupOf(dataset: readonly Quad[]): Group | null {
  const [group, blanks] = [newGroup(), new Map<string, number>()]
  if (dataset.some(({ graph }) => graph.termType !== 'DefaultGraph')) return null
  const lines = rdfCanonize.NQuads.serialize(dataset).split('\n').slice(0, -1)
  const numberOf = (name: string): number => {
    const number = blanks.get(name) ?? group.blanks++
    blanks.set(name, number)
    return number
  }
  const term = (text: string): Term => (text.startsWith('_:') ? numberOf(text) : text)
  for (const line of lines) {
    const [, subject = '', predicate = '', object = ''] = /^(\S+) (\S+) (.*) \.$/s.exec(line) ?? []
    addStatement(newBlock(group, term(subject)), ` ${predicate} `, term(object))
  }
  return group
}

function textWithLabels(...input: Parameters<typeof labelGroups>): string | null {
  const pieces = labelGroups(...input)
  return pieces && wholeOf(pieces)
}

describe('labels of blank nodes', () => {
  it('are those of the RDFC-1.0 vectors, or none are given', () => {
    const entries = haveVectors ? vectorJson('w3c-rdf-canon/manifest.jsonld').entries : []
    const tests = (Array.isArray(entries) ? entries : []).filter(isObject)
    let labelled = 0
    for (const { action, result, hashAlgorithm } of tests) {
      const group = groupOf(rdfCanonize.NQuads.parse(vectorText(`w3c-rdf-canon/${action}`)))
      for (const order of ['code-point', 'utf-16'] as const) {
        const text = group && textWithLabels([group], order, hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256')
        if (text === null || !String(result).endsWith('.nq')) continue
        expect(text, String(action)).toBe(vectorText(`w3c-rdf-canon/${result}`))
        labelled += 1
      }
    }
    if (haveVectors) expect(labelled).toBeGreaterThan(40)
    say(`RDFC-1.0, ${labelled} of them labelled at first sight`, tests.length)
  })

  it('are those of rdf-canonize for a blank node that refers to itself', async () => {
    const dataset = rdfCanonize.NQuads.parse('_:x <urn:knows> _:x .\n_:x <urn:knows> _:y .\n_:y <urn:name> "y" .\n')
    const group = groupOf(dataset)
    expect({ ok: true, value: group && textWithLabels([group], 'code-point', 'sha256') }).toEqual(await labelDataset(dataset, 'code-point'))
  })

  it('are not given to blank nodes with equal statements', () => {
    const group = groupOf(rdfCanonize.NQuads.parse('_:x <urn:knows> _:y .\n_:y <urn:knows> _:x .\n'))
    expect(group && textWithLabels([group], 'code-point', 'sha256')).toBeNull()
  })

  it('are not given twice where a part with blank nodes is repeated in a document', () => {
    const part = newGroup()
    part.blanks = 1
    addStatement(newBlock(part, '<urn:course>'), ' <urn:criteria> ', 0)
    expect(textWithLabels([newGroup(), part], 'code-point', 'sha256')).toBe('<urn:course> <urn:criteria> _:c14n0 .\n')
    expect(textWithLabels([newGroup(), part, part], 'code-point', 'sha256')).toBeNull()
  })
})

describe('equal lines', () => {
  const twice = (first: 'plain' | 'typed' | 'native', second: 'plain' | 'typed' | 'native') => {
    const [one, other] = [newGroup(), newGroup()]
    addStatement(newBlock(one, '<urn:s>'), ' <urn:p> ', '"7"', first)
    addStatement(newBlock(other, '<urn:s>'), ' <urn:p> ', '"7"', second)
    return textWithLabels([one, other], 'code-point', 'sha256')
  }

  it('are one statement where they come from equal values', () => {
    expect(twice('plain', 'plain')).toBe('<urn:s> <urn:p> "7" .\n')
    expect(twice('typed', 'typed')).toBe('<urn:s> <urn:p> "7" .\n')
  })

  it('go to the fallback where they may come from different values', () => {
    expect(twice('plain', 'typed')).toBeNull()
    expect(twice('typed', 'plain')).toBeNull()
    expect(twice('native', 'plain')).toBeNull()
    expect(twice('native', 'native')).toBeNull()
  })

  it('go to the fallback where they have a blank node', () => {
    const group = newGroup()
    group.blanks = 1
    const block = newBlock(group, 0)
    addStatement(block, ' <urn:p> ', '"x"')
    addStatement(block, ' <urn:p> ', '"x"')
    expect(textWithLabels([group], 'code-point', 'sha256')).toBeNull()
    const known = newGroup()
    known.blanks = 1
    addStatement(newBlock(known, '<urn:s>'), ' <urn:knows> ', 0)
    addStatement(newBlock(known, '<urn:s>'), ' <urn:knows> ', 0)
    expect(textWithLabels([known], 'code-point', 'sha256')).toBeNull()
  })
})
