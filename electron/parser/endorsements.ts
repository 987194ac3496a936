import type { Credential } from '../../shared/model/credential'
import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import type { Problem } from '../../shared/model/problem'
import { unreadable } from '../reader/envelope'
import { readIssuer } from './achievement'
import { isClaim, securedAssertion } from './assertion'
import { placed } from './inner'
import { inspectMembers } from './inspect'
import { writtenDate } from './instant'
import { idOf, objectsOf, wordsOf } from './members'
import { normalForm, type ReadDocument } from './normalForm'
import { nothingKnown } from './nothingKnown'
import type { ParsedCredential, ParsedEnvelope, Unreadable } from './parsed'
import type { Carried } from './standard'
import { decodeToken, relativeTo } from './token'
import { readVerifiableCredential } from './verifiableCredential'

/** A statement in favour of a badge, its achievement, or its issuer. It proves the endorser and never the badge. */
export interface Endorsement {
  readonly standsIn: 'credential' | 'achievement' | 'issuer'
  /** JSON Pointer into the badge's document. */
  readonly at: string
  /** The id of the endorsed thing (`credentialSubject.id`); null where it is missing. */
  readonly about: string | null
  readonly comment: string | null
  /** Its address, if the badge gives nothing else. */
  readonly address: string | null
  /** The endorsement as a credential of its own; an unreadable token stays that. */
  readonly found: ParsedCredential | Unreadable
}

/** The stored copy of an address, as it was served; null where there is none. */
export type CopyAt = (address: string) => { readonly read: ReadDocument; readonly text: string } | null

/** A thing that may be endorsed, and its pointer. */
interface Endorsed {
  readonly standsIn: Endorsement['standsIn']
  readonly at: string
  readonly thing: JsonObject
}

/** No true badge carries more; further ones are not read. */
const limit = 100

/**
 * The endorsements a credential carries: embedded ones (`endorsement`) and tokens (`endorsementJwt`) of the credential, its achievements and its issuer.
 *
 * Each is a document of its own, to be verified by itself. One about another thing than the one that carries it has the problem `endorsement.other-subject`.
 * One given only by its address (Open Badges 2.0) is read from the stored copy of that address; without a copy only the address is known.
 *
 * @source Open Badges 3.0, sections B.2.1 (EndorsementCredential), B.2.2 (EndorsementSubject); Open Badges 2.0, Endorsement extension
 */
export function endorsementsOf(parsed: ParsedCredential | ParsedEnvelope, copyAt: CopyAt = () => null): readonly Endorsement[] {
  if (parsed.secured.kind === 'address') return []
  const carriers = endorsedIn(parsed.secured.document)
  return carriers.flatMap((endorsed) => [...embeddedIn(parsed, endorsed, copyAt), ...tokensIn(parsed, endorsed)]).slice(0, limit)
}

/** The credential itself, its issuer, and its achievements: of Open Badges 3.0, and the badge class of 2.0 with its issuer. */
function endorsedIn(document: JsonObject): readonly Endorsed[] {
  const at = (standsIn: Endorsed['standsIn'], value: JsonValue | undefined, pointer: string): readonly Endorsed[] =>
    placed(value, pointer).flatMap((one) => (isObject(one.value) ? [{ standsIn, at: one.pointer, thing: one.value }] : []))
  const subjects = placed(document.credentialSubject, '/credentialSubject').flatMap(({ value, pointer }) =>
    isObject(value) ? at('achievement', value.achievement, `${pointer}/achievement`) : [],
  )
  const badgeIssuer = objectsOf(document.badge).flatMap(({ issuer }) => at('issuer', issuer, '/badge/issuer'))
  return [
    { standsIn: 'credential', at: '', thing: document },
    ...subjects,
    ...at('achievement', document.badge, '/badge'),
    ...at('issuer', document.issuer, '/issuer'),
    ...badgeIssuer,
  ]
}

const embeddedIn = (parsed: ParsedCredential | ParsedEnvelope, endorsed: Endorsed, copyAt: CopyAt): readonly Endorsement[] =>
  placed(endorsed.thing.endorsement, `${endorsed.at}/endorsement`).flatMap(({ value, pointer }) => {
    if (typeof value === 'string' && value !== '') return [atAddress(parsed, endorsed, pointer, value, copyAt(value))]
    if (!isObject(value)) return []
    return [readEndorsement(endorsed, pointer, carry(surroundings(parsed, pointer), normalForm(value), JSON.stringify(value)))]
  })

const tokensIn = (parsed: ParsedCredential | ParsedEnvelope, endorsed: Endorsed): readonly Endorsement[] =>
  placed(endorsed.thing.endorsementJwt, `${endorsed.at}/endorsementJwt`).map(({ value, pointer }) => {
    const around = surroundings(parsed, pointer)
    const decoded = decodeToken(textOf(value) ?? '')
    if (decoded.ok) return readEndorsement(endorsed, pointer, { ...around, ...decoded.value, text: decoded.value.token.text })
    return { standsIn: endorsed.standsIn, at: pointer, about: null, comment: null, address: null, found: unreadable(around.source, decoded.problem) }
  })

/** One given by its address alone: its copy, or the bare address, which proves nothing. @source Open Badges 2.0, BadgeClass `endorsement` (an id) */
function atAddress(parsed: ParsedCredential | ParsedEnvelope, endorsed: Endorsed, pointer: string, address: string, copy: ReturnType<CopyAt>): Endorsement {
  const { source, container } = parsed
  // Problems of the badge's text do not concern a copy from elsewhere.
  if (copy) return { ...readEndorsement(endorsed, pointer, carry({ source: address, container, problems: [], nesting: 1 }, copy.read, copy.text)), address }
  const { standsIn } = endorsed
  const credential: Credential = { ...nothingKnown, standard: 'OB2', id: address }
  const found: ParsedCredential = {
    kind: 'credential',
    source: `${source}${pointer}`,
    container,
    credential,
    secured: { kind: 'address', url: address },
    problems: [],
  }
  return { standsIn, at: pointer, about: null, comment: null, address, found }
}

type Around = Pick<Carried, 'source' | 'container' | 'problems' | 'nesting'>

const carry = (around: Around, read: ReadDocument, text: string): Carried => ({
  ...around,
  ...read,
  text,
  token: null,
  problems: [...around.problems, ...read.problems],
})

/** Of the outer document's problems those of its text that lie inside; problems of the endorsement's own shape are found when it is read. */
const surroundings = ({ source, container, problems }: ParsedCredential | ParsedEnvelope, pointer: string): Around => ({
  source: `${source}${pointer}`,
  container,
  problems: problems.flatMap((problem) => (problem.code.startsWith('json.') ? (relativeTo(problem, pointer) ?? []) : [])),
  nesting: 1,
})

function readEndorsement({ standsIn, thing }: Endorsed, at: string, carried: Carried): Endorsement {
  const claim = isClaim(carried.document) ? carried.document.claim : undefined
  const found = isObject(claim) ? readClaim(carried) : readVerifiableCredential(carried)
  const [subject] = objectsOf(claim ?? carried.document.credentialSubject)
  const about = subject === undefined ? null : idOf(subject)
  // Members that are no text are ignored.
  const comment = subject === undefined ? null : wordsOf(subject.endorsementComment)
  const other: readonly Problem[] = about !== null && about === idOf(thing) ? [] : [otherSubject(about, isObject(claim))]
  return { standsIn, at, about, comment, address: null, found: { ...found, problems: [...found.problems, ...other] } }
}

const otherSubject = (about: string | null, isClaim: boolean): Problem => ({
  code: 'endorsement.other-subject',
  at: isClaim ? '/claim/id' : '/credentialSubject/id',
  ...(about === null ? {} : { detail: about }),
})

/** @source Open Badges 2.0, Endorsement: a claim in place of a badge, otherwise issued and verified like an assertion */
function readClaim(carried: Carried): ParsedCredential {
  const { source, container, document } = carried
  const credential: Credential = {
    ...nothingKnown,
    standard: 'OB2',
    id: idOf(document),
    name: wordsOf(document.name),
    issuer: readIssuer(document.issuer),
    validFrom: writtenDate(document.issuedOn),
    validUntil: writtenDate(document.expires),
  }
  return { kind: 'credential', source, container, credential, secured: securedAssertion(carried), problems: [...carried.problems, ...inspectMembers(document)] }
}
