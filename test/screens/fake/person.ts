import type { Output } from '../../../shared/contract'
import { badgeRow, badges, badgesOf, heldSkill } from './badges'
import { everyone } from './city'
import { soleHolderOf } from './coverage'

export function readPerson(staffNumber: string): Output<'people.read'> | null {
  const person = everyone.find((one) => one.staffNumber === staffNumber)
  if (person === undefined) return null
  return {
    staffNumber,
    name: person.name,
    kana: person.kana,
    formerName: null,
    emails: [`s${staffNumber}@city.aomine.example`],
    hiredOn: '2016-04-01',
    termEndsOn: null,
    assignments: [
      {
        divisionCode: '0301',
        division: '市民部/市民課',
        post: '主事',
        concurrent: false,
        leave: 'none',
        startsOn: '2016-04-01',
        endsOn: '2019-04-01',
        current: false,
      },
      {
        divisionCode: '0501',
        division: '都市整備部/都市計画課',
        post: '主任',
        concurrent: false,
        leave: 'none',
        startsOn: '2019-04-01',
        endsOn: '2023-04-01',
        current: false,
      },
      {
        divisionCode: person.divisionCode,
        division: `${person.department}/${person.division}`,
        post: person.post,
        concurrent: false,
        leave: person.leave,
        startsOn: '2023-04-01',
        endsOn: null,
        current: true,
      },
      {
        divisionCode: '0203',
        division: '企画財政部/情報政策課',
        post: null,
        concurrent: true,
        leave: 'none',
        startsOn: '2025-04-01',
        endsOn: '2027-04-01',
        current: true,
      },
    ],
    badges: badgesOf(person).map(badgeRow),
    skills: badgesOf(person).map(heldSkill),
    soleHolderOf: soleHolderOf(person),
  }
}

const endorsements: Output<'badge.read'>['endorsements'] = [
  {
    about: 'achievement',
    endorserId: 'did:web:chiiki.example',
    endorserName: '地域防災教育協議会',
    claimedName: '地域防災教育協議会',
    comment: '避難所運営の標準的な内容です。',
    address: null,
    grade: 'verified',
    problems: [],
  },
  {
    about: 'issuer',
    endorserId: 'did:key:z6MkStranger',
    endorserName: null,
    claimedName: '名のるだけの会',
    comment: null,
    address: null,
    grade: 'unregistered',
    problems: [{ code: 'endorsement.other-subject', at: '/credentialSubject/id', detail: 'did:key:z6MkOther' }],
  },
]

export function readBadge(credentialId: number): Output<'badge.read'> | null {
  const badge = badges.find((one) => one.credentialId === credentialId)
  if (badge === undefined) return null
  const row = badgeRow(badge)
  const hosted = row.axes.integrity === 'unsigned'
  const id = hosted
    ? `https://badges.example/api/v1.0/openbadge/v2/Assertion/${credentialId}`
    : `urn:uuid:00000000-0000-4000-8000-${String(credentialId).padStart(12, '0')}`
  return {
    ...row,
    standard: hosted ? 'OB2' : 'OB3',
    container: hosted ? 'png' : 'json',
    proof: hosted ? null : 'eddsa-rdfc-2022',
    id,
    issuerId: 'did:key:z6MkexampleExampleExampleExampleExampleExample',
    achievementId: `https://toho.example/achievements/${credentialId % 12}`,
    description: `${badge.skillName}の実務を学びました。`,
    criteria: '課題3件を提出し、図上訓練で班を指揮できる。',
    recipientName: badge.person.name,
    evidence: [{ name: '修了レポート', description: '地区防災計画の作成', url: null }],
    staffNumber: badge.person.staffNumber,
    personName: badge.person.name,
    personKana: badge.person.kana,
    source: `R8後期バッジ一式.zip/badge_${String(credentialId).padStart(4, '0')}.${hosted ? 'png' : 'json'}`,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    contextDigest: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    verifiedAt: '2026-11-20T05:09:00Z',
    seen: {
      integrity: hosted
        ? []
        : [
            ['suite', 'eddsa-rdfc-2022'],
            ['digest', '9f86d081884c7d65'],
          ],
      issuer: [
        ['issuer', badge.issuer],
        ['key', '7K2M 9QXD 4TFA 0B8N H6WC 3RVE J5YP 1GZS'],
      ],
      time: [['instant', '2026-11-20T05:09:00Z']],
      status: row.axes.status === 'clear' ? [['list-date', '2026-10-31']] : [],
      schema: [],
      recipient: [['identity', 'sha256 + salt']],
    },
    problems:
      row.grade === 'rejected'
        ? [{ code: 'proof.altered', at: '/proof/proofValue' }]
        : hosted
          ? [{ code: 'hosted.no-evidence' }, { code: 'status.no-list' }]
          : [],
    rawText: JSON.stringify(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
        id,
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        name: row.achievementName,
      },
      null,
      2,
    ),
    history: [
      { at: '2026-10-08T06:42:00Z', grade: row.grade, what: 'imported', why: 'import' },
      { at: '2026-10-08T06:42:05Z', grade: row.grade, what: 'matched', why: null },
      { at: '2026-11-18T01:00:00Z', grade: row.grade, what: 'verified-again', why: 'register' },
    ],
    replacedBy: null,
    replacedFrom: null,
    rivals: [],
    endorsements: credentialId === 2 ? endorsements : [],
  }
}
