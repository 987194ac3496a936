import { createHash } from 'node:crypto'
import { compactVerify, importJWK, type JWK } from 'jose'
import { verify } from '../../../../electron/verifier'
import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { fixedSigner } from '../../../faults/mutations/fixedSigner'
import { mutateToken } from '../../../faults/mutations/token'
import { seeded } from '../../../fixtures/reader/mutate'
import { bindKey, type Disclosed, disclosureOf, sdJwt } from '../proofs/sdJwtSigner'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, issuer } from '../stage'

/* No SD-JWT library is at hand. The other program is therefore jose for every signature, and the steps of RFC 9901, section 7, written out one by one. */

type Claims = JsonObject

const decoded = (text: string): JsonValue => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
const digestOf = (text: string) => createHash('sha256').update(text, 'ascii').digest('base64url')

/** Step 3: each digest once, each disclosure used once, no name twice. Throws on the first breach. */
function disclosedClaims(payload: Claims, disclosures: readonly string[]): Claims {
  const byDigest = new Map(disclosures.map((text) => [digestOf(text), asList(decoded(text))]))
  if (byDigest.size !== disclosures.length) throw new Error('twice')
  const [met, used] = [new Set<string>(), new Set<string>()]
  const found = (digest: JsonValue, length: number) => {
    if (typeof digest !== 'string' || met.has(digest)) throw new Error('digest')
    met.add(digest)
    const parts = byDigest.get(digest)
    if (!parts) return null
    used.add(digest)
    if (parts.length !== length || typeof parts[0] !== 'string') throw new Error('parts')
    return parts
  }
  const place = (value: JsonValue): JsonValue => {
    if (isArray(value)) {
      return value.flatMap((item): readonly JsonValue[] => {
        if (!isObject(item) || item['...'] === undefined) return [place(item)]
        if (Object.keys(item).length !== 1) throw new Error('beside')
        const parts = found(item['...'], 2)
        return parts ? [place(parts[1] ?? null)] : []
      })
    }
    if (!isObject(value)) return value
    const { _sd, ...rest } = value
    const placed = new Map(Object.entries(rest).map(([name, child]) => [name, place(child)]))
    if (_sd !== undefined && !isArray(_sd)) throw new Error('_sd')
    for (const digest of _sd === undefined ? [] : asList(_sd)) {
      const parts = found(digest, 3)
      if (!parts) continue
      const [, name, child] = parts
      if (typeof name !== 'string' || ['_sd', '...'].includes(name) || placed.has(name)) throw new Error('name')
      placed.set(name, place(child ?? null))
    }
    return Object.fromEntries(placed)
  }
  const claimed = place(payload)
  if (used.size !== byDigest.size || !isObject(claimed)) throw new Error('unused')
  return claimed
}

/** The claims that the other program reads from a token; null where it refuses it. */
async function readElsewhere(text: string, key: JsonObject): Promise<Claims | null> {
  try {
    const [jws = '', ...rest] = text.split('~')
    const { payload } = await compactVerify(jws, await importJWK(key as JWK, 'EdDSA'), { algorithms: ['EdDSA'] })
    const content: JsonValue = JSON.parse(Buffer.from(payload).toString('utf8'))
    if (!isObject(content)) return null
    if (content._sd_alg !== undefined && content._sd_alg !== 'sha-256') return null
    const claimed = disclosedClaims(content, rest.slice(0, -1))
    const binding = rest.at(-1) ?? ''
    if (binding === '') return claimed
    const holder = isObject(claimed.cnf) && isObject(claimed.cnf.jwk) ? claimed.cnf.jwk : {}
    const bound = await compactVerify(binding, await importJWK(holder as JWK, 'EdDSA'), { algorithms: ['EdDSA'] })
    const said: JsonValue = JSON.parse(Buffer.from(bound.payload).toString('utf8'))
    return isObject(said) && said.sd_hash === digestOf(text.slice(0, text.length - binding.length)) ? claimed : null
  } catch {
    return null
  }
}

/** A plain token, one with disclosures, one of which a part is hidden, and one with a key binding. */
async function tokens() {
  const [signer, holder] = [fixedSigner(11), fixedSigner(12)]
  const did = didKeyOf(signer)
  const { credentialSubject, ...outer } = badge(did)
  const shown = (name: string | null, value: JsonValue): Disclosed => disclosureOf(name === null ? ['salt', value] : [`salt-${name}`, name, value])
  const [type, end] = [shown(null, 'OpenBadgeCredential'), shown('validUntil', '2030-03-31T00:00:00Z')]
  const whole = shown('credentialSubject', credentialSubject ?? null)
  const payload = { ...outer, _sd_alg: 'sha-256', _sd: [whole.digest, end.digest], type: ['VerifiableCredential', { '...': type.digest }] }
  const header = { kid: did }
  const bound = await sdJwt({ ...payload, cnf: { jwk: holder.jwk } }, signer, [whole, end, type], header)
  return {
    key: signer.jwk,
    context: contextWith([issuer(did)]),
    originals: [
      await compact(claims(badge(did)), header, signer),
      await sdJwt(payload, signer, [whole, end, type], header),
      await sdJwt(payload, signer, [whole, type], header),
      await bindKey(bound, holder),
    ],
  }
}

export interface TokenTally {
  both: number
  onlyOther: number
  neither: number
  /** Codes with which we refuse what the other program accepts. */
  readonly reasons: Map<string, number>
  readonly faults: string[]
}

/** What may be refused here alone, with the reason. */
const reasons: Readonly<Record<string, string>> = {
  'no credential': 'the parser finds no badge at all, so nothing is shown or counted',
  'jwt.signature-encoding': '11: base64url with padding or spare bits, which the other program skips (RFC 7515, section 2)',
  'jwt.key-binding': 'a key binding of another type, or without time, receiver or nonce (RFC 9901, section 4.3), which the other program does not look at',
}

async function ours(text: string, context: Awaited<ReturnType<typeof tokens>>['context']) {
  const found = (() => {
    try {
      return credentialOf(text)
    } catch {
      return null
    }
  })()
  if (!found) return { accepted: false, codes: ['no credential'], until: null, subject: null }
  const { axes, problems } = await verify(found, context)
  const accepted = axes.integrity.value === 'intact' && axes.issuer.value === 'registered'
  const { validUntil, achievement } = found.credential
  return { accepted, codes: problems.map(({ code }) => String(code)), until: validUntil, subject: achievement.name }
}

/** Reads the same altered tokens with both programs. */
export async function compareTokens(seed: number, count: number): Promise<TokenTally> {
  const { key, context, originals } = await tokens()
  const tally: TokenTally = { both: 0, onlyOther: 0, neither: 0, reasons: new Map(), faults: [] }
  for (let number = 0; number < count; number++) {
    const random = seeded(Math.imul(seed, 0x9e3779b1) + number)
    const [one = '', other = ''] = [originals[number % originals.length], originals[(number + 1) % originals.length]]
    const text = mutateToken(one, other, random).trim()
    const [here, there] = [await ours(text, context), await readElsewhere(text, key)]
    if (here.accepted && there) {
      tally.both += 1
      const subject = isObject(there.credentialSubject) && isObject(there.credentialSubject.achievement) ? there.credentialSubject.achievement.name : null
      const isSame = (here.until ?? null) === (there.validUntil ?? null) && (here.subject ?? null) === (subject ?? null)
      if (!isSame) tally.faults.push(`read otherwise: ${text}`)
    } else if (here.accepted) tally.faults.push(`accepted here alone: ${text}`)
    else if (there) {
      tally.onlyOther += 1
      const reason = here.codes.find((code) => Object.hasOwn(reasons, code))
      if (reason === undefined) tally.faults.push(`refused here alone (${here.codes.join(', ')}): ${text}`)
      else tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
    } else tally.neither += 1
  }
  return tally
}
