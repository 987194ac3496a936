import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { EvidenceSeen, StatusValue } from '../../../shared/model/verification'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context'
import { believe, type JudgedList, judgeList } from './believe'
import { bitsOf, isSetAt, readIndex, readSize } from './bits'
import { listsAt } from './heldLists'
import { documentUrl, noList, type StatusMethod, type StatusOutcome, type StatusSubject } from './method'

/** The least number of entries a conforming list has, so that a credential hides among many. */
const leastEntries = 131_072

const effects: Readonly<Record<string, StatusValue>> = { revocation: 'revoked', suspension: 'suspended' }
const listTypes = ['BitstringStatusListCredential', 'StatusList2021Credential']

const listUrl = (entry: JsonObject): string | null => documentUrl(textOf(entry.statusListCredential))

/**
 * A bit in a list of bits that the issuer publishes. Of several lists under one address the newest that may be believed speaks.
 *
 * @source Bitstring Status List 1.0, sections 2 and 3.2; Status List 2021, section 3
 */
export const bitstring: StatusMethod = {
  types: ['BitstringStatusListEntry', 'StatusList2021Entry'],
  source: 'Bitstring Status List 1.0, sections 2 and 3.2; Status List 2021, section 3',
  listUrl,
  async check(entry, subject, context) {
    const url = listUrl(entry)
    const purpose = textOf(entry.statusPurpose) ?? 'revocation'
    const effect = Object.hasOwn(effects, purpose) ? effects[purpose] : undefined
    // `message` and `refresh` say nothing about validity.
    if (!effect) return { finding: { value: 'none', seen: [] }, problems: [] }
    const index = readIndex(entry.statusListIndex)
    if (index === null) return invalid(url, { code: 'status.index', at: '/credentialStatus/statusListIndex' })
    const size = readSize(entry.statusSize)
    if (size === null) return invalid(url, { code: 'status.index', at: '/credentialStatus/statusSize' })
    if (url === null) return noList(null)
    const outcomes = await Promise.all(listsAt(context, url).map((held) => lookUp(held, { url, purpose, effect, index, size }, subject, context)))
    const newestFirst = outcomes.toSorted((a, b) => (b.issued ?? 0) - (a.issued ?? 0))
    const spoken = newestFirst.find(({ outcome }) => outcome.finding.value !== 'invalid-list' && outcome.finding.value !== 'unknown')
    return (spoken ?? newestFirst.find(({ outcome }) => outcome.finding.value === 'invalid-list') ?? newestFirst[0])?.outcome ?? noList(url)
  },
}

interface Question {
  readonly url: string
  readonly purpose: string
  readonly effect: StatusValue
  readonly index: number
  /** Bits of each entry. */
  readonly size: number
}

function invalid(url: string | null, problem: Problem, value: StatusValue = 'invalid-list'): StatusOutcome {
  return { finding: { value, seen: url === null ? [] : [{ kind: 'list', text: url }], at: problem.at ?? '/credentialStatus' }, problems: [problem] }
}

async function lookUp(
  held: SupportDocument,
  question: Question,
  subject: StatusSubject,
  context: VerifierContext,
): Promise<{ issued: number | null; outcome: StatusOutcome }> {
  const list = await judgeList(held, context)
  return { issued: list.validFrom?.getTime() ?? null, outcome: outcomeOf(list, question, subject, context) }
}

function outcomeOf(list: JudgedList, { url, purpose, effect, index, size }: Question, subject: StatusSubject, context: VerifierContext): StatusOutcome {
  const belief = believe(list, subject)
  if (belief === 'of-another') return invalid(url, { code: 'status.list-of-another', ...(list.issuerId === null ? {} : { detail: list.issuerId }) })
  if (belief === 'undecided') return invalid(url, { code: 'status.list-unproven', detail: url }, 'unknown')
  if (belief === 'less-proven') return invalid(url, { code: 'status.list-unproven', detail: url })
  // One subject may stand in a list; of several it would not be known which is meant.
  const [content, ...others] = asList(list.document.credentialSubject)
  const types = asList(list.document.type)
  const startsLater = list.validFrom !== null && list.validFrom.getTime() > context.now.getTime() + context.clockSkewSeconds * 1000
  if (belief === 'altered' || list.hasBadDate || startsLater || !isObject(content) || others.length > 0 || !listTypes.some((type) => types.includes(type))) {
    return invalid(url, { code: 'status.list-invalid', detail: url })
  }
  if (!asList(content.statusPurpose).includes(purpose)) return invalid(url, { code: 'status.list-purpose', detail: purpose })
  const bits = bitsOf(content)
  if (!bits) return invalid(url, { code: 'status.list-invalid', detail: url })
  const isSet = isSetAt(bits, index, size)
  if (isSet === undefined) return invalid(url, { code: 'status.index', at: '/credentialStatus/statusListIndex', detail: String(index) })
  return said(list, isSet ? effect : 'clear', Math.floor((bits.length * 8) / size), url, context)
}

/**
 * What the bit says. A list past its end clears nobody and suspends nobody any more, but a revocation it holds stays: revocation is not reversible.
 *
 * @source Bitstring Status List 1.0, section 2.1 (`statusPurpose`)
 */
function said(list: JudgedList, value: StatusValue, entries: number, url: string, { now }: VerifierContext): StatusOutcome {
  const expired: Problem | null =
    list.validUntil !== null && now > list.validUntil ? { code: 'status.list-expired', detail: list.validUntil.toISOString() } : null
  const short: readonly Problem[] = entries < leastEntries ? [{ code: 'status.list-short', detail: String(entries) }] : []
  if (expired && value !== 'revoked') return invalid(url, expired)
  const seen: readonly EvidenceSeen[] = [
    { kind: 'list' as const, text: url },
    ...(list.issuedAt === null ? [] : [{ kind: 'list-date' as const, text: list.issuedAt }]),
  ]
  return { finding: { value, seen, ...(value === 'clear' ? {} : { at: '/credentialStatus' }) }, problems: [...(expired ? [expired] : []), ...short] }
}
