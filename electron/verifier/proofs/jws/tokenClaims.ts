import { instantOf } from '../../../../shared/model/instant'
import { asList, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import { readInstant as readWritten } from '../../../parser/instant'
import type { Secured } from '../../../parser/parsed'

type Claim = { readonly name: string; agrees(claim: JsonValue, document: JsonObject, issuerId: string | null): boolean }

const utcLeadSeconds = 9 * 60 * 60

/**
 * The seconds a written date may mean. Without a zone one program reads it as UTC, another as Japanese time; a bare day may be its first second or its last.
 * The narrower one, date or claim, limits the credential's time.
 */
function secondsOf(text: string): readonly number[] {
  const written = readWritten(text)
  if (written?.zoned) return [secondOf(written.at)]
  const inJapan = [instantOf(text, 'start'), instantOf(text, 'end')].flatMap((instant) => (instant ? [secondOf(instant)] : []))
  return [...inJapan, ...inJapan.map((second) => second + utcLeadSeconds)]
}

const secondOf = (instant: Date): number => Math.floor(instant.getTime() / 1000)

const textsIn = (document: JsonObject, members: readonly string[]): readonly string[] =>
  members.map((member) => document[member]).filter((date) => typeof date === 'string')

/** Does the claim's second equal one of these dates? True for a document without any of them. */
function isDateOf(claim: JsonValue, document: JsonObject, members: readonly string[]): boolean {
  const dates = textsIn(document, members)
  return dates.length === 0 || dates.some((date) => secondsOf(date).includes(Math.floor(Number(claim))))
}

const beginnings = ['validFrom', 'issuanceDate']

/** How much earlier than the credential a token may begin: issuers set `nbf` back for clocks that run behind. The later of the two is what counts. */
const earlySeconds = 300

const isLittleEarly = (claim: JsonValue, document: JsonObject): boolean =>
  typeof claim === 'number' && textsIn(document, beginnings).some((date) => secondsOf(date).some((second) => second > claim && second - claim <= earlySeconds))

const texts: readonly Claim[] = [
  { name: 'iss', agrees: (claim, _, issuerId) => issuerId === null || claim === issuerId },
  { name: 'jti', agrees: (claim, { id }) => typeof id !== 'string' || claim === id },
  { name: 'sub', agrees: (claim, { credentialSubject }) => agreesWithSubjects(claim, asList(credentialSubject)) },
]
/** Not for VC-JOSE-COSE: there `nbf` and `exp` are about the signature, not the credential. */
const dates: readonly Claim[] = [
  { name: 'nbf', agrees: (claim, document) => isDateOf(claim, document, beginnings) },
  { name: 'exp', agrees: (claim, document) => isDateOf(claim, document, ['validUntil', 'expirationDate']) },
]

const textsAndDates: readonly Claim[] = [...texts, ...dates]

/** The type of each registered claim. @source RFC 7519, section 4.1 */
const claimTypes = Object.entries({ iss: 'string', jti: 'string', sub: 'string', nbf: 'number', exp: 'number', iat: 'number' })

function agreesWithSubjects(claim: JsonValue, subjects: readonly JsonValue[]): boolean {
  const ids = subjects.filter(isObject).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  return ids.length === 0 || ids.some((id) => id === claim)
}

/** Registered claims that do not agree with the credential. */
interface ComparedClaims {
  /** They make the token malformed. */
  readonly refused: readonly Problem[]
  /** They are met in the field and change nothing: an `iat` of another type, an `nbf` a little before the credential begins. */
  readonly flagged: readonly Problem[]
}

const wrongTypes = (payload: JsonObject): readonly Problem[] =>
  claimTypes
    .filter(([name, type]) => payload[name] !== undefined && typeof payload[name] !== type)
    .map(([name]): Problem => ({ code: 'jwt.claim-type', at: `/${name}`, detail: name }))

/**
 * The registered claims that differ from the credential, or are no text or number.
 * @source Open Badges 3.0, section 8.2.4.1; RFC 7519, section 4.1.5
 */
export function compareClaims({ payload, document, form }: Extract<Secured, { kind: 'jwt' }>, issuerId: string | null): ComparedClaims {
  const ofType = wrongTypes(payload)
  const refused = ofType.filter(({ at }) => at !== '/iat')
  const flagged = ofType.filter(({ at }) => at === '/iat')
  if (refused.length > 0) return { refused, flagged }
  const differing = (form === 'vc-jose' ? texts : textsAndDates)
    .filter(({ name, agrees }) => payload[name] !== undefined && !agrees(payload[name], document, issuerId))
    .map(({ name }): Problem => ({ code: 'jwt.claim-differs', at: `/${name}`, detail: name }))
  const { nbf = null } = payload
  const isEarly = ({ at }: Problem) => at === '/nbf' && isLittleEarly(nbf, document)
  return { refused: differing.filter((problem) => !isEarly(problem)), flagged: [...flagged, ...differing.filter(isEarly)] }
}
