import type { RegisterChange, RegisterKeyChange } from '../../../shared/contract/register'
import type { Problem } from '../../../shared/model/problem'
import type { IssuerRegister, RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
import { readInstant } from '../../parser'
import { type Pin, pinsOf } from '../../verifier'
import { fingerprint } from '../knowledge/fingerprint'

/** The changes a register file would make. */
export interface RegisterPlan {
  /** Every issuer of the file, in its order. */
  readonly changes: readonly RegisterChange[]
  /** Entries as they would be saved; unchanged ones are left out. */
  readonly saves: readonly RegisteredIssuer[]
  /** Ids of stored keys that would get other key material, another period than an earlier end, or be removed. */
  readonly replaced: readonly string[]
  /** `register.unreadable-key`, `register.period-reversed`, `register.shared-key`; none refuses the file. */
  readonly warnings: readonly Problem[]
}

/**
 * Compares a register file with the stored register.
 *
 * Without `replace` stored keys stay: keys are added, and a key of the file that is stored with a later end, or none, gets the earlier end. With `replace` an
 * entry of the file replaces the stored entry of the same id. Members an entry leaves empty (`nameEn`, who confirmed it) keep their stored value
 * in either case.
 */
export function planRegister(stored: IssuerRegister, incoming: readonly RegisteredIssuer[], replace: boolean): RegisterPlan {
  const before = new Map(stored.issuers.map((issuer) => [issuer.id, issuer]))
  const planned = incoming.map((issuer) => planIssuer(before.get(issuer.id) ?? null, issuer, replace))
  const saves = planned.flatMap(({ change, entry }) => (change.change === 'unchanged' ? [] : [entry]))
  const after = new Map([...before, ...planned.map(({ entry }) => [entry.id, entry] as const)])
  return {
    changes: planned.map(({ change }) => change),
    saves,
    replaced: planned.flatMap(({ change }) => change.keys.filter(({ change: how }) => how === 'changed' || how === 'removed').map(({ id }) => id)),
    warnings: [...planned.flatMap(({ entry }) => keyWarnings(entry)), ...sharedKeys([...after.values()], new Set(incoming.map(({ id }) => id)))],
  }
}

interface PlannedIssuer {
  readonly change: RegisterChange
  readonly entry: RegisteredIssuer
}

const facts = ['name', 'nameEn', 'confirmedBy', 'confirmedOn', 'how'] as const

function planIssuer(before: RegisteredIssuer | null, incoming: RegisteredIssuer, replace: boolean): PlannedIssuer {
  if (before === null) {
    const keys = pinsOf(incoming).map((pin) => keyChange(pin, 'new'))
    return { entry: incoming, change: { id: incoming.id, name: incoming.name, nameBefore: null, change: 'new', keys } }
  }
  const keys = planKeys(before, incoming, replace)
  const merged = Object.fromEntries(facts.map((fact) => [fact, incoming[fact] || before[fact]]))
  const entry: RegisteredIssuer = { ...before, ...merged, keys: keys.entries }
  const isSame = keys.changes.every(({ change }) => change === 'unchanged') && facts.every((fact) => entry[fact] === before[fact])
  const nameBefore = entry.name === before.name ? null : before.name
  return { entry, change: { id: entry.id, name: entry.name, nameBefore, change: isSame ? 'unchanged' : 'changed', keys: [...keys.changes] } }
}

interface PlannedKeys {
  readonly changes: readonly RegisterKeyChange[]
  readonly entries: readonly RegisteredKey[]
}

/** Plans the keys of an issuer. Two keys are the same where name and material are: two keys of an issuer may have one name. */
function planKeys(before: RegisteredIssuer, incoming: RegisteredIssuer, replace: boolean): PlannedKeys {
  const [stored, listed] = [pinsOf(before), pinsOf(incoming)]
  const isStored = (pin: Pin) => stored.some((other) => isSamePin(other, pin))
  const added = listed.filter((pin) => !isStored(pin))
  const replacing = new Set<Pin>() // added keys that replace a stored key of the same name
  const changes: RegisterKeyChange[] = []
  const entries: RegisteredKey[] = []
  for (const [place, pin] of stored.entries()) {
    const same = listed.findIndex((other) => isSamePin(other, pin))
    const change = same < 0 ? 'unchanged' : periodChange(pin, listed[same]!)
    const successor = same < 0 ? added.find(({ id }) => id === pin.id) : undefined
    // A did:key or did:jwk without keys in the register is its own key: keys in the register replace it.
    const isDisplaced = same < 0 && (successor !== undefined || replace || (before.keys.length === 0 && incoming.keys.length > 0))
    if (successor) replacing.add(successor)
    if (isDisplaced) changes.push(successor ? keyChange(successor, 'changed') : keyChange(pin, 'removed'))
    else {
      changes.push(keyChange(change === 'unchanged' ? pin : listed[same]!, change))
      // An entry's pins are its keys in their order; the one pin of a DID that is its own key has no entry, and none is made.
      entries.push(...(change === 'unchanged' ? before.keys.slice(place, place + 1) : incoming.keys.slice(same, same + 1)))
    }
  }
  for (const pin of added) {
    if (!replacing.has(pin)) changes.push(keyChange(pin, 'new'))
    entries.push(...incoming.keys.slice(listed.indexOf(pin), listed.indexOf(pin) + 1))
  }
  return { changes, entries }
}

const isSamePin = (one: Pin, other: Pin): boolean => one.id === other.id && materialOf(one) === materialOf(other)

/** The material two keys are compared by; unreadable keys are compared by name alone. */
const materialOf = ({ reading }: Pin): string => (reading.ok ? reading.value.thumbprint : '')

/** Only an end that is new or earlier is `closed`; every other difference of the period is `changed`. */
function periodChange(stored: Pin, listed: Pin): 'unchanged' | 'closed' | 'changed' {
  const [from, until] = [instantOf(stored.validFrom), instantOf(stored.validUntil)]
  const [newFrom, newUntil] = [instantOf(listed.validFrom), instantOf(listed.validUntil)]
  if (from !== newFrom) return 'changed'
  if (until === newUntil) return 'unchanged'
  return newUntil !== null && (until === null || newUntil < until) ? 'closed' : 'changed'
}

const instantOf = (written: string | null): number | null => (written === null ? null : (readInstant(written)?.at.getTime() ?? Number.NaN))

const keyChange = ({ id, reading, validFrom, validUntil }: Pin, change: RegisterKeyChange['change']): RegisterKeyChange => ({
  id,
  change,
  fingerprint: reading.ok ? fingerprint(reading.value.thumbprint) : '',
  validFrom,
  validUntil,
})

function keyWarnings(issuer: RegisteredIssuer): readonly Problem[] {
  return pinsOf(issuer).flatMap(({ id, reading, validFrom, validUntil }): readonly Problem[] => {
    const [from, until] = [instantOf(validFrom), instantOf(validUntil)]
    return [
      ...(reading.ok ? [] : [{ code: 'register.unreadable-key' as const, detail: id }]),
      ...(from !== null && until !== null && until <= from ? [{ code: 'register.period-reversed' as const, detail: id }] : []),
    ]
  })
}

/** Keys that an issuer of the file shares with another issuer: the owner of such a key can sign as both. */
function sharedKeys(issuers: readonly RegisteredIssuer[], ofFile: ReadonlySet<string>): readonly Problem[] {
  const keysOfIssuers = issuers.flatMap((issuer) =>
    pinsOf(issuer).flatMap(({ reading }) => (reading.ok ? [{ issuer: issuer.id, key: reading.value.thumbprint }] : [])),
  )
  return [...Map.groupBy(keysOfIssuers, ({ key }) => key).values()].flatMap((sharing) => {
    const ids = [...new Set(sharing.map(({ issuer }) => issuer))]
    return ids.length > 1 && ids.some((id) => ofFile.has(id)) ? [{ code: 'register.shared-key' as const, detail: ids.join(' ') }] : []
  })
}
