import type { ClaimedIssuer, Credential } from '../../shared/model/credential'
import type { JsonObject } from '../../shared/model/json'
import { readAchievement, readIssuer } from './achievement'
import { isAssertion, readAssertion } from './assertion'
import type { FetchedDocument } from './evidence'
import { type EvidenceTable, evidenceTable, recordsAbout, servedObject } from './evidenceTable'
import type { SupportDocument } from './parsed'

/** Documents by their address. */
interface Held {
  get(address: string): JsonObject | undefined
}

/** One index for each list of documents: a bundle of thousands of badges is completed from the same list. */
const indexes = new WeakMap<readonly SupportDocument[], Held>()

/**
 * Fills in what an Open Badges 1 or 2 credential only names by its address, from badge classes, profiles and fetched documents that are held: the achievement,
 * the issuer, and, where the file held nothing but the address of the badge, the assertion itself. What the credential says itself stays. Nothing
 * filled in is any proof. Other credentials come back as they are.
 *
 * @param evidence What was fetched; that among the documents where none is given.
 */
export function completeCredential(credential: Credential, documents: readonly SupportDocument[], evidence?: EvidenceTable): Credential {
  if (credential.standard !== 'OB1' && credential.standard !== 'OB2') return credential
  const held = indexes.get(documents) ?? buildIndex(documents, evidence ?? evidenceTable(documents))
  indexes.set(documents, held)
  return withIssuer(withAchievement(withAssertion(credential, held), held), held)
}

/** Addresses of classes and issuers that were looked up last: most badges of a bundle name the same few. */
const rememberedAddresses = 500

function buildIndex(documents: readonly SupportDocument[], evidence: EvidenceTable): Held {
  const files = new Map<string, JsonObject>()
  for (const { type, id, document } of documents)
    if ((type === 'badgeClass' || type === 'profile' || type === 'keyDocument') && id !== null && !files.has(id)) files.set(id, document)
  const remembered = new Map<string, JsonObject | undefined>()
  return {
    get: (address) => {
      if (remembered.has(address)) return remembered.get(address)
      if (remembered.size >= rememberedAddresses) remembered.clear()
      const found = foremost(address, fetchedAbout(evidence, address), files.get(address))
      remembered.set(address, found)
      return found
    },
  }
}

/** What an address served wins over files, which anybody can write in its name; of two with one address the newest, then the first. */
function foremost(address: string, fetched: readonly Fetched[], file: JsonObject | undefined): JsonObject | undefined {
  const own = fetched.find(({ url, finalUrl, status }) => url === address && status === 200 && hostOf(finalUrl) === hostOf(url))
  return own?.document ?? file ?? fetched.find(({ url, finalUrl }) => url === address || finalUrl === address)?.document
}

interface Fetched extends Pick<FetchedDocument, 'url' | 'finalUrl' | 'status'> {
  readonly document: JsonObject
}

/** What inquiries about an address brought back that is a document, the newest first. */
const fetchedAbout = (evidence: EvidenceTable, address: string): readonly Fetched[] =>
  recordsAbout(evidence, address)
    .toSorted((one, other) => Date.parse(other.fetched.fetchedOn) - Date.parse(one.fetched.fetchedOn))
    .flatMap(({ fetched }) => {
      const document = servedObject(fetched)
      return document === null ? [] : [{ ...fetched, document }]
    })

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
