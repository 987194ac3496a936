import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse, readRegister } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'
import { buildContext, verify } from '../../../electron/verifier'

/** Small badges made after public reports, in a folder beside the checkout, with the right answers in its README. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'vectors', 'public-cases')

interface Answer {
  readonly grade: string
  readonly integrity: string
  /** What is reported. */
  readonly codes?: readonly string[]
  readonly name?: string
  readonly validFrom?: string
  readonly kind?: 'envelope'
}

const verified: Answer = { grade: 'verified', integrity: 'intact', codes: [] }
const unsupported: Answer = { grade: 'unproven', integrity: 'unsupported', codes: ['jwt.algorithm'] }
const epoch: Answer = { grade: 'unproven', integrity: 'unsigned', validFrom: '2026-04-02T00:33:20.000Z' }

/** What each file ends as. */
const answers: Readonly<Record<string, Answer>> = {
  'B1-proof-own-context.json': verified,
  'B2-vp-assertion-control.json': { ...verified, kind: 'envelope' },
  'B2-vp-authentication.json': { ...verified, kind: 'envelope' },
  'B4-control.json': verified,
  'B4-name-language-object.json': { ...verified, name: 'データ活用' },
  'B5-beta-context.json': { ...verified, codes: ['context.older-text'] },
  'B5-final-context-control.json': verified,
  'B7-control-epoch-number.json': epoch,
  'B7-moodle-ob1-epoch-string.json': epoch,
  'B8-embedded-allowedOrigins.json': { grade: 'unproven', integrity: 'unsigned' },
  'B10-iat-string.jwt': { grade: 'unregistered', integrity: 'intact', codes: ['jwt.claim-type', 'issuer.unregistered', 'issuer.look-alike'] },
  'B10-nbf-90s-early.jwt': { grade: 'unregistered', integrity: 'intact', codes: ['jwt.claim-differs', 'issuer.unregistered', 'issuer.look-alike'] },
  'B12-alg-ES256K-R.jwt': unsupported,
  'B12-control-ES256K.jwt': unsupported,
}

test('every answer is for a badge file', () => {
  expect(Object.keys(answers).filter((name) => !/^B\d+-.*\.(json|jwt)$/.test(name))).toEqual([])
})

const withFolder = existsSync(folder) ? describe : null

withFolder?.('badges after public reports', () => {
  const files = readdirSync(folder)
  const parsed = (name: string) => readFile(name, readFileSync(join(folder, name))).flatMap((read) => ('payload' in read ? parse(read) : [read]))
  const issuers = files
    .filter((name) => name.endsWith('-reg.json'))
    .flatMap((name) => {
      const register = readRegister(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return register.ok ? register.value.issuers : []
    })
  const context = buildContext([], { issuers }, new Date('2026-12-01T00:00:00+09:00'))
  const badges = files.filter((name) => /^B\d/.test(name) && !name.endsWith('-reg.json'))

  it('each have an answer', () => {
    expect([...badges].sort()).toEqual(Object.keys(answers).sort())
  })
  it.each(Object.entries(answers))('%s', async (file, { codes, name, validFrom, kind, ...axes }) => {
    const found = parsed(file).find((item) => item.kind === 'credential' || item.kind === 'envelope')
    if (!found) throw new Error('no badge')
    const verdict = await verify(found, context)
    expect({ grade: verdict.grade, integrity: verdict.axes.integrity.value }).toEqual(axes)
    if (kind) expect(found.kind).toBe(kind)
    if (name) expect(found.credential.name).toBe(name)
    if (validFrom) expect(found.credential.validFrom).toBe(validFrom)
    if (codes) expect(verdict.problems.map(({ code }) => code)).toEqual(codes)
  })
})
