import type { JsonObject, JsonValue } from '../../../shared/model/json'
import type { Written } from '../answers/expected'
import { bakePng } from '../containers/picture'
import { type Issued, issueBadge } from './issue'
import { badgeChunk, expectCredential } from './pack'
import type { Workshop } from './workshop'

/** Several issued badges of one issuer, ordinary in everything. */
async function issueSeveral(workshop: Workshop, issuer: 'toho' | 'kyuryo', count: number): Promise<readonly Issued[]> {
  const issued: Issued[] = []
  for (let i = 0; i < count; i++) issued.push(await issueBadge(workshop.award({ issuer }), workshop))
  return issued
}

/* Text this generator has just written as JSON. */
const documentOf = (issued: Issued) => JSON.parse(issued.text) as JsonValue

/** Puts credentials into a wrapper nobody has signed. */
function wrap(name: string, standard: 'VC' | 'CLR2', wrapper: JsonObject, issued: readonly Issued[]): Written {
  return {
    name,
    folder: ['学習歴証明'],
    bytes: Buffer.from(JSON.stringify(wrapper), 'utf8'),
    expected: [{ kind: 'envelope', container: 'json', standard, grade: 'unproven' }, ...issued.map((one) => expectCredential(one, 'json'))],
  }
}

/** A presentation of three credentials. */
async function makePresentation(workshop: Workshop): Promise<Written> {
  const issued = await issueSeveral(workshop, 'toho', 3)
  const wrapper = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: issued.map(documentOf) }
  return wrap('提示.json', 'VC', wrapper, issued)
}

/** A comprehensive learner record of two credentials. @source CLR 2.0, ClrCredential */
async function makeRecord(workshop: Workshop): Promise<Written> {
  const issued = await issueSeveral(workshop, 'kyuryo', 2)
  const { kyuryo } = workshop.issuers.by
  const wrapper = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `urn:uuid:${workshop.random.hex(8)}-0000-4000-8000-${workshop.random.hex(12)}`,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: '学習歴証明書',
    issuer: { id: kyuryo.id, type: ['Profile'], name: kyuryo.name },
    validFrom: `${workshop.calendar.day('2026-11-02')}T10:00:00+09:00`,
    credentialSubject: { type: ['ClrSubject'], verifiableCredential: issued.map(documentOf) },
  }
  return wrap('学習歴証明書.json', 'CLR2', wrapper, issued)
}

/** One picture with a badge of each standard for the same person. */
async function makeTwoStandards(workshop: Workshop): Promise<Written> {
  const old = await issueBadge(workshop.award({ issuer: 'kenshu' }), workshop)
  const current = await issueBadge(workshop.award({ issuer: 'shiomi', holder: old.award.holder }), workshop)
  return {
    name: '新旧併記.png',
    folder: ['学習歴証明'],
    bytes: bakePng(5, badgeChunk(old), badgeChunk(current)),
    expected: [expectCredential(old, 'png'), expectCredential(current, 'png')],
  }
}

/** Files that hold several credentials each: four files with nine credentials to every 600 badges. */
export async function makeCollections(workshop: Workshop, badges: number): Promise<readonly Written[]> {
  const files: Written[] = []
  for (let i = 0; i < Math.max(1, Math.round(badges / 600)); i++)
    files.push(await makePresentation(workshop), await makeRecord(workshop), await makeTwoStandards(workshop), await makeTwoStandards(workshop))
  return files
}
