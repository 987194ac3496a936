import { gzipSync } from 'fflate'
import type { JsonObject } from '../../../shared/model/json'
import type { SampleIssuer } from '../issuers/issuers'
import type { TrueStatus } from './award'
import { type ProofRequest, signEmbedded } from './embeddedProof'
import { signToken } from './jsonWebToken'
import type { StatusEntry } from './openBadges3'

/** A list shorter than this does not conform. */
const entries = 131_072

/** Which entries of which lists are set, gathered while badges are issued. */
export interface StatusLedger {
  /** A new entry that says `status`; null where the credential names none. */
  enter(issuer: SampleIssuer, status: TrueStatus): StatusEntry | null
  /** The signed lists, each once, as files. */
  write(issuers: readonly SampleIssuer[], created: string): Promise<readonly { readonly name: string; readonly text: string; readonly id: string }[]>
}

export const listAddress = (issuer: SampleIssuer, purpose: StatusEntry['purpose'], number = 1): string => `https://${issuer.host}/status/${purpose}/${number}`

/** The bits, most significant first, gzipped, in base64url with the multibase letter `u`. The compressor is not the platform's: its bytes are the same everywhere. */
function encodeBits(set: readonly number[]): string {
  const bytes = new Uint8Array(entries / 8)
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${Buffer.from(gzipSync(bytes, { mtime: 0, level: 9 })).toString('base64url')}`
}

function makeList(issuer: SampleIssuer, purpose: StatusEntry['purpose'], set: readonly number[], created: string): JsonObject {
  const id = listAddress(issuer, purpose)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: created,
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: encodeBits(set) },
  }
}

/** @source W3C Bitstring Status List, section 3 */
export function makeStatusLedger(embedded: (issuer: SampleIssuer) => Omit<ProofRequest, 'created'> | null): StatusLedger {
  const used = new Map<string, number>()
  const set = new Map<string, number[]>()
  return {
    enter(issuer, status) {
      if (status === 'none') return null
      const purpose = status === 'suspended' ? 'suspension' : 'revocation'
      const list = listAddress(issuer, purpose, status === 'unknown' ? 9 : 1)
      const index = (used.get(list) ?? 92) + 1
      used.set(list, index)
      if (status === 'revoked' || status === 'suspended') set.set(list, [...(set.get(list) ?? []), index])
      return { list, index, purpose }
    },
    async write(issuers, created) {
      const lists: { name: string; text: string; id: string }[] = []
      for (const issuer of issuers)
        for (const purpose of ['revocation', 'suspension'] as const) {
          const id = listAddress(issuer, purpose)
          if (!used.has(id)) continue
          const list = makeList(issuer, purpose, set.get(id) ?? [], created)
          const request = embedded(issuer)
          const name = `${issuer.key}-${purpose}`
          if (request) lists.push({ id, name: `${name}.json`, text: JSON.stringify(await signEmbedded(list, { ...request, created })) })
          else if (issuer.signing)
            lists.push({ id, name: `${name}.jwt`, text: await signToken(list, 'vc-jose', issuer.signing.key, { kid: issuer.signing.method }) })
        }
      return lists
    },
  }
}
