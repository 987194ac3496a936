import { describe, expect, it } from 'vitest'
import { buildContext, verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { askedList, credentialOf, evidence, now, supportOf } from '../verifier/stage'

/*
 * Open Badges 1 is shown and never proven; the answers of its addresses count all the same. In 1.1 the address is in `verify.url`, class and issuer are
 * addresses, and the issuer's list of revoked badges is a plain object.
 */

const home = 'https://badge.example.jp'
const url = `${home}/assertion/1`
const assertion = (also: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v1',
  type: 'Assertion',
  uid: 'qp8g1s',
  recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'ab'.repeat(32)}` },
  badge: `${home}/class`,
  verify: { type: 'hosted', url },
  issuedOn: '2014-06-14T00:00:00Z',
  ...also,
})
const badgeClass: JsonObject = { name: '地域防災リーダー', description: '図上訓練', criteria: `${home}/criteria`, issuer: `${home}/issuer` }
const issuer = (also: JsonObject = {}): JsonObject => ({ name: '地域防災教育協議会', url: home, ...also })

const list = 'a list written here'
const verdictOf = async (file: JsonObject, served: Readonly<Record<string, JsonObject>>) => {
  const fetched = Object.entries(served).map(([address, body]) => ({ url: address, body: JSON.stringify(body) }))
  const held = fetched.length === 0 ? [] : [supportOf({ ...evidence(...fetched), list })]
  const parsed = credentialOf(JSON.stringify(file))
  const { grade, axes, problems } = await verify(parsed, buildContext(held, { issuers: [] }, now, { lists: [askedList(list, ...Object.keys(served))] }))
  return [parsed.credential.standard, grade, axes.status.value, problems.map(({ code }) => code).filter((code) => code !== 'credential.superseded-standard')]
}
const around = (also: JsonObject = {}) => ({ [`${home}/class`]: badgeClass, [`${home}/issuer`]: issuer(also) })

describe('a hosted badge of Open Badges 1.1', () => {
  it('reports that its address was not asked', async () => {
    expect(await verdictOf(assertion(), {})).toEqual(['OB1', 'unproven', 'unknown', ['hosted.no-evidence', 'status.no-list']])
  })
  it('has no open address once the copy at `verify.url` is equal, with either form of the time', async () => {
    expect(await verdictOf(assertion(), { [url]: assertion(), ...around() })).toEqual(['OB1', 'unproven', 'clear', []])
    const inSeconds = assertion({ issuedOn: 1402704000 })
    expect(await verdictOf(inSeconds, { [url]: inSeconds, ...around() })).toEqual(['OB1', 'unproven', 'clear', []])
  })
  it('of 1.0, without context and type, has none either', async () => {
    const { '@context': _context, type: _type, ...older } = assertion()
    expect(await verdictOf(older, { [url]: older, ...around() })).toEqual(['OB1', 'unproven', 'clear', []])
  })
  it('differs from a copy for another recipient', async () => {
    expect(await verdictOf(assertion(), { [url]: assertion({ uid: 'other' }), ...around() })).toEqual(['OB1', 'unproven', 'none', ['hosted.differs']])
  })
  it('is revoked by its address', async () => {
    expect(await verdictOf(assertion(), { [url]: { revoked: true }, ...around() })).toEqual(['OB1', 'unproven', 'revoked', ['status.revoked-at-origin']])
  })
  it('whose class is on another host is not confirmed until that host has served the class', async () => {
    const file = assertion({ badge: 'https://other.example/class' })
    expect(await verdictOf(file, { [url]: file })).toMatchObject(['OB1', 'unproven', expect.anything(), expect.arrayContaining(['hosted.origin-unproven'])])
  })
})

describe('the list of an issuer of Open Badges 1.1', () => {
  const revocations = `${home}/revoked`
  const signed = assertion({ verify: { type: 'signed', url: `${home}/key` } })
  const by = (revoked: JsonObject) => verdictOf(signed, { ...around({ revocationList: revocations }), [revocations]: revoked })
  it('revokes by the uid, with the reason, and clears badges it does not name', async () => {
    expect(await by({ qp8g1s: '誤交付' })).toEqual(['OB1', 'unproven', 'revoked', ['proof.none']])
    expect(await by({ other: '誤交付' })).toEqual(['OB1', 'unproven', 'clear', ['proof.none']])
  })
  it('is not of the later kind: a member with that name has no effect there', async () => {
    expect(await by({ type: 'RevocationList', revokedAssertions: [], qp8g1s: 'x' })).toEqual(['OB1', 'unproven', 'clear', ['proof.none']])
  })
})
