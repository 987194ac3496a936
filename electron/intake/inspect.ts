import { hash } from 'node:crypto'
import type { JsonValue } from '../../shared/model/json'
import { asRead, completeCredential, credentialKey, holdsOneCredential, parse } from '../parser'
import type { Parsed, ParsedCredential, ParsedEnvelope, SupportDocument } from '../parser/parsed'
import { readFile } from '../reader'
import { dependenciesOf, storedIn, verify } from '../verifier'
import type { VerifierContext } from '../verifier/context/context'
import type { Inspected } from './inspected'

/** The bytes of one unit, and its label. */
export interface UnitBytes {
  readonly source: string
  readonly bytes: Uint8Array
  /** How many ZIPs enclose the unit. */
  readonly nesting: number
}

/** Everything parsed from one unit, in its order. Several credentials of one container are labelled `#1`, `#2`, …. */
export function parseUnit({ source, bytes, nesting }: UnitBytes): readonly Parsed[] {
  const parsed = readFile(source, bytes, nesting).flatMap((read): readonly Parsed[] => (read.kind === 'envelope' ? parse(read) : [read]))
  if (parsed.length === 1) return parsed
  const counts = new Map<string, number>()
  for (const { kind, source: label } of parsed) if (kind === 'credential') counts.set(label, (counts.get(label) ?? 0) + 1)
  const numbers = new Map<string, number>()
  return parsed.map((found) => {
    if (found.kind !== 'credential' || counts.get(found.source) === 1) return found
    const number = (numbers.get(found.source) ?? 0) + 1
    numbers.set(found.source, number)
    return { ...found, source: `${found.source}#${number}` }
  })
}

/** A quick check: are the bytes the plain JSON of one credential? Then they contain no supporting document. False where only parsing can tell. */
function isPlainCredential(bytes: Uint8Array): boolean {
  // Other formats, other encodings and blanks before the text are parsed.
  if (bytes[0] !== 0x7b || bytes[1] === 0x5c || bytes[1] === 0) return false
  try {
    // JSON.parse returns only JSON values.
    return holdsOneCredential(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as JsonValue)
  } catch {
    // JSON.parse throws for what is no JSON: its problem is reported when it is parsed.
    return false
  }
}

/** The supporting documents of one unit. */
export const supportOf = (unit: UnitBytes): readonly SupportDocument[] =>
  isPlainCredential(unit.bytes) ? [] : parseUnit(unit).filter((found) => found.kind === 'support')

/** The exact text a verdict is about. */
export function securedText({ secured }: ParsedCredential | ParsedEnvelope): string {
  if (secured.kind === 'jwt' || secured.kind === 'ob2-jws') return secured.token
  return secured.kind === 'address' ? secured.url : secured.text
}

/**
 * JSON of a supporting document, stored besides its text; null where the text is plain JSON. `JSON.parse` may mistake a name with an escape
 * (`reader/json/buildValue.ts`), so such a document is not parsed from the text again.
 */
const documentBeside = ({ raw, text }: SupportDocument): string | null => (/^\s*\{[^\\]*$/.test(text) ? null : JSON.stringify(asRead(raw)))

/** Reads, parses and verifies one unit. Pure: the same bytes and context give the same answer. */
export async function inspectUnit(unit: UnitBytes, context: VerifierContext): Promise<readonly Inspected[]> {
  const sha256 = hash('sha256', unit.bytes, 'hex')
  const inspected: Inspected[] = []
  for (const [ordinal, found] of parseUnit(unit).entries()) {
    if (found.kind === 'unreadable' || found.kind === 'ignored') {
      inspected.push(found)
      continue
    }
    const file = { source: found.source, sha256, bytes: unit.bytes, ordinal }
    if (found.kind === 'support') {
      const { kind, type, id, text, problems } = found
      inspected.push({ kind, ...file, type, id, text, problems, document: documentBeside(found) })
      continue
    }
    const credential = completeCredential(found.credential, storedIn(context))
    const verification = await verify(found, context)
    inspected.push({
      kind: found.kind,
      ...file,
      container: found.container,
      credential,
      verification,
      text: securedText(found),
      key: credentialKey(credential),
      dependencies: dependenciesOf(found),
    })
  }
  return inspected
}
