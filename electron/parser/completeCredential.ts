import type { ClaimedIssuer, Credential } from '../../shared/model/credential'
import { isObject, type JsonObject } from '../../shared/model/json'
import { readJson } from '../reader'
import { readAchievement, readIssuer } from './achievement'
import { isAssertion, readAssertion } from './assertion'
import { type FetchedDocument, fetchedText, readEvidence } from './evidence'
import type { SupportDocument } from './parsed'

type Held = ReadonlyMap<string, JsonObject>

/** One index for each list of documents: a bundle of thousands of badges is completed from the same list. */
const indexes = new WeakMap<readonly SupportDocument[], Held>()

/**
 * Fills in what an Open Badges 1 or 2 credential only names by its address, from badge classes, profiles and fetched documents that are held: the achievement,
 * the issuer, and, where the file held nothing but the address of the badge, the assertion itself. What the credential says itself stays. Nothing
 * filled in is any proof. Other credentials come back as they are.
 */
export function completeCredential(credential: Credential, documents: readonly SupportDocument[]): Credential {
  if (credential.standard !== 'OB1' && credential.standard !== 'OB2') return credential
  const held = indexes.get(documents) ?? buildIndex(documents)
  indexes.set(documents, held)
  return withIssuer(withAchievement(withAssertion(credential, held), held), held)
}

function buildIndex(documents: readonly SupportDocument[]): Held {
  const held = new Map<string, JsonObject>()
  // What an address served wins over files, which anybody can write in its name; of two with one address the newest, then the first.
  const add = (address: string | null, document: JsonObject) => {
    if (address !== null && !held.has(address)) held.set(address, document)
  }
  const fetched = documents.flatMap(fetchedIn).sort((one, other) => Date.parse(other.fetchedOn) - Date.parse(one.fetchedOn))
  for (const { url, finalUrl, status, document } of fetched) if (status === 200 && hostOf(finalUrl) === hostOf(url)) add(url, document)
  for (const { type, id, document } of documents) if (type === 'badgeClass' || type === 'profile' || type === 'keyDocument') add(id, document)
  for (const { url, finalUrl, document } of fetched) {
    add(url, document)
    add(finalUrl, document)
  }
  return held
}

interface Fetched extends Pick<FetchedDocument, 'url' | 'finalUrl' | 'status' | 'fetchedOn'> {
  readonly document: JsonObject
}

/** What one inquiry brought back that is a document. */
function fetchedIn({ type, document }: SupportDocument): readonly Fetched[] {
  const fetched = type === 'evidence' ? readEvidence(document) : null
  if (!fetched?.ok) return []
  return fetched.value.flatMap((found) => {
    const text = fetchedText(found)
    const reading = text === null ? null : readJson(text)
    return reading?.ok && isObject(reading.value) ? [{ ...found, document: reading.value }] : []
  })
}

const hostOf = (url: string): string | undefined => URL.parse(url)?.host

function withAssertion(credential: Credential, held: Held): Credential {
  const known = credential.achievement.id !== null || credential.achievement.name !== null || credential.recipients.length > 0
  const document = known || credential.id === null ? undefined : held.get(credential.id)
  return document && isAssertion(document) ? { ...readAssertion(document, credential.standard), id: credential.id } : credential
}

function withAchievement(credential: Credential, held: Held): Credential {
  const { achievement, issuer } = credential
  const document = achievement.id === null || achievement.name !== null ? undefined : held.get(achievement.id)
  if (!document) return credential
  const completed = { ...readAchievement(document), id: achievement.id }
  return { ...credential, name: credential.name ?? completed.name, achievement: completed, issuer: issuer.id === null ? readIssuer(document.issuer) : issuer }
}

function withIssuer(credential: Credential, held: Held): Credential {
  const { issuer } = credential
  const document = issuer.id === null || issuer.name !== null ? undefined : held.get(issuer.id)
  if (!document) return credential
  const { name, url } = readIssuer(document)
  const completed: ClaimedIssuer = { id: issuer.id, name, url: issuer.url ?? url }
  return { ...credential, issuer: completed }
}
