import { describe, expect, it } from 'vitest'
import { contextDigest, pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import manifest from '../../../../resources/contexts/manifest.json'
import type { JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorJson } from './vectors'

/** The terms a context defines, those of suites: each with the terms inside it. */
const termsOf = (url: string) =>
  pinnedContexts.newer.get(url)?.['@context'] as Readonly<Record<string, { readonly '@id': string; readonly '@context': JsonObject }>>

const openBadges303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

describe('pinned contexts', () => {
  it('have the text the manifest pins them by', () => {
    for (const { url, text, sha256 } of manifest) {
      const document = text === 'older' ? pinnedContexts.older.get(url) : pinnedContexts.newer.get(url)
      expect(contextDigest(document ?? {}), `${url} (${text})`).toBe(sha256)
    }
    expect(pinnedContexts.newer.size + pinnedContexts.older.size).toBe(manifest.length)
  })

  it('include both data models, four versions of Open Badges 3.0 and two of CLR 2.0', () => {
    expect([...pinnedContexts.newer.keys()]).toEqual(
      expect.arrayContaining([
        'https://www.w3.org/2018/credentials/v1',
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
        openBadges303,
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
        'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      ]),
    )
  })

  it('include no context that gives every word a meaning', () => {
    for (const document of [...pinnedContexts.newer.values(), ...pinnedContexts.older.values()]) expect(JSON.stringify(document)).not.toContain('@vocab":"http')
  })

  it('include Open Badges 3.0.3 in both of its texts', () => {
    expect([...pinnedContexts.older.keys()]).toEqual([openBadges303])
    expect(pinnedContexts.newer.get(openBadges303)).toHaveProperty(['@context', 'endorsementJwt', '@container'], '@set')
    expect(pinnedContexts.older.get(openBadges303)).not.toHaveProperty(['@context', 'endorsementJwt'])
  })

  it('define the two proofs with a detached JWS like a package defines their successor, except for the place of the signature', () => {
    const successor = termsOf('https://w3id.org/security/suites/ed25519-2020/v1').Ed25519Signature2020
    const { proofValue: _elsewhere, ...members } = successor?.['@context'] ?? {}
    for (const [url, name] of [
      ['https://w3id.org/security/suites/ed25519-2018/v1', 'Ed25519Signature2018'],
      ['https://w3id.org/security/suites/jws-2020/v1', 'JsonWebSignature2020'],
    ] as const) {
      expect(termsOf(url)[name]).toEqual({ '@id': `https://w3id.org/security#${name}`, '@context': { ...members, jws: 'https://w3id.org/security#jws' } })
    }
  })

  it('equal the texts fetched from their addresses', () => {
    const fetched = [
      ['ob-v3p0-3.0.3.json', pinnedContexts.older.get(openBadges303)],
      ['ob-v3p0-3.0.3.live-2026-variant.json', pinnedContexts.newer.get(openBadges303)],
      ['ob-v3p0-extensions.json', pinnedContexts.newer.get('https://purl.imsglobal.org/spec/ob/v3p0/extensions.json')],
      ['clr-v2p0.json', pinnedContexts.newer.get('https://purl.imsglobal.org/spec/clr/v2p0/context.json')],
      ['clr-v2p0-2.0.1.json', pinnedContexts.newer.get('https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json')],
    ] as const
    for (const [file, pinned] of haveVectors ? fetched : []) expect(pinned, file).toEqual(vectorJson(`contexts/${file}`))
    say('contexts', haveVectors ? fetched.length : 0)
  })
})
