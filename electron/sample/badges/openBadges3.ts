import type { JsonObject } from '../../../shared/model/json'
import type { Award, Recipient } from './award'

const contexts2 = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']
const contexts1 = ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json']
export const suite2020Context = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** An entry of a status list, by which a credential can be looked up. */
export interface StatusEntry {
  readonly list: string
  readonly index: number
  readonly purpose: 'revocation' | 'suspension'
}

function makeSubject(recipient: Recipient, achievement: JsonObject): JsonObject {
  const type = ['AchievementSubject']
  if (recipient.kind === 'did') return { id: recipient.did, type, achievement }
  const identity = { type: 'IdentityObject', identityType: recipient.kind === 'email' ? 'email' : 'emailAddress' }
  if (recipient.kind === 'email') return { type, identifier: [{ ...identity, hashed: false, identityHash: recipient.email }], achievement }
  const salt = recipient.salt === null ? {} : { salt: recipient.salt }
  return { type, identifier: [{ ...identity, hashed: true, identityHash: recipient.identity, ...salt }], achievement }
}

/** @source W3C Bitstring Status List, section 2.1 */
const makeStatus = ({ list, index, purpose }: StatusEntry): JsonObject => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: list,
})

/**
 * The credential before it is signed.
 *
 * @param model 2 for VC Data Model 2.0, 1 for 1.1 (`issuanceDate`, `expirationDate`).
 * @source Open Badges 3.0, AchievementCredential
 */
export function makeCredential(award: Award, model: 1 | 2, entry: StatusEntry | null): JsonObject {
  const { issuer, achievement } = award
  const [from, until] = model === 2 ? (['validFrom', 'validUntil'] as const) : (['issuanceDate', 'expirationDate'] as const)
  return {
    '@context': model === 2 ? contexts2 : contexts1,
    id: award.id,
    type: ['VerifiableCredential', award.number % 3 === 0 ? 'AchievementCredential' : 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    [from]: award.issuedAt,
    ...(award.endsAt === null ? {} : { [until]: award.endsAt }),
    ...(entry === null ? {} : { credentialStatus: makeStatus(entry) }),
    credentialSubject: makeSubject(award.recipient, {
      id: achievement.id,
      type: ['Achievement'],
      name: achievement.name,
      description: achievement.criteria,
      criteria: { narrative: achievement.criteria },
      tag: achievement.tags,
      alignment: achievement.skills.map(({ skill, level }) => ({
        type: ['Alignment'],
        targetName: skill.split('/').at(-1) ?? skill,
        targetUrl: `https://skills.aomine.example/${encodeURIComponent(skill)}`,
        targetFramework: '青峰市スキル体系',
        targetCode: `Lv${level}`,
      })),
    }),
  }
}
