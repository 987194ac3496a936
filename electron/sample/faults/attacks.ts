import { createPublicKey } from 'node:crypto'
import { signEmbedded } from '../badges/embeddedProof'
import { issueBadge, issueEmbedded, issueToken, makeEmbedded, utc } from '../badges/issue'
import { makeAssertion, makeBadgeClass } from '../badges/openBadges2'
import { packBadge } from '../badges/pack'
import type { Fault } from './fault'

/** A token in the name of a registered institute, signed by the attacker, whose own key it carries in its header. */
export const headerKey: Fault = {
  name: 'attacker-header-key',
  per600: 2,
  async make(workshop) {
    const { attacker } = workshop.issuers
    const issued = await issueToken(workshop.award({ issuer: 'jichi3', status: 'none' }), workshop, {
      key: attacker.p256,
      header: { jwk: attacker.p256.publicJwk },
    })
    return [packBadge({ ...issued, grade: 'unproven', axes: { issuer: 'unauthenticated' } }, workshop, { change: { fault: 'attacker-header-key' } })]
  },
}

/** The attacker's key as the fragment of the victim's own address. */
export const fragmentKey: Fault = {
  name: 'attacker-fragment-key',
  per600: 2,
  async make(workshop) {
    const { attacker, toho } = workshop.issuers
    const method = `${toho.id}#${attacker.ed25519.publicKeyMultibase}`
    const issued = await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none' }), workshop, { key: attacker.ed25519, method })
    return [packBadge({ ...issued, grade: 'unproven', axes: { issuer: 'unauthenticated' } }, workshop, { change: { fault: 'attacker-fragment-key' } })]
  },
}

/** Signed by the attacker's own DID in the name of somebody else: an embedded proof, then a token. */
export const issuerMismatch: Fault = {
  name: 'issuer-mismatch',
  per600: 2,
  async make(workshop, index) {
    const { attacker } = workshop.issuers
    const issued =
      index % 2 === 0
        ? await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none' }), workshop, { key: attacker.ed25519, method: attacker.method })
        : await issueToken(workshop.award({ issuer: 'shiomi' }), workshop, {
            edit: (claims) => claims,
            key: attacker.ed25519,
            header: { kid: attacker.method },
          })
    return [packBadge({ ...issued, grade: 'rejected', axes: { issuer: 'mismatch' } }, workshop, { change: { fault: 'issuer-mismatch' } })]
  },
}

/** An Open Badges 2.0 token whose key stands only in the badge itself. */
export const keyInBadge: Fault = {
  name: 'key-in-badge',
  per600: 1,
  async make(workshop) {
    const { p256 } = workshop.issuers.attacker
    const host = 'badges.nishihama-juku.example'
    const award = workshop.award({ issuer: 'jichi' })
    const id = `https://${host}/issuers/9`
    const key = `https://${host}/keys/9`
    const publicKeyPem = createPublicKey({ key: { ...p256.publicJwk }, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString()
    const profile = {
      type: 'Issuer',
      id,
      name: '西浜塾',
      url: `https://${host}/`,
      email: `badge@${host}`,
      publicKey: { type: 'CryptographicKey', id: key, owner: id, publicKeyPem },
    }
    const { '@context': _, ...badge } = makeBadgeClass(award.achievement, host, profile)
    const assertion = { ...makeAssertion(award), badge, verification: { type: 'SignedBadge', creator: key } }
    const text = await p256.signJws({}, JSON.stringify(assertion))
    const change = { grade: 'unproven', axes: { issuer: 'unauthenticated' }, issuerId: id, fault: 'key-in-badge' } as const
    return [packBadge({ ...(await issueBadge(award, workshop)), text }, workshop, { change })]
  },
}

/** An issuer whose DID document nobody holds. */
export const unresolvedKey: Fault = {
  name: 'unresolved-key',
  per600: 1,
  async make(workshop) {
    const { unheld } = workshop.issuers
    const award = workshop.award({ issuer: 'toho', status: 'none' })
    const document = { ...makeEmbedded(award, workshop), issuer: { id: unheld.id, type: ['Profile'], name: 'やまなみ学院' } }
    const signed = await signEmbedded(document, { suite: 'eddsa-rdfc-2022', key: unheld.key, method: unheld.method, created: utc(award.issuedAt) })
    const change = { grade: 'unproven', axes: { issuer: 'unresolved' }, issuerId: unheld.id, fault: 'unresolved-key' } as const
    return [packBadge({ ...(await issueBadge(award, workshop)), text: JSON.stringify(signed) }, workshop, { change })]
  },
}

/**
 * A hosted badge whose own address is another's, though badge and issuer are claimed from the platform: `startsWith` would be fooled. Nothing in hand says
 * which hosts the issuer allows: it is not forged, and it is never the issuer's.
 */
export const otherOrigin: Fault = {
  name: 'other-origin',
  per600: 1,
  async make(workshop) {
    const host = workshop.issuers.by.kenshu.host
    const id = `https://${host}.evil-badge.example/api/v1.0/openbadge/v2/Assertion/${workshop.random.hex(22)}`
    const issued = await issueBadge(workshop.award({ issuer: 'kenshu', confirmed: false, id }), workshop)
    return [packBadge(issued, workshop, { change: { fault: 'other-origin' } })]
  },
}
