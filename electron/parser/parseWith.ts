import type { Credential } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import { isObject, type JsonValue, textOf } from '../../shared/model/json'
import { type Envelope, limits, readJson } from '../reader'
import { unreadable } from '../reader/envelope'
import { looksLikeJws } from '../reader/jws/looksLikeJws'
import { isOfType, typesOf } from './members'
import { normalForm } from './normalForm'
import { nothingKnown } from './nothingKnown'
import type { Parsed } from './parsed'
import type { Carried, DocumentStandard, ParseInner } from './standard'
import { decodeToken, relativeTo } from './token'

/** How a value was carried, before it is parsed as a document. */
type Surroundings = Pick<Carried, 'source' | 'container' | 'problems' | 'nesting'>

/** Reads the payload of an envelope by the first standard of the table that recognises it. Always at least one answer. */
export function parseWith(standards: readonly DocumentStandard[], { source, container, payload, problems }: Envelope): readonly Parsed[] {
  const surroundings = { source, container, problems, nesting: 0 }
  if (payload.kind === 'url') return [addressOnly(surroundings, payload.url)]
  if (payload.kind === 'jws') return parseToken(standards, surroundings, payload.text)
  const reading = payload.reading ?? readJson(payload.text)
  if (!reading.ok) return [unreadable(source, reading.problem)]
  const { value } = reading
  const within = { ...surroundings, problems: [...problems, ...reading.problems] }
  if (!Array.isArray(value)) return parseValue(standards, within, value, payload.text)
  if (value.length === 0) return [unreadable(source, { code: 'document.unknown-kind' })]
  if (value.length > limits.documents) return [unreadable(source, { code: 'envelope.too-many', detail: String(value.length) })]
  return value.flatMap((item: JsonValue, index) => {
    const label = value.length === 1 ? source : `${source}#${index + 1}`
    return parseValue(standards, { ...within, source: label, problems: [...problems, ...inside(reading.problems, `/${index}`)] }, item, JSON.stringify(item))
  })
}

/** The badge is elsewhere: only its address is known. */
function addressOnly({ source, container, problems }: Surroundings, url: string): Parsed {
  const standard = container === 'svg' ? 'OB2' : 'OB1'
  const credential: Credential = { ...nothingKnown, standard, id: url }
  const superseded = standard === 'OB1' ? [{ code: 'credential.superseded-standard' as const }] : []
  return { kind: 'credential', source, container, credential, secured: { kind: 'address', url }, problems: [...problems, ...superseded] }
}

const inside = (problems: Surroundings['problems'], pointer: string): Surroundings['problems'] =>
  problems.map((problem) => relativeTo(problem, pointer)).filter((problem) => problem !== null)

function parseValue(standards: readonly DocumentStandard[], surroundings: Surroundings, value: JsonValue, text: string): readonly Parsed[] {
  const { source } = surroundings
  if (typeof value === 'string' && looksLikeJws(value.trim())) return parseToken(standards, surroundings, value.trim())
  if (!isObject(value)) return [unreadable(source, { code: 'document.not-an-object' })]
  const read = normalForm(value)
  const enveloped = envelopedToken(read.document)
  if (enveloped !== null) return parseToken(standards, surroundings, enveloped)
  return parseDocument(standards, { ...surroundings, ...read, text, token: null, problems: [...surroundings.problems, ...read.problems] })
}

/**
 * The token in a data URL in place of a credential; null for any other value.
 * @source VC Data Model 2.0, sections 4.12.1 and 4.13.1
 */
function envelopedToken(value: NormalDocument): string | null {
  if (!isOfType(value, 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation')) return null
  const [, parameters = '', data = ''] = /^data:([^,]*),(.*)$/s.exec(textOf(value.id) ?? '') ?? []
  return /;base64$/i.test(parameters) ? Buffer.from(data, 'base64').toString('latin1') : data
}

function parseToken(standards: readonly DocumentStandard[], surroundings: Surroundings, text: string): readonly Parsed[] {
  const decoded = decodeToken(text)
  if (!decoded.ok) return [unreadable(surroundings.source, decoded.problem)]
  return parseDocument(standards, { ...surroundings, ...decoded.value, text, problems: [...surroundings.problems, ...decoded.value.problems] })
}

function parseDocument(standards: readonly DocumentStandard[], carried: Carried): readonly Parsed[] {
  const standard = standards.find((candidate) => candidate.recognises(carried.document))
  if (!standard) return [unreadable(carried.source, unknownKind(carried))]
  const parseInner: ParseInner = (outer, value, pointer, number) => {
    const source = `${outer.source}#${number}`
    if (outer.nesting >= limits.envelopeNesting) return [unreadable(source, { code: 'json.too-deep' })]
    const surroundings = { source, container: outer.container, problems: inside(outer.problems, pointer), nesting: outer.nesting + 1 }
    return parseValue(standards, surroundings, value, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return standard.parse(carried, parseInner)
}

function unknownKind({ document }: Carried) {
  const types = typesOf(document).join(', ').slice(0, 100)
  return types === '' ? ({ code: 'document.unknown-kind' } as const) : ({ code: 'document.unknown-kind', detail: types } as const)
}
