import { expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { contextWith, credentialOf } from '../stage'

const hash = (salt: number) => ({ type: 'email', hashed: true, salt: String(salt), identity: `sha256$${'0'.repeat(64)}` })
const badge = (count: number) =>
  JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://badge.example.jp/assertion/1',
    recipient: Array.from({ length: count }, (_, salt) => hash(salt)),
    badge: 'https://badge.example.jp/class/1',
    issuedOn: '2026-04-01T00:00:00+09:00',
    verification: { type: 'HostedBadge' },
  })

it('a badge with more hashed recipients than are searched reports how many are left out; one with few reports nothing', async () => {
  const problems = async (count: number) =>
    (await verify(credentialOf(badge(count)), contextWith())).problems.filter(({ code }) => code === 'recipient.too-many').map(({ detail }) => detail)
  expect(await problems(2)).toEqual([])
  const [leftOut] = await problems(20)
  expect(Number(leftOut)).toBeGreaterThan(0)
})
