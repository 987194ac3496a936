import { describe, expect, it } from 'vitest'
import { buildContext, contextDigest, evidenceDigest, verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { askedList, credentialOf, now, supportOf } from '../verifier/stage'
import { bundle, entry, home, hosted, url } from './hostedBadge'

describe('an answer to a list of this program', () => {
  const list = '0b8ad2d7-5a2f-4c5b-9f4e-1d1c34f3a001'
  const answering = (name: unknown, ...fetched: readonly JsonObject[]): JsonObject => ({ ...bundle(...fetched), list: name as string })
  const knowing = (lists: readonly string[], ...held: readonly JsonObject[]) =>
    buildContext(held.map(supportOf), { issuers: [] }, now, { lists: lists.map((name) => askedList(name, url)) })
  const found = async (lists: readonly string[], ...held: readonly JsonObject[]) => {
    const { grade, axes, problems } = await verify(credentialOf(JSON.stringify(hosted())), knowing(lists, ...held))
    return [grade, axes.status.value, problems.map(({ code }) => code)]
  }
  const gone = entry({ status: 410, fetchedOn: '2026-11-20T00:00:00Z' }, null)

  it('confirms without a problem', async () => {
    expect(await found([list], answering(list, entry()))).toEqual(['confirmed', 'clear', []])
  })
  it.each([
    ['names none, as one that was made by hand', [list], bundle(entry())],
    ['names one that is not of this program', [list], answering('made-up', entry())],
    ['names what is no name', [list], answering(7, entry())],
    ['comes where no list was ever written', [], answering(list, entry())],
  ])('differs from a copy that %s', async (_, lists, held) => {
    expect(await found(lists, held)).toEqual(['unproven', 'none', ['evidence.unsolicited']])
  })
  it('outweighs unsolicited evidence, however new that claims to be', async () => {
    const forged = bundle(entry({ fetchedOn: '2099-01-01T00:00:00Z' }))
    expect(await found([list], forged, answering(list, entry({ status: 404 }, null)))).toEqual(['unproven', 'none', ['hosted.not-found']])
    expect(await found([list], bundle(gone), answering(list, entry()))).toEqual(['confirmed', 'clear', ['status.revocation-claimed']])
  })
  it('may be a revocation; an unsolicited one is a claim', async () => {
    expect(await found([list], answering(list, gone))).toEqual(['unproven', 'revoked', ['status.revoked-at-origin']])
    expect(await found([list], bundle(gone))).toEqual(['unproven', 'none', ['evidence.unsolicited', 'status.revocation-claimed']])
  })
  it('counts for the addresses of that list alone, fetched after it was written and not in the future, within five minutes', async () => {
    const writtenAt = '2026-11-10T09:00:00Z'
    const under = async (addresses: readonly string[], fetchedOn: string) => {
      const held = buildContext([supportOf(answering(list, entry({ fetchedOn })))], { issuers: [] }, now, { lists: [{ id: list, writtenAt, addresses }] })
      const { grade, problems } = await verify(credentialOf(JSON.stringify(hosted())), held)
      return [grade, problems.map(({ code }) => code)]
    }
    const confirmed = ['confirmed', []]
    expect(await under([`${home}/issuer/1`, url], '2026-11-10T09:00:01Z')).toEqual(confirmed)
    expect(await under([url], '2026-11-10T08:56:00Z')).toEqual(confirmed)
    expect(await under([url], '2026-11-22T10:04:00Z')).toEqual(confirmed)
    expect(await under([`${home}/issuer/1`, `${url}0`], '2026-11-11T00:00:00Z')).toEqual(['unproven', ['evidence.unsolicited']])
    for (const fetchedOn of ['2026-11-10T08:54:00Z', '2020-01-01T00:00:00Z', '2026-11-22T10:06:00Z', '2099-01-01T00:00:00Z'])
      expect(await under([url], fetchedOn)).toEqual(['unproven', ['evidence.misdated']])
  })
  it('is not needed where a user accepted the file; the acceptance is for these exact bytes', async () => {
    const held = [bundle(entry()), bundle(entry({ fetchedOn: '2026-11-02T00:00:00Z' }, JSON.stringify(hosted({ narrative: 'x' }))))].map(supportOf)
    const [first, second] = held.map(evidenceDigest)
    const under = async (accepted: readonly string[]) => {
      const context = buildContext(held, { issuers: [] }, now, { accepted })
      const { grade, problems } = await verify(credentialOf(JSON.stringify(hosted())), context)
      return [grade, problems.map(({ code }) => code), contextDigest(context)]
    }
    const none = await under(['00'.repeat(32)])
    expect(none.slice(0, 2)).toEqual(['unproven', ['evidence.unsolicited']])
    expect((await under([first!])).slice(0, 2)).toEqual(['confirmed', []])
    expect((await under([second!])).slice(0, 2)).toEqual(['unproven', ['hosted.differs']])
    expect((await under([first!]))[2]).not.toBe(none[2])
    expect((await under([]))[2]).toBe(none[2])
  })
  it('is part of a context’s digest, and a list without an answer is not', () => {
    expect(contextDigest(knowing([list], answering(list, entry())))).not.toBe(contextDigest(knowing([], answering(list, entry()))))
    expect(contextDigest(knowing([list, 'another'], answering(list, entry())))).toBe(contextDigest(knowing([list], answering(list, entry()))))
    expect(contextDigest(knowing([list], bundle(entry())))).toBe(contextDigest(knowing([], bundle(entry()))))
    const both = [answering(list, entry()), answering('another', entry())]
    expect(contextDigest(knowing([list, 'another'], ...both))).toBe(contextDigest(knowing(['another', list], ...both)))
    expect(contextDigest(knowing([list, 'another'], ...both))).not.toBe(contextDigest(knowing([list], ...both)))
  })
})
