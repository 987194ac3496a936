import type { Standard } from '../../../shared/model/credential'
import { asList, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { Check } from './check'

/** A member a standard requires. */
interface Requirement {
  readonly name: string
  /** Other names that may stand for it. */
  readonly or?: readonly string[]
  readonly type?: 'text'
}

/** What is required of the values at the end of a path, which goes through single values and lists alike. */
interface Requirements {
  readonly path: readonly string[]
  readonly members: readonly Requirement[]
}

const present = (...names: readonly string[]): readonly Requirement[] => names.map((name) => ({ name }))
const text = (name: string, ...or: readonly string[]): Requirement => ({ name, or, type: 'text' })

const credential: readonly Requirement[] = [...present('@context', 'type', 'issuer', 'credentialSubject'), text('validFrom', 'issuanceDate')]
const plain: readonly Requirements[] = [{ path: [], members: credential }]
const presentation: readonly Requirements[] = [{ path: [], members: present('@context', 'type') }]

/** Required members by standard. Official samples break the official schema: a missing member is a problem and never fails a badge. */
const required: Readonly<Record<Standard, readonly Requirements[]>> = {
  OB1: [],
  OB2: [
    {
      path: [],
      members: [...present('@context', 'type'), text('id'), ...present('recipient', 'badge'), { name: 'verification', or: ['verify'] }, text('issuedOn')],
    },
  ],
  OB3: [
    { path: [], members: [...credential, text('id')] },
    { path: ['credentialSubject'], members: present('type') },
    { path: ['credentialSubject', 'achievement'], members: [text('id'), ...present('type', 'name', 'description', 'criteria')] },
  ],
  CLR2: [
    { path: [], members: [...credential, text('id')] },
    { path: ['credentialSubject'], members: present('verifiableCredential') },
  ],
  VC: plain,
  Blockcerts: [],
}

/** An endorsement of Open Badges 2.0 has a claim in place of a badge. */
const endorsement: readonly Requirements[] = [
  { path: [], members: [...present('@context', 'type'), text('id'), ...present('claim', 'issuer', 'verification'), text('issuedOn')] },
]

/** Are the members that the standard requires there, and of the right type? */
export const schema: Check<'schema'> = {
  id: 'schema',
  source: 'Open Badges 2.0, Assertion and Endorsement; Open Badges 3.0, appendix B; CLR 2.0, appendix B; VC Data Model 2.0, section 4',
  run(parsed) {
    const document = documentOf(parsed)
    const problems = document ? requirementsOf(parsed, document).flatMap((requirements) => missing(document, requirements)) : []
    return { finding: { value: problems.length > 0 ? 'warnings' : 'ok', seen: [] }, problems }
  },
}

const documentOf = ({ secured }: ParsedCredential | ParsedEnvelope): JsonObject | null => (secured.kind === 'address' ? null : secured.document)

/** Endorsements and credentials of other kinds have no achievement; an Open Badge must have one. */
function requirementsOf({ kind, credential: { standard } }: ParsedCredential | ParsedEnvelope, document: JsonObject): readonly Requirements[] {
  const types = asList(document.type)
  if (types.includes('VerifiablePresentation')) return presentation
  if (standard === 'OB2' && types.includes('Endorsement')) return endorsement
  return standard === 'OB3' && (types.includes('EndorsementCredential') || kind === 'envelope') ? plain : required[standard]
}

function missing(document: JsonObject, { path, members }: Requirements): readonly Problem[] {
  const values = path.reduce<readonly JsonValue[]>(valuesOf, [document])
  const problems: Problem[] = []
  const holders = values.filter(isObject)
  // A missing parent is reported once, by its own requirement; one given by its address has its members elsewhere.
  const isNowhere = values.length === 0 && path.length > 1
  for (const requirement of members) {
    const code = isNowhere ? 'schema.missing-member' : faultOf(holders, requirement)
    if (code) problems.push({ code, at: `/${[...path, requirement.name].join('/')}` })
  }
  return problems
}

/** The values of the member in each of these objects. */
function valuesOf(parents: readonly JsonValue[], name: string): readonly JsonValue[] {
  const [parent] = parents
  // Nearly always there is one.
  if (parents.length === 1) return isObject(parent) ? asList(parent[name]) : none
  return parents.flatMap((one) => (isObject(one) ? asList(one[name]) : none))
}

function faultOf(holders: readonly JsonObject[], { name, or = none, type }: Requirement): 'schema.missing-member' | 'schema.wrong-type' | null {
  for (const holder of holders) if (isAbsent(holder[name]) && or.every((other) => isAbsent(holder[other]))) return 'schema.missing-member'
  if (type !== 'text') return null
  return holders.some((holder) => isNoText(holder[name]) || or.some((other) => isNoText(holder[other]))) ? 'schema.wrong-type' : null
}

const none: readonly string[] = []
const isAbsent = (value: JsonValue | undefined): boolean => value === undefined || value === null
const isNoText = (value: JsonValue | undefined): boolean => value !== undefined && typeof value !== 'string'
