import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import type { EvidenceSeen, StatusValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'
import { bitsOf, isSetAt, readIndex, readSize } from './bits'
import { documentUrl, noList, type StatusMethod, type StatusOutcome } from './method'
import { listsAt } from './storedLists'
import { isUsable, type VerifiedList, verifyLists } from './verifyList'
import { newest, withClaims, withoutProof } from './withoutProof'

/** The least number of entries of a conforming list, so that a credential hides among many. */
const leastEntries = 131_072

const effects: Readonly<Record<string, StatusValue>> = { revocation: 'revoked', suspension: 'suspended' }
const listTypes = ['BitstringStatusListCredential', 'StatusList2021Credential']

const listUrl = (entry: JsonObject): string | null => documentUrl(textOf(entry.statusListCredential))

/**
 * A bit in a list that the issuer publishes. Of several lists under one address the newest that is proven to be the issuer's decides.
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
    const question: Question = { url, purpose, effect, index, size }
    const lists = await verifyLists(listsAt(context, url), subject, context)
    const outcomes = lists.filter(({ standing }) => standing === 'proven').map(({ list, date }) => ({ date, outcome: outcomeOf(list, question, context) }))
    const outcome = newest(outcomes) ?? withoutProof(lists, url, subject.issuerId, '/credentialStatus')
    return withClaims(outcome, lists, url, ({ list }) => isClaimed(list, question))
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

function invalid(url: string | null, problem: Problem): StatusOutcome {
  return {
    finding: { value: 'invalid-list', seen: url === null ? [] : [{ kind: 'list', text: url }], at: problem.at ?? '/credentialStatus' },
    problems: [problem],
  }
}

/** The bits of the list for the purpose, or the problem with it. */
function bitsFor({ document }: VerifiedList, { url, purpose }: Question): Result<Buffer> {
  // A list has one subject; with several it would not be known which is meant.
  const [content, ...others] = asList(document.credentialSubject)
  const types = asList(document.type)
  const isList = isObject(content) && others.length === 0 && listTypes.some((type) => types.includes(type))
  if (isList && !asList(content.statusPurpose).includes(purpose)) return failure({ code: 'status.list-purpose', detail: purpose })
  const bits = isList ? bitsOf(content) : null
  return bits ? success(bits) : failure({ code: 'status.list-invalid', detail: url })
}

/** Is the entry set in a list that is not proven? */
function isClaimed(list: VerifiedList, question: Question): boolean {
  const bits = bitsFor(list, question)
  return bits.ok && isSetAt(bits.value, question.index, question.size) === true
}

function outcomeOf(list: VerifiedList, question: Question, context: VerifierContext): StatusOutcome {
  const { url, effect, index, size } = question
  const bits = isUsable(list, context) ? bitsFor(list, question) : failure({ code: 'status.list-invalid' as const, detail: url })
  if (!bits.ok) return invalid(url, bits.problem)
  const isSet = isSetAt(bits.value, index, size)
  if (isSet === undefined) return invalid(url, { code: 'status.index', at: '/credentialStatus/statusListIndex', detail: String(index) })
  return outcomeOfBit(list, isSet ? effect : 'clear', Math.floor((bits.value.length * 8) / size), url, context)
}

/**
 * The outcome of a bit. An expired list neither clears nor suspends, but a revocation in it stays: revocation is not reversible.
 *
 * @source Bitstring Status List 1.0, section 2.1 (`statusPurpose`)
 */
function outcomeOfBit(list: VerifiedList, value: StatusValue, entries: number, url: string, { now }: VerifierContext): StatusOutcome {
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
