import type { JsonObject } from '../../shared/model/json'
import { dataModel, type Issuer, makeCredential, openBadges, sign } from './credentials'

/** Contexts a badge may name beside its own. */
const extensions = [
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/credentials/status/v1',
]

function* orders(list: readonly string[]): Generator<readonly string[]> {
  yield []
  for (const one of list) for (const rest of orders(list.filter((other) => other !== one))) yield [one, ...rest]
}

/** Members that may be left out without making the credential a bad one: bit by bit of a number. */
const optional = ['name', 'description', 'validUntil', 'evidence'] as const

function shaped(number: number, issuerId: string, contexts: readonly string[]): JsonObject {
  const whole = makeCredential(number, issuerId)
  const left = new Set<string>(optional.filter((_, bit) => (number >> bit) & 1))
  const subject = whole.credentialSubject as JsonObject
  const achievement = subject.achievement as JsonObject
  const members = Object.entries({
    ...whole,
    '@context': [dataModel, openBadges, ...contexts],
    credentialSubject: { ...subject, achievement: { ...achievement, tag: ['データ活用', '統計', 'GIS'].slice(0, 1 + (number % 3)) } },
  })
  return Object.fromEntries(members.filter(([name]) => !left.has(name)))
}

/** Credentials of which no two name the same contexts in the same order. There are 326 orders. */
export async function unseenCredentials(count: number, issuer: Issuer): Promise<readonly string[]> {
  const lists = [...orders(extensions)].slice(0, count)
  if (lists.length < count) throw new RangeError(`only ${lists.length} orders`)
  const texts: string[] = []
  for (const [number, contexts] of lists.entries()) texts.push(await sign(shaped(number, issuer.did, contexts), issuer))
  return texts
}
