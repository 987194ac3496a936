import { verify } from '../../../../electron/verifier'
import { asList, isArray, isObject, type JsonValue } from '../../../../shared/model/json'
import type { ProblemCode } from '../../../../shared/model/problem'
import { methodOf, peerVerdict } from '../peer'
import { contextWith, credentialOf, issuer, now } from '../stage'
import { attacker, type Base, bases, university } from './bases'
import { mutations } from './mutations'
import { changeAt, type Dice, dice, places } from './places'

/** The comparable part of our verdict. */
interface Ours {
  /** Intact and of a registered issuer. */
  readonly accepted: boolean
  readonly codes: readonly string[]
  /** What a parser reads; null where there is no credential. */
  readonly facts: Facts | null
}

interface Facts {
  readonly time: string
  readonly status: string
  readonly validUntil: string | null
  /** Facts that may be missing after an accepted change, but never differ. */
  readonly claims: readonly (string | null)[]
  readonly recipients: readonly string[]
}

const context = contextWith([
  issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])
const peer = peerVerdict([university, attacker])

async function verdictOf(text: string): Promise<Ours> {
  const found = (() => {
    try {
      return credentialOf(text)
    } catch {
      return null
    }
  })()
  if (!found) return { accepted: false, codes: ['no credential'], facts: null }
  const { axes, problems } = await verify(found, context)
  const { id, name, issuer: claimed, achievement, recipients, validFrom, validUntil } = found.credential
  return {
    accepted: axes.integrity.value === 'intact' && axes.issuer.value === 'registered',
    codes: problems.map(({ code }) => code),
    facts: {
      time: axes.time.value,
      status: axes.status.value,
      validUntil,
      claims: [id, name, claimed.id, achievement.id, achievement.name, validFrom],
      recipients: recipients.map((recipient) => JSON.stringify(recipient)),
    },
  }
}

/**
 * Why we may refuse what the other program accepts: each code with the attack it prevents. Numbers are those of the list of attacks in the description of
 * "verified".
 */
export const reasons: Readonly<Partial<Record<ProblemCode | 'no credential', string>>> = {
  'context.inline': '3: definitions in the file give an old statement a new name',
  'context.nested': '3: the same, further down; also a context repeated in the proof that is not the document’s own',
  'context.order': '6: contexts in another order',
  'context.unknown-url': '6: a context that is not pinned',
  'context.data-loss': '4: a member no signature covers; the other program adds the context a proof lacks',
  'context.keyword': '5: keywords say the same in a way readers do not read',
  'context.alias': '3: a second spelling of a known name',
  'context.form': '5: the same statements in a form in which readers overlook them',
  'json.duplicate-member': '12: a name given twice has no one meaning',
  'json.forbidden-member': '12: `__proto__`',
  'json.lone-surrogate': '12: half a character',
  'json.unsafe-number': '12: a number that loses digits',
  'proof.altered': '10: a failing proof of the issuer’s own rejects, whatever else holds',
  'proof.wrong-purpose': '8: purposes other than the one word',
  'proof.shape': '10: a proof of another shape than the standard’s, such as a list in a list',
  'proof.previous-missing': '10: a chain with a missing part',
  'proof.expired': '10: the end of the proof itself',
  'proof.value-encoding': '9: signatures in another encoding',
  'proof.value-length': '9: signatures of another length',
  'proof.unknown-suite': '10: only a proof of an unknown suite is left',
  'proof.foreign': '7: the signature is by another issuer',
  'key.of-another': '7: the issuer is not the controller of the key',
  'key.fragment': '1: a key behind the address of another',
  'key.from-document': '1: an unregistered key',
  'key.not-held': '1: an unregistered key',
  'key.not-pinned': '1: an unregistered key',
  'credential.no-issuer': '7: no issuer is named',
  'no credential': 'the parser finds no badge at all, so nothing is shown or counted',
}

/** The credential without empty members and elements. */
function withoutNothing(value: JsonValue): JsonValue | undefined {
  if (value === null) return undefined
  if (isArray(value)) {
    const kept = value.flatMap((element) => withoutNothing(element) ?? [])
    return kept.length > 0 ? kept : undefined
  }
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, child]) => {
    const cleaned = withoutNothing(child)
    return cleaned === undefined ? [] : [[name, cleaned] as const]
  })
  return Object.fromEntries(kept)
}

/** An instant at which every credential here is inside its period. */
const whileValid = new Date('2026-04-15T00:00:00Z')

/** The other program requires objects with a type here; besides such a one, a reference or a part of it under the same id adds nothing. */
const typed = ['evidence', 'termsOfUse']

function withoutRepetition(document: JsonValue): JsonValue {
  if (!isObject(document)) return document
  const whole = (value: JsonValue) => asList(value).filter((element) => isObject(element) && element.type !== undefined)
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, typed.includes(name) ? whole(value) : value]))
}

/** Why it is correct to accept what the other program refuses; null where there is no such reason. */
async function excuse(document: JsonValue, ours: Ours): Promise<string | null> {
  const at = ours.facts?.time === 'current' ? now : whileValid
  // Only its time is wrong, which we report on the axis of time.
  if (at === whileValid && (await peer(document, at)).verified) return 'time alone'
  // A member without meaning, which we report.
  const flagged = ours.codes.some((code) => code.startsWith('document.'))
  if (flagged && (await peer(withoutNothing(document) ?? null, at)).verified) return 'null or empty, flagged'
  return (await peer(withoutRepetition(document), at)).verified ? 'said twice in part' : null
}

/** After an accepted change a parser must read what was signed, or less. */
function misleads(base: Facts, after: Facts): string | null {
  if (after.time !== base.time || after.status !== base.status || after.validUntil !== base.validUntil) return `time or status: ${JSON.stringify(after)}`
  const wrong = after.claims.findIndex((claim, index) => claim !== null && claim !== base.claims[index])
  if (wrong !== -1) return `claim ${wrong}: ${after.claims[wrong]}`
  return after.recipients.find((recipient) => !base.recipients.includes(recipient)) ?? null
}

interface Mutated {
  readonly text: string
  readonly by: readonly string[]
}

/** A repeated name in the text: no value can express it. */
function duplicated(document: JsonValue, chance: Dice): string {
  const named = [...places(document)].filter(({ path }) => typeof path.at(-1) === 'string')
  const { path, value } = chance.pick(named)
  const mark = '\u0001twice'
  const marked = changeAt(document, path.slice(0, -1), (parent) =>
    isObject(parent) ? { [mark]: chance.pick<JsonValue>([value, 'x', null]), ...parent } : parent,
  )
  return JSON.stringify(marked).replace(JSON.stringify(mark), JSON.stringify(path.at(-1)))
}

function mutate({ document, foreign }: Base, chance: Dice): Mutated {
  const by: string[] = []
  let changed: JsonValue = document
  for (let times = chance.pick([1, 1, 1, 2, 3]); times > 0; times--) {
    const name = chance.pick(Object.keys(mutations))
    by.push(name)
    changed = mutations[name]?.(changed, chance, foreign) ?? changed
  }
  if (chance.roll(40) > 0) return { text: JSON.stringify(changed), by }
  return { text: duplicated(changed, chance), by: [...by, 'duplicate'] }
}

export interface Tally {
  both: number
  onlyPeer: number
  onlyWe: number
  neither: number
  readonly reasons: Map<string, number>
  /** Every forbidden result; the test is that there is none. */
  readonly faults: string[]
}

async function compareOne(base: Base, facts: Facts, { text, by }: Mutated, tally: Tally): Promise<void> {
  const document: JsonValue = JSON.parse(text)
  const [ours, theirs] = [await verdictOf(text), await peer(document, now)]
  const fault = (what: string) => tally.faults.push(`${what} (${base.name}; ${by.join(', ')}): ${text}`)
  if (ours.accepted && ours.facts) {
    const lie = misleads(facts, ours.facts)
    if (lie !== null) fault(`accepted, but tells a reader something else: ${lie}`)
  }
  if (ours.accepted && theirs.verified) tally.both += 1
  else if (ours.accepted) {
    tally.onlyWe += 1
    const reason = await excuse(document, ours)
    if (reason !== null) tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
    else fault(`accepted, but not by the other program: ${String(asList(theirs.error as JsonValue)[0] ?? theirs.error)}`)
  } else if (theirs.verified) {
    tally.onlyPeer += 1
    const reason = ours.codes.find((code) => Object.hasOwn(reasons, code))
    if (reason === undefined) fault(`accepted by the other program, refused here without a known reason: ${ours.codes.join(', ')}`)
    else tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
  } else tally.neither += 1
}

/** Verifies the same mutated credentials with both programs. The same seed gives the same ones. */
export async function compareMany(seed: number, count: number): Promise<Tally> {
  const chance = dice(seed)
  const tally: Tally = { both: 0, onlyPeer: 0, onlyWe: 0, neither: 0, reasons: new Map(), faults: [] }
  const known = await bases()
  const facts = new Map<Base, Facts>()
  for (const base of known) {
    const { accepted, facts: said } = await verdictOf(JSON.stringify(base.document))
    if (!accepted || !said) throw new Error(`the credential before any change is not accepted: ${base.name}`)
    facts.set(base, said)
  }
  for (let done = 0; done < count; done++) {
    const base = chance.pick(known)
    const before = facts.get(base)
    if (before) await compareOne(base, before, mutate(base, chance), tally)
  }
  return tally
}

/** One line for the log of the tests. */
export const summary = (seed: number, { both, onlyPeer, onlyWe, neither, reasons: why }: Tally): string =>
  `seed ${seed}: accepted by both ${both}, by the other only ${onlyPeer}, by us only ${onlyWe}, by neither ${neither}; ${[...why].map(([code, count]) => `${code} ${count}`).join(', ')}`
