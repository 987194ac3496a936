import type { Standard } from '../../../shared/model/credential'
import { asList, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { Check } from './check'

/** A member a standard requires. Alternatives are written one beside the other; a path goes through single values and lists alike. */
interface Requirement {
  readonly path: readonly string[]
  /** Other names that serve as well for the last step. */
  readonly or?: readonly string[]
  readonly type?: 'text'
}

const credential: readonly Requirement[] = [
  { path: ['@context'] },
  { path: ['type'] },
  { path: ['issuer'] },
  { path: ['credentialSubject'] },
  { path: ['validFrom'], or: ['issuanceDate'], type: 'text' },
]
const achievement = ['credentialSubject', 'achievement']

/** Required members by standard. Official samples break the official schema: what is missing is said, and never fails a badge. */
const required: Readonly<Record<Standard, readonly Requirement[]>> = {
  OB1: [],
  OB2: [
    { path: ['@context'] },
    { path: ['type'] },
    { path: ['id'], type: 'text' },
    { path: ['recipient'] },
    { path: ['badge'] },
    { path: ['verification'], or: ['verify'] },
    { path: ['issuedOn'], type: 'text' },
  ],
  OB3: [
    ...credential,
    { path: ['id'], type: 'text' },
    { path: ['credentialSubject', 'type'] },
    { path: [...achievement, 'id'], type: 'text' },
    { path: [...achievement, 'type'] },
    { path: [...achievement, 'name'] },
    { path: [...achievement, 'description'] },
    { path: [...achievement, 'criteria'] },
  ],
  CLR2: [...credential, { path: ['id'], type: 'text' }, { path: ['credentialSubject', 'verifiableCredential'] }],
  VC: credential,
  Blockcerts: [],
}

/** Are the members that the standard requires there, and of the right type? */
export const schema: Check<'schema'> = {
  id: 'schema',
  source: 'Open Badges 2.0, Assertion; Open Badges 3.0, appendix B; CLR 2.0, appendix B; VC Data Model 2.0, section 4',
  run(parsed) {
    const document = documentOf(parsed)
    const problems = document ? requirementsOf(parsed, document).flatMap((requirement) => missing(document, requirement)) : []
    return { finding: { value: problems.length > 0 ? 'warnings' : 'ok', seen: [] }, problems }
  },
}

const documentOf = ({ secured }: ParsedCredential | ParsedEnvelope): JsonObject | null => (secured.kind === 'address' ? null : secured.document)

/** An endorsement or a credential of another kind has no achievement; an Open Badge must have one. */
function requirementsOf({ kind, credential: { standard } }: ParsedCredential | ParsedEnvelope, document: JsonObject): readonly Requirement[] {
  const types = asList(document.type)
  const isPlain = types.includes('EndorsementCredential') || types.includes('VerifiablePresentation') || kind === 'envelope'
  if (types.includes('VerifiablePresentation')) return [{ path: ['@context'] }, { path: ['type'] }]
  return isPlain && standard === 'OB3' ? credential : required[standard]
}

function missing(document: JsonObject, { path, or = [], type }: Requirement): readonly Problem[] {
  const parents = path.slice(0, -1).reduce<readonly JsonValue[]>((values, step) => values.filter(isObject).flatMap((value) => asList(value[step])), [document])
  const names = [...path.slice(-1), ...or]
  const at = `/${path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  // A parent that is missing is said once, by its own requirement; one given by its address has its members elsewhere.
  const holders = parents.filter(isObject)
  const absent = holders.filter((holder) => names.every((name) => holder[name] === undefined || holder[name] === null))
  if (absent.length > 0 || (parents.length === 0 && path.length > 2)) return [{ code: 'schema.missing-member', at }]
  const wrong = type === 'text' && holders.some((holder) => names.some((name) => holder[name] !== undefined && typeof holder[name] !== 'string'))
  return wrong ? [{ code: 'schema.wrong-type', at }] : []
}
