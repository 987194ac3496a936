import { describe, expect, it } from 'vitest'
import { holdsOneCredential } from '../../../electron/parser'
import type { JsonValue } from '../../../shared/model/json'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'

describe('a document is exactly one credential', () => {
  for (const [name, document] of Object.entries<JsonValue>({
    'an Open Badge 3.0': openBadge3,
    'a hosted Open Badge 2.0': hostedBadge,
    'an Open Badge 1.1': { uid: '1', recipient: { type: 'email', identity: 'a@b.example', hashed: false }, badge: 'https://b.example/1', verify: {} },
    'an endorsement': { type: ['VerifiableCredential', 'EndorsementCredential'], credentialSubject: { id: 'urn:a' } },
  }))
    it(`where it is ${name}`, () => expect(holdsOneCredential(document)).toBe(true))
})

describe('a document may hold more than one credential', () => {
  for (const [name, document] of Object.entries<JsonValue>({
    'a status list': { type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { encodedList: 'u' } },
    'a badge that says it is a status list too': { ...openBadge3, type: ['OpenBadgeCredential', 'BitstringStatusListCredential'] },
    'a presentation of badges': { type: 'VerifiablePresentation', verifiableCredential: [openBadge3] },
    'a CLR of badges': { type: ['VerifiableCredential', 'ClrCredential'], credentialSubject: { verifiableCredential: [openBadge3] } },
    'a token in the place of a credential': { type: ['VerifiableCredential', 'EnvelopedVerifiableCredential'], id: 'data:application/vc+jwt,a.b.c' },
    'a profile': { type: 'Profile', id: 'https://example.ac.jp', name: '例示大学' },
    'a list of badges': [openBadge3],
    'of no kind that is known': { hello: 'world' },
    'a text': 'a',
    nothing: null,
  }))
    it(`where it is ${name}`, () => expect(holdsOneCredential(document)).toBe(false))
})
