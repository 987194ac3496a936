import type { Problem } from '../../../shared/model/problem'
import type { StatusValue } from '../../../shared/model/verification'
import { noList, type StatusOutcome } from './method'
import type { ListSeen } from './verifyList'

/** Of equally new lists the gravest decides, so that their order does not matter. */
const gravity: readonly StatusValue[] = ['revoked', 'suspended', 'invalid-list', 'clear']

const isUnread = ({ problems }: StatusOutcome): boolean => problems.some(({ code }) => code === 'status.list-invalid' || code === 'status.list-purpose')

/**
 * The outcome of the newest proven list. One that cannot be read, has not begun or is for another purpose leaves the one before.
 *
 * @param outcomes Of proven lists, the newest first.
 */
export function newest(outcomes: readonly { readonly date: number; readonly outcome: StatusOutcome }[]): StatusOutcome | undefined {
  const first = outcomes.find(({ outcome }) => !isUnread(outcome))
  if (!first) return outcomes[0]?.outcome
  const alike = outcomes.filter(({ date, outcome }) => date === first.date && !isUnread(outcome))
  return gravity.flatMap((value) => alike.filter(({ outcome }) => outcome.finding.value === value))[0]!.outcome
}

/**
 * The outcome where no stored list is proven to be the issuer's. Claims neither revoke nor clear.
 *
 * @param issuerId Of the credential.
 * @param at Where in the credential the list is named.
 */
export function withoutProof(lists: readonly ListSeen[], url: string, issuerId: string | null, at?: string): StatusOutcome {
  const [first] = lists
  if (!first) return noList(url)
  const foreign = lists.find(({ standing }) => standing === 'of-another')
  const place = at === undefined ? {} : { at }
  const seen = [{ kind: 'list' as const, text: url }]
  if (foreign) return { finding: { value: 'invalid-list', seen, ...place }, problems: [{ code: 'status.list-of-another', ...detailOf(foreign) }] }
  const unproven = lists.filter(({ standing }) => standing === 'unproven')
  const code = unproven.length > 0 ? ('status.list-unproven' as const) : ('status.list-invalid' as const)
  // The issuer that an unproven list names is a claim as well.
  const strange = unproven.find(({ list }) => list.issuerId !== null && list.issuerId !== issuerId)
  const also: readonly Problem[] = strange ? [{ code: 'status.list-of-another', ...detailOf(strange) }] : []
  return { finding: { value: 'unknown', seen, ...place }, problems: [{ code, detail: url }, ...also] }
}

/** The issuer that the list names; it names one. */
const detailOf = ({ list: { issuerId } }: ListSeen) => ({ detail: String(issuerId) })

/** May a claim of the list be shown, though it is not applied? */
export const isClaim = ({ standing }: ListSeen): boolean => standing === 'unproven' || standing === 'altered'

/** An outcome with the claims of unproven lists: shown, never applied. Nothing is added where the credential is revoked. */
export function withClaims(outcome: StatusOutcome, lists: readonly ListSeen[], url: string, isSet: (list: ListSeen) => boolean): StatusOutcome {
  if (outcome.finding.value === 'revoked') return outcome
  const claims = lists.some((one) => isClaim(one) && isSet(one))
  const claim: Problem = { code: 'status.revocation-claimed', detail: url }
  return claims ? { ...outcome, problems: [...outcome.problems, claim] } : outcome
}
