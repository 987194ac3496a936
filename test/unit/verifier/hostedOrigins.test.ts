import { describe, expect, it } from 'vitest'
import { completeCredential } from '../../../electron/parser'
import { buildContext, courierAddresses, verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { heldAmong } from '../parser/parseText'
import { askedList, contextWith, credentialOf, evidence, issuer, now, supportOf } from './stage'

/* What the address of a hosted badge cannot prove: anybody may have a web site, serve a badge there that names a university, and add files. */

const university = 'https://chuo-u.example/issuer'
const stranger = 'https://stranger.example'
const context = 'https://w3id.org/openbadges/v2'

const badgeClass = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'BadgeClass',
  id: `${stranger}/class/1`,
  name: '地域防災リーダー',
  criteria: { narrative: '修了' },
  issuer: `${stranger}/issuer`,
  ...also,
})
const assertion = (badge: JsonObject | string, home = stranger): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: `${home}/assertion/1`,
  recipient: { type: 'email', hashed: false, identity: 'a@city.example' },
  badge,
  verification: { type: 'HostedBadge' },
  issuedOn: '2026-04-01T00:00:00+09:00',
})
const profile = (id: string, also: JsonObject = {}): JsonObject => ({ '@context': context, type: 'Issuer', id, name: '中央大学', url: id, ...also })
const allowing = (...allowedOrigins: readonly string[]) => ({ verification: { type: 'VerificationObject', allowedOrigins } })
const served = (...documents: readonly JsonObject[]) => evidence(...documents.map((document) => ({ url: String(document.id), body: JSON.stringify(document) })))

const verdictOf = async (badge: JsonObject, register: readonly string[], ...held: readonly JsonObject[]) => {
  const found = await verify(
    credentialOf(JSON.stringify(badge)),
    contextWith(
      [...new Set([university, ...register])].map((id) => issuer(id)),
      held,
    ),
  )
  const origin = found.problems.find(({ code }) => code.startsWith('hosted.'))
  return { grade: found.grade, counts: found.counts, name: found.issuerName, code: origin?.code, at: origin?.at }
}
const unvouched = (at: string) => ({ grade: 'unproven', counts: false, name: null, code: 'hosted.origin-unproven', at })
const confirmed = { grade: 'confirmed', counts: true, code: undefined }

describe('a badge confirmed by its own address', () => {
  it.each(['did:web:chuo-u.example', 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164'])(
    'is not confirmed where its issuer has no web address: %s',
    async (id) => {
      const badge = assertion(badgeClass({ issuer: profile(id) }))
      expect(await verdictOf(badge, [id], served(badge))).toEqual(unvouched('/badge/issuer'))
    },
  )
  it('is not confirmed by a profile that came as a file and allows the host, but by the profile its issuer’s address served', async () => {
    const badge = assertion(badgeClass({ id: 'https://chuo-u.example/class/1', issuer: profile(university) }))
    const own = profile(university, allowing('chuo-u.example', 'stranger.example'))
    expect(await verdictOf(badge, [], own, served(badge))).toEqual(unvouched('/badge/issuer'))
    expect(await verdictOf(badge, [], served(badge, own))).toEqual({ ...confirmed, name: '中央大学' })
    expect(await verdictOf(badge, [], served(badge, profile(university)))).toMatchObject({ grade: 'rejected', counts: false })
  })
  it('is not confirmed by a file that allows the host where the address itself allows another', async () => {
    const badge = assertion(badgeClass({ id: 'https://chuo-u.example/class/1', issuer: profile(university) }))
    const own = profile(university, allowing('chuo-u.example', 'else.example'))
    expect(await verdictOf(badge, [], profile(university, allowing('stranger.example')), served(badge, own))).toMatchObject({
      grade: 'rejected',
      counts: false,
    })
  })
  it('is not confirmed for a class on another host until that address names the same issuer', async () => {
    const foreign = badgeClass({ id: 'https://chuo-u.example/class/9' })
    const badge = assertion(foreign)
    const own = profile(`${stranger}/issuer`, allowing('stranger.example', 'chuo-u.example'))
    expect(await verdictOf(badge, [], served(badge, own))).toEqual(unvouched('/badge'))
    expect(await verdictOf(badge, [], served(badge, own, { ...foreign, issuer: university }))).toEqual(unvouched('/badge'))
    expect(await verdictOf(badge, [], served(badge, own, foreign))).toEqual({ ...confirmed, name: null })
  })
  it('is not confirmed for a class that anybody can name', async () => {
    const badge = assertion(badgeClass({ id: 'urn:uuid:00000000-0000-4000-8000-000000000001' }))
    expect(await verdictOf(badge, [], served(badge))).toEqual(unvouched('/badge'))
  })
  it('counts where it names neither class nor issuer by an address: no issuer is claimed', async () => {
    const { id: _, ...nameless } = badgeClass({ issuer: { type: 'Issuer', name: '研修センター' } })
    const badge = assertion(nameless)
    expect(await verdictOf(badge, [], served(badge))).toEqual({ ...confirmed, name: null })
  })
})

describe('a badge with a profile inside it whose address is elsewhere', () => {
  it.each<[string, JsonObject]>([
    ['that says nothing of origins', {}],
    ['that allows the badge’s host', allowing('chuo-u.example', 'stranger.example')],
    ['that allows other hosts alone', allowing('chuo-u.example')],
    ['that names other beginnings', { verification: { startsWith: 'https://chuo-u.example/' } }],
  ])('%s is unproven, and rejected only by what that address itself served', async (_, rules) => {
    const badge = assertion(badgeClass({ issuer: profile(university, rules) }))
    expect(await verdictOf(badge, [])).toMatchObject({ grade: 'unproven', code: 'hosted.origin-unproven' })
    expect(await verdictOf(badge, [], profile(university, allowing('chuo-u.example')))).toMatchObject({ grade: 'unproven' })
    expect(await verdictOf(badge, [], served(profile(university, allowing('chuo-u.example'))))).toMatchObject({
      grade: 'rejected',
      code: 'hosted.other-origin',
    })
  })
})

describe('on a host that several issuers share', () => {
  const shared = 'https://badges.example.jp'
  const [cheap, dear] = [`${shared}/issuer/cheap`, `${shared}/issuer/chuo-u`]
  const badge = assertion(`${shared}/class/1`, shared)
  const planted = badgeClass({ id: `${shared}/class/1`, name: '高度情報', issuer: dear })
  const true_ = badgeClass({ id: `${shared}/class/1`, name: '入門', issuer: cheap })
  it('a badge class that came as a file gives no badge the name of a registered issuer', async () => {
    expect(await verdictOf(badge, [cheap, dear], planted, served(badge))).toEqual(unvouched('/badge'))
    expect(await verdictOf(badge, [cheap, dear], served(badge, true_))).toEqual({ ...confirmed, name: '中央大学' })
  })
  it('the class that its own address served comes before a file', async () => {
    expect(await verdictOf(badge, [dear], planted, served(badge, true_))).toEqual({ ...confirmed, name: null })
    const { credential } = credentialOf(JSON.stringify(badge))
    const completed = completeCredential(credential, heldAmong([planted, served(true_)].map(supportOf)))
    expect([completed.achievement.name, completed.issuer.id]).toEqual(['入門', cheap])
  })
  it.each([
    ['another host served', { finalUrl: 'https://else.example/class/1' }],
    ['came with an error', { status: 404 }],
  ])('%s completes nothing', (_, also) => {
    const { credential } = credentialOf(JSON.stringify(badge))
    const fetched = evidence({ url: `${shared}/class/1`, body: JSON.stringify(true_), ...also })
    expect(completeCredential(credential, heldAmong([fetched, planted].map(supportOf))).achievement.name).toBe('高度情報')
    expect(completeCredential(credential, heldAmong([fetched].map(supportOf)))).toEqual(credential)
  })
})

/** A context whose copies answer a list of this program. */
const asking = (...held: readonly JsonObject[]) => {
  const list = 'a list written here'
  const documents = held.map((document) => supportOf(document.kind === 'tekizai-evidence' ? { ...document, list } : document))
  const asked = [
    'https://chuo-u.example/issuer',
    'https://chuo-u.example/class/1',
    'https://chuo-u.example/class/9',
    `${stranger}/assertion/1`,
    `${stranger}/issuer`,
  ]
  return buildContext(documents, { issuers: [] }, now, { lists: [askedList(list, ...asked)] })
}

it('the issuer’s own address is asked where it has served nothing, whatever file is stored', () => {
  const badge = assertion(badgeClass({ id: 'https://chuo-u.example/class/1', issuer: university }))
  const parsed = credentialOf(JSON.stringify(badge))
  if (parsed.kind !== 'credential') throw new Error(parsed.kind)
  const held = asking(profile(university, allowing('chuo-u.example', 'stranger.example')), served(badge))
  const asked = courierAddresses(parsed, { integrity: 'unsigned', issuer: 'unauthenticated', status: 'clear' }, held, new Date(0))
  expect(asked).toEqual([{ url: university, why: 'profile' }])
  const foreign = credentialOf(JSON.stringify(assertion(badgeClass({ id: 'https://chuo-u.example/class/9' }))))
  if (foreign.kind !== 'credential') throw new Error(foreign.kind)
  const both = asking(profile(`${stranger}/issuer`), served(badge))
  expect(courierAddresses(foreign, { integrity: 'unsigned', issuer: 'unauthenticated', status: 'clear' }, both, new Date(0))).toEqual([
    { url: 'https://chuo-u.example/class/9', why: 'badgeClass' },
  ])
})
