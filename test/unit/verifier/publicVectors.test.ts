import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../electron/parser'
import type { ParsedCredential, ParsedEnvelope, SupportDocument } from '../../../electron/parser/parsed'
import { readFile } from '../../../electron/reader'
import { buildContext, evidenceDigest, verify } from '../../../electron/verifier'
import { isObject, textOf } from '../../../shared/model/json'
import type { RegisteredIssuer } from '../../../shared/model/register'
import type { Grade, StatusValue, TimeValue } from '../../../shared/model/verification'
import { evidence, supportOf } from './stage'
import { readVector, vectorPath } from './vectors'

interface Entry {
  readonly path: string
  readonly expectedVerdict?: string | null
}
type Found = ParsedCredential | ParsedEnvelope

const manifest = readVector<{ referenceTime: string; vectors: readonly Entry[] }>('manifest.json')
const entries = (manifest?.vectors ?? []).filter(
  ({ path, expectedVerdict }) => /^(1edtech|dcc)/.test(path) && expectedVerdict && !path.includes('/statusLists/') && !path.endsWith('testlist'),
)
const now = new Date(manifest?.referenceTime ?? 0)

const readAll = (path: string) => readFile(path, readFileSync(vectorPath(path))).flatMap((read) => ('payload' in read ? parse(read) : [read]))
const firstOf = (path: string): Found | undefined => readAll(path).find((item) => item.kind === 'credential' || item.kind === 'envelope')

/** DID documents and status lists of the vectors; the lists also as evidence from the addresses in the credentials. */
function supporting(): readonly SupportDocument[] {
  const lists = 'dcc-vc-test-fixtures/statusLists/didkey-ed25519Signature2020'
  if (!existsSync(vectorPath(lists))) return []
  const dids = ['oidf', 'legacy'].flatMap((name) => readAll(`dcc-vc-test-fixtures/dids/${name}/did.json`))
  const places = ['https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020/']
  const fetched = readdirSync(vectorPath(lists)).flatMap((name) =>
    places.map((place) => ({ url: place + name, body: readFileSync(vectorPath(`${lists}/${name}`), 'utf8') })),
  )
  const elsewhere = 'https://raw.githubusercontent.com/digitalcredentials/verifier-core/refs/heads/main/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj'
  const copy = { url: elsewhere, body: readFileSync(vectorPath(`${lists}/e5WK8CbZ1GjycuPombrj`), 'utf8') }
  const edTech = '1edtech-public-validator/inspector-vc/ob30/bit-string-list/testlist'
  const edTechUrl =
    'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist'
  const edTechCopy = { url: edTechUrl, body: readFileSync(vectorPath(edTech), 'utf8') }
  return [...dids.filter((item) => item.kind === 'support'), supportOf(evidence(...fetched, copy, edTechCopy))]
}

/** Registers the issuer of a credential with the key in its proof or header, as a confirmed one. */
function registerOf({ credential, secured }: Found): readonly RegisteredIssuer[] {
  const id = credential.issuer.id
  if (id === null || secured.kind === 'address') return []
  const proofs = secured.kind === 'document' ? [secured.document.proof ?? null].flat().filter((proof) => isObject(proof)) : []
  const texts = proofs.flatMap((proof) => textOf(proof.verificationMethod)?.match(/z[1-9A-HJ-NP-Za-km-z]{40,}$/)?.[0] ?? [])
  const jwk = secured.kind === 'jwt' && isObject(secured.header.jwk) ? [{ publicKeyJwk: secured.header.jwk }] : []
  const materials = [...[...new Set(texts)].map((publicKeyMultibase) => ({ publicKeyMultibase })), ...jwk]
  const keys = materials.map((material, index) => ({ id: `key-${index}`, material, validFrom: null, validUntil: null }))
  return [{ id, name: '登録名', nameEn: null, confirmedBy: 'test', confirmedOn: '2026-04-01', how: 'test', keys }]
}

async function verdictOf(found: Found, register: readonly RegisteredIssuer[]) {
  const held = supporting()
  // The evidence with the lists is accepted.
  const { grade, axes } = await verify(found, buildContext(held, { issuers: register }, now, { accepted: held.map(evidenceDigest) }))
  return { grade, time: axes.time.value, status: axes.status.value }
}

/** The manifest's verdict as ours. With an empty register a did:key is unregistered, and every other key is only claimed: unproven. */
function expectedOf(
  verdict: string,
  found: Found,
): { readonly empty: Grade; readonly registered: Grade; readonly time: TimeValue; readonly status: StatusValue | null } {
  const parts = verdict.split('+')
  const time = parts.includes('expired') ? 'expired' : parts.includes('not-yet-valid') ? 'not-yet-valid' : 'current'
  const status = parts.includes('revoked') ? 'revoked' : parts.includes('status-error') ? 'invalid-list' : null
  const both = (grade: Grade) => ({ empty: grade, registered: grade, time, status }) as const
  if (parts.includes('invalid') || parts.includes('proof-valid; issuer-not-bound')) return both('rejected')
  if (parts.includes('undecidable')) return both('unproven')
  const isOwnKey = found.credential.issuer.id?.startsWith('did:key:') && !parts.includes('undecidable-offline')
  return { empty: isOwnKey ? 'unregistered' : 'unproven', registered: 'verified', time, status }
}

interface Difference {
  readonly why: string
  readonly empty?: Grade
  readonly registered?: Grade
  readonly status?: StatusValue
}

const undefinedTerms = {
  why: 'a term that no context defines is covered by no signature: data-loss, which proves nothing and rejects nothing',
  empty: 'unproven',
  registered: 'unproven',
} as const
const foreignList = { why: 'the list is issued by another did:key than the badge: a list of another issuer is invalid-list', status: 'invalid-list' } as const

/** Where our verdict differs from the manifest's, and why. Keyed by the end of the path. */
const differences: readonly (readonly [RegExp, Difference])[] = [
  [/simple_old_safesigned\.json$/, { why: 'the context is at an unknown address: unsupported, not forged', empty: 'unproven', registered: 'unproven' }],
  [/simple-err-(credential-subject-profile-type|credential-subject-type|evidence-type|issuer-parentorg-type)\.json$/, undefinedTerms],
  [/simple-err-issuer\.json$/, { why: 'it names no issuer: intact, but no issuer can be registered for it', registered: 'unproven' }],
  [
    /simple-did-key-method\.json$/,
    { why: 'once the register pins the did:key under this issuer id, a person has said whose key it is', registered: 'verified' },
  ],
  [/didWeb\/.*validStatus.*\.json$|mixedRegistry-validStatus-noExpiry\.json$/, foreignList],
  [
    /twoOIDF-revoked-notExpired-badSchema\.json$/,
    {
      why: 'it carries a context object of its own, which is refused before the signature is looked at',
      empty: 'rejected',
      registered: 'rejected',
      status: 'invalid-list',
    },
  ],
  [/dcc-vc-test-fixtures\/.*[rR]evokedSta(t)?us.*\.json$/, foreignList],
]

describe('the credentials of 1EdTech and DCC', () => {
  it('are accepted and rejected as they should be', async () => {
    console.log(`credentials of 1EdTech and DCC: ${entries.length}`)
    const wrong: string[] = []
    for (const { path, expectedVerdict } of entries) {
      const found = firstOf(path)
      if (!found) {
        wrong.push(`${path}: nothing found`)
        continue
      }
      const [empty, registered] = [await verdictOf(found, []), await verdictOf(found, registerOf(found))]
      const expected = { ...expectedOf(expectedVerdict ?? '', found), ...differences.find(([pattern]) => pattern.test(path))?.[1] }
      const seen = `${empty.grade} ${registered.grade} ${registered.time} ${empty.status}`
      const isStatus =
        expected.status === null
          ? empty.status !== 'revoked' && empty.status !== 'suspended'
          : empty.status === expected.status && registered.status === expected.status
      const fits =
        empty.grade === expected.empty && registered.grade === expected.registered && registered.time === expected.time && empty.time === expected.time
      if (!fits || !isStatus) wrong.push(`${path}: ${expectedVerdict}, but ${seen}`)
    }
    expect(wrong).toEqual([])
  })

  it('that differ for an argued reason each still have a file', () => {
    const unused =
      entries.length === 0 ? [] : differences.filter(([pattern]) => !entries.some(({ path }) => pattern.test(path))).map(([pattern]) => String(pattern))
    expect(unused).toEqual([])
  })
})
