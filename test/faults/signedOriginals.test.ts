import { expect, it } from 'vitest'
import { parse } from '../../electron/parser'
import { readFile } from '../../electron/reader'
import { verify } from '../../electron/verifier'
import { contextWith } from '../unit/verifier/stage'
import { signedContentIn } from './mutations/signedContent'
import { signedOriginals } from './mutations/signedOriginals'

it('every signed original is verified when unchanged', async () => {
  const { files, known } = await signedOriginals()
  const context = contextWith(known.register, known.documents)
  const grades: string[] = []
  for (const { container, bytes } of files)
    for (const found of readFile(`a.${container}`, bytes).flatMap((read) => (read.kind === 'envelope' ? parse(read) : [])))
      if (found.kind === 'credential') grades.push((await verify(found, context)).grade)
  expect(grades).toHaveLength(31)
  expect(new Set(grades)).toEqual(new Set(['verified', 'confirmed']))
})

it('signed content is equal in another order and beside another proof, and different with any other value or name', async () => {
  const proof = { type: 'DataIntegrityProof', proofValue: 'z1' }
  const spoken = { type: ['A', 'B'], name: { '@value': 'x', '@language': 'ja' }, proof }
  const isUnchanged = signedContentIn([JSON.stringify({ type: ['A', 'B'], name: 'x', proof }), JSON.stringify(spoken), 'a.b.c'])
  const texts = [
    { name: 'x', type: ['B', 'A', 'A'], proof: [proof, { type: 'Other' }] },
    { type: ['A', 'B'], name: ['x'], more: [], proof },
    { '@context': 'x', type: ['A', 'B'], name: 'x', proof },
    { type: ['A', 'B'], name: 'y', proof },
    { type: ['A', 'B'], Name: 'x', proof },
    { type: ['A', 'B'], name: 'x', proof: { ...proof, proofValue: 'z2' } },
    { type: ['A', 'B'], name: 'x' },
    { type: ['A', 'B'], name: { '@value': 'x', '@language': 'JA' }, proof },
    { type: ['A', 'B'], name: { '@value': 'X', '@language': 'ja' }, proof },
  ].map((document) => JSON.stringify(document))
  expect([...texts, 'a.b.c', 'a.b.d'].map(isUnchanged)).toEqual([true, true, false, false, false, false, false, true, false, true, false])
})

it('a token shows what was signed with fewer disclosures, in any order, with its own key binding or none; and with nothing else', () => {
  const isUnchanged = signedContentIn(['h.p.s~a~b~k.b.s', 'x.y.z'])
  const [same, other] = [
    ['h.p.s~a~b~k.b.s', 'h.p.s~a~b~', 'h.p.s~b~a~', 'h.p.s~b~', 'h.p.s~', 'h.p.s', 'x.y.z', 'x.y.z~'],
    ['h.p.s~a~a~', 'h.p.s~c~', 'h.p.s~a~k.b.s', 'h.p.s~b~a~k.b.s', 'h.p.s~a~b~k.b.t', 'h.p.t~a~b~', 'x.y.z~a~', 'x.y.z~k.b.s', 'x.y'],
  ]
  expect([...same, ...other].map(isUnchanged)).toEqual([...same.map(() => true), ...other.map(() => false)])
})
