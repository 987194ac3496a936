import type { Credential } from '../../shared/model/credential'
import type { JsonObject, JsonValue } from '../../shared/model/json'
import type { Problem } from '../../shared/model/problem'
import { limits } from '../reader'
import { childPointer } from '../reader/json/pointer'
import { readInstant } from './instant'

const dayMilliseconds = 24 * 60 * 60 * 1000

/** The member that holds documents of their own, which are inspected as such. */
const innerDocuments = 'verifiableCredential'

/** Members that are null or an empty list, anywhere in the document, up to `limits.listedMembers`. No embedded proof covers them, so anybody may add them. */
export function inspectMembers(document: JsonObject): readonly Problem[] {
  // Most documents have none: pointers are built only for those that have.
  return isHollow(document) ? listHollow(document) : []
}

/** Is there a null or an empty list anywhere in the value? */
function isHollow(value: JsonValue): boolean {
  if (typeof value !== 'object') return false
  if (value === null) return true
  if (Array.isArray(value)) return value.length === 0 || value.some(isHollow)
  // Array.isArray does not narrow away readonly arrays; the line before handled them.
  const object = value as JsonObject
  for (const name in object) if (name !== innerDocuments && isHollow(object[name]!)) return true
  return false
}

function listHollow(document: JsonObject): readonly Problem[] {
  const problems: Problem[] = []
  const visit = (value: JsonValue, pointer: string): void => {
    if (problems.length >= limits.listedMembers) return
    if (value === null) problems.push({ code: 'document.null-member', at: pointer })
    else if (Array.isArray(value)) {
      if (value.length === 0) problems.push({ code: 'document.empty-member', at: pointer })
      value.forEach((item: JsonValue, index) => {
        visit(item, childPointer(pointer, String(index)))
      })
    } else if (typeof value === 'object')
      for (const [name, member] of Object.entries(value)) if (name !== innerDocuments) visit(member, childPointer(pointer, name))
  }
  visit(document, '')
  return problems
}

/** Where a standard has the members every credential should have. */
export interface Places {
  readonly from: string
  readonly until: string
  readonly recipient: string
  readonly achievement: string
  readonly issuer: string
}

/** Problems of missing members and dates. */
export function inspectCredential(credential: Credential, places: Places): readonly Problem[] {
  const problems: Problem[] = []
  if (credential.id === null) problems.push({ code: 'credential.no-id', at: '/id' })
  if (credential.issuer.id === null && credential.issuer.name === null) problems.push({ code: 'credential.no-issuer', at: places.issuer })
  if (credential.recipients.length === 0) problems.push({ code: 'credential.no-recipient', at: places.recipient })
  if (credential.achievement.id === null && credential.achievement.name === null) problems.push({ code: 'credential.no-achievement', at: places.achievement })
  return [...problems, ...inspectDates(credential, places)]
}

/** Problems of dates: unreadable, without a zone, or ending before they begin. */
export function inspectDates({ validFrom, validUntil }: Credential, places: Pick<Places, 'from' | 'until'>): readonly Problem[] {
  const problems: Problem[] = []
  const read = (text: string | null, at: string) => {
    if (text === null) return null
    const instant = readInstant(text)
    if (!instant) problems.push({ code: 'credential.bad-date', at, detail: text.slice(0, 40) })
    else if (!instant.zoned) problems.push({ code: 'credential.date-without-zone', at, detail: text })
    return instant
  }
  const from = read(validFrom, places.from)
  const until = read(validUntil, places.until)
  // A bare day ends a day later than it begins, and a time without a zone may differ by half a day.
  const slack = from?.zoned && until?.zoned ? 0 : dayMilliseconds
  if (from && until && validUntil !== null && until.at.getTime() + slack < from.at.getTime())
    problems.push({ code: 'credential.reversed-dates', at: places.until, detail: validUntil })
  return problems
}
