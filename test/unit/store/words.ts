import { createHash } from 'node:crypto'
import type { Act, BatchItem } from '../../../electron/store'
import type { Credential } from '../../../shared/model/credential'
import { type Day, firstDay, lastDay } from '../../../shared/model/day'
import type { Assignment, Division, Person } from '../../../shared/model/department'
import { type KeptVerdict, keptCredential, keptVerdict } from '../../../shared/model/kept'
import type { RosterPlan } from '../../../shared/model/rosterPlan'
import type { SupportType } from '../../../shared/model/supportDocument'
import type { AxisValues, Grade } from '../../../shared/model/verification'

// Short ways to make data of a store: badges, verdicts, people, posts, divisions. Usable outside of tests.

export const act: Act = { at: '2026-11-20T05:09:00.000Z', actor: 'local' }

/** The value of a result that must be good. */
export function good<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: { readonly code: string } }): Value {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const axesOfGrade: Readonly<Record<Grade, Pick<AxisValues, 'integrity' | 'issuer'>>> = {
  verified: { integrity: 'intact', issuer: 'registered' },
  confirmed: { integrity: 'unsigned', issuer: 'registered' },
  unregistered: { integrity: 'intact', issuer: 'unregistered' },
  unproven: { integrity: 'unsigned', issuer: 'unresolved' },
  rejected: { integrity: 'altered', issuer: 'registered' },
}

export function verdict(grade: Grade, axes: Partial<AxisValues> = {}, countable = true): KeptVerdict {
  const values: AxisValues = { ...axesOfGrade[grade], time: 'current', status: 'none', schema: 'ok', recipient: 'unmatched', ...axes }
  return keptVerdict({
    grade,
    axes: {
      integrity: { value: values.integrity, seen: [{ kind: 'suite', text: 'eddsa-rdfc-2022' }] },
      issuer: { value: values.issuer, seen: [] },
      time: { value: values.time, seen: [] },
      status: { value: values.status, seen: [] },
      schema: { value: values.schema, seen: [] },
      recipient: { value: values.recipient, seen: [] },
    },
    countable,
    counts: countable && (grade === 'verified' || grade === 'confirmed') && values.time === 'current',
    proof: 'eddsa-rdfc-2022',
    issuerName: values.issuer === 'registered' ? '中央大学' : null,
    problems: grade === 'rejected' ? [{ code: 'proof.altered', at: '/proof' }] : [],
    contextDigest: 'c'.repeat(64),
  })
}

export interface BadgeWords {
  /** The credential's own id; null for one without. */
  readonly id?: string | null
  readonly issuer?: string
  readonly achievement?: string | null
  readonly staffNumber?: string | null
  readonly from?: string | null
  readonly until?: string | null
  readonly grade?: Grade
  readonly axes?: Partial<AxisValues>
  /** False for an endorsement. */
  readonly countable?: boolean
  readonly achievementName?: string | null
  readonly tags?: readonly string[]
  readonly email?: string
  /** The badge's own address, where it is hosted. */
  readonly hostedUrl?: string | null
  readonly recipientName?: string
  readonly source?: string
  /** Makes the file differ from another one with the same members. */
  readonly edition?: string
  readonly ordinal?: number
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function badge(words: BadgeWords = {}): Extract<BatchItem, { kind: 'credential' }> {
  const { id = 'urn:uuid:1', issuer = 'did:key:z6Mk1', achievement = 'https://example.ac.jp/dx', staffNumber = null, grade = 'verified', ordinal = 0 } = words
  const credential: Credential = {
    standard: 'OB3',
    id,
    name: null,
    issuer: { id: issuer, name: '中央大学を名乗る者', url: null },
    achievement: {
      id: achievement,
      name: words.achievementName === undefined ? (achievement === null ? null : `修了 ${achievement}`) : words.achievementName,
      description: '説明',
      criteria: '基準',
      tags: words.tags ?? ['DX'],
      alignments: [],
    },
    recipients: [{ kind: 'email', email: words.email ?? 'sato@city.example.jp' }],
    recipientName: words.recipientName ?? '佐藤 花子',
    validFrom: words.from === undefined ? '2025-04-01T00:00:00+09:00' : words.from,
    validUntil: words.until ?? null,
    evidence: [],
    endorsements: 0,
  }
  // The ordinal is a place in the file and not part of it.
  const { ordinal: _place, staffNumber: _person, axes: _axes, grade: _grade, countable: _countable, source: _source, ...written } = words
  const text = JSON.stringify({ credential, written })
  const bytes = new TextEncoder().encode(text)
  return {
    kind: 'credential',
    source: words.source ?? `bundle.zip!${id}.json`,
    sha256: sha256(bytes),
    bytes,
    ordinal,
    container: 'json',
    credential: keptCredential(credential),
    verdict: verdict(grade, words.axes, words.countable),
    text: null,
    dependencies: JSON.stringify({ issuerId: issuer, keyIds: [], listUrls: [], hostedUrl: null, badge: null }),
    hostedUrl: words.hostedUrl ?? null,
    key: id === null ? null : `${issuer}\n${id}`,
    person: staffNumber === null ? null : { staffNumber, identity: credential.recipients[0]! },
  }
}

export function support(text: string, type = 'statusList' as SupportType): Extract<BatchItem, { kind: 'support' }> {
  const bytes = new TextEncoder().encode(text)
  return {
    kind: 'support',
    source: `bundle.zip!${type}.json`,
    sha256: sha256(bytes),
    bytes,
    ordinal: 0,
    type,
    id: 'https://example.ac.jp/status/1',
    text,
    document: null,
    problems: [],
  }
}

export function person(staffNumber: string, more: Partial<Person> = {}): Person {
  return {
    staffNumber,
    name: `職員${staffNumber}`,
    kana: null,
    formerName: null,
    emails: [],
    dids: [],
    birthDate: null,
    hiredOn: null,
    termEndsOn: null,
    ...more,
  }
}

export function post(staffNumber: string, divisionCode: string, more: Partial<Assignment> = {}): Assignment & { readonly staffNumber: string } {
  return {
    staffNumber,
    divisionCode,
    post: null,
    jobType: null,
    employment: null,
    leave: 'none',
    concurrent: false,
    startsOn: '2020-04-01',
    endsOn: lastDay,
    ...more,
  }
}

export function division(code: string, parentCode: string | null, more: Partial<Division & { readonly startsOn: Day; readonly endsOn: Day }> = {}) {
  return { code, name: `課${code}`, parentCode, order: 0, startsOn: firstDay, endsOn: lastDay, ...more }
}

export const emptyPlan: RosterPlan = {
  people: { add: [], change: [] },
  divisions: { put: [], remove: [] },
  assignments: { add: [], change: [], remove: [] },
}
