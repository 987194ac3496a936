import type { JsonObject } from '../../../shared/model/json'
import type { SampleAchievement } from '../issuers/achievements'
import type { SampleIssuer } from '../issuers/issuers'
import type { Award, Recipient } from './award'

const context = 'https://w3id.org/openbadges/v2'

/** The issuer as Open Badges 2.0 writes it. A signing issuer lists its key and its revocation list. */
export function makeProfile(issuer: SampleIssuer): JsonObject {
  const signing = issuer.signing ? { publicKey: issuer.signing.method, revocationList: `https://${issuer.host}/revocations/1` } : {}
  return { '@context': context, type: 'Issuer', id: issuer.id, name: issuer.name, url: `https://${issuer.host}/`, email: `badge@${issuer.host}`, ...signing }
}

/** @param issuer The profile itself, or its address alone. */
export function makeBadgeClass(achievement: SampleAchievement, host: string, issuer: JsonObject | string): JsonObject {
  return {
    '@context': context,
    type: 'BadgeClass',
    id: achievement.id,
    name: achievement.name,
    description: achievement.criteria,
    image: `https://${host}/images/${encodeURIComponent(achievement.id.split('/').at(-1) ?? '')}.png`,
    criteria: { narrative: achievement.criteria },
    tags: achievement.tags,
    alignment: achievement.skills.map(({ skill, level }) => ({
      targetName: skill.split('/').at(-1) ?? skill,
      targetUrl: `https://skills.aomine.example/${encodeURIComponent(skill)}`,
      targetFramework: '青峰市スキル体系',
      targetCode: `Lv${level}`,
    })),
    issuer,
  }
}

function makeRecipient(recipient: Recipient): JsonObject {
  if (recipient.kind === 'did') throw new RangeError('Open Badges 2.0 has no agreed way to name a DID')
  if (recipient.kind === 'email') return { type: 'email', hashed: false, identity: recipient.email }
  return { type: 'email', hashed: true, identity: recipient.identity, ...(recipient.salt === null ? {} : { salt: recipient.salt }) }
}

const withoutContext = ({ '@context': _, ...rest }: JsonObject): JsonObject => rest

/**
 * The assertion. One platform gives the badge class as an address alone, the other carries it whole; a signed badge names its issuer's profile by address.
 *
 * @source Open Badges 2.0, Assertion
 */
export function makeAssertion(award: Award): JsonObject {
  const { issuer, achievement } = award
  const whole =
    issuer.format === 'ob2-jws'
      ? makeBadgeClass(achievement, issuer.host, issuer.id)
      : makeBadgeClass(achievement, issuer.host, withoutContext(makeProfile(issuer)))
  return {
    '@context': context,
    type: 'Assertion',
    id: award.id,
    recipient: makeRecipient(award.recipient),
    badge: issuer.key === 'nexus' ? achievement.id : withoutContext(whole),
    issuedOn: award.issuedAt,
    ...(award.endsAt === null ? {} : { expires: award.endsAt }),
    verification: issuer.signing ? { type: 'SignedBadge', creator: issuer.signing.method } : { type: award.number % 2 === 0 ? 'HostedBadge' : 'hosted' },
  }
}
