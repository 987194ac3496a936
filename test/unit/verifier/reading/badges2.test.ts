import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { completeCredential, credentialKey } from '../../../../electron/parser'
import { courierAddresses, dependenciesOf, storedIn, type VerifierContext, verify } from '../../../../electron/verifier'
import { assertionChain } from '../../../../electron/verifier/hosted/assertionChain'
import type { JsonObject } from '../../../../shared/model/json'
import { compact, contextWith, credentialOf, evidence, issuer, key, rsaSigner } from '../stage'
import {
  assertion,
  badgeClass,
  classId,
  creator,
  entries,
  home,
  issuerId,
  listsNaming,
  names,
  profile,
  sameBadge,
  twofold,
  twofoldHosted,
  twofoldSigned,
  url,
} from './badges2'

const signer = rsaSigner()
const pem = createPublicKey({ key: { ...signer.jwk }, format: 'jwk' })
  .export({ format: 'pem', type: 'spki' })
  .toString()
const keyDocument: JsonObject = { type: 'CryptographicKey', id: creator, owner: issuerId, publicKeyPem: pem }
const register = [issuer(issuerId, [key(creator, signer)], '地域防災教育協議会')]
const holding = (...documents: readonly JsonObject[]): VerifierContext => contextWith(register, documents)
const served = (address: string, document: JsonObject) => evidence({ url: address, body: JSON.stringify(document) })

/** Everything parser and verifier read from a badge. */
async function factsOf(text: string, context: VerifierContext) {
  const parsed = credentialOf(text)
  if (parsed.secured.kind === 'address' || parsed.kind !== 'credential') throw new Error(parsed.secured.kind)
  const { recipients, validFrom, validUntil, ...credential } = completeCredential(parsed.credential, storedIn(context))
  const chain = assertionChain(parsed.secured.document, context)
  const { grade, counts, issuerName, axes } = await verify(parsed, context)
  return {
    parser: {
      id: credential.id,
      issuerId: credential.issuer.id,
      classId: credential.achievement.id,
      name: credential.achievement.name,
      recipients,
      validFrom,
      validUntil,
    },
    key: credentialKey(parsed.credential),
    verifier: { issuerId: chain.issuerId, classId: chain.badgeId },
    verdict: { grade, counts, issuerName, time: axes.time.value, status: axes.status.value },
    dependsOn: dependenciesOf(parsed),
    badge: dependenciesOf(parsed).badge,
    asked: courierAddresses(parsed, { integrity: axes.integrity.value, issuer: axes.issuer.value, status: axes.status.value }, context, new Date(0)),
  }
}

describe('a hosted badge of Open Badges 2.0 is the same to parser and verifier, and is confirmed,', () => {
  const plain = JSON.stringify(assertion())
  const context = holding(profile, served(url, assertion()))
  it.each(sameBadge)('written with $says', async ({ write }) => {
    const file = JSON.stringify(write(assertion()))
    const facts = await factsOf(file, context)
    // The one member kept from the spelling: an issuer besides that of the class is left out of the copy.
    // It is not confirmed by that, and so the issuer's profile is asked for too.
    if (write(assertion()).issuer !== undefined) {
      const { asked: _, ...same } = await factsOf(plain, context)
      return expect(facts).toMatchObject({ ...same, verdict: { grade: 'unproven' } })
    }
    expect(facts).toEqual(await factsOf(plain, context))
    expect(facts.verdict).toEqual({ grade: 'confirmed', counts: true, issuerName: '地域防災教育協議会', time: 'current', status: 'clear' })
    // And the other way round: the copy may have this spelling.
    expect((await factsOf(plain, holding(profile, served(url, write(assertion()))))).verdict).toEqual(facts.verdict)
    expect((await factsOf(file, holding(profile, served(url, { ...write(assertion()), revoked: true })))).verdict.status).toBe('revoked')
  })
  it('and differs from a copy of another type, or with other values in a list', async () => {
    for (const [inFile, inCopy] of [
      [{ type: ['Assertion', 7] }, { type: ['Assertion', 8] }],
      [{ evidence: ['a', ['b', { id: 'c' }]] }, { evidence: ['a', ['b', { id: 'd' }]] }],
      [{ evidence: ['a', 'b'] }, { evidence: ['b', 'a'] }],
    ] as readonly (readonly [JsonObject, JsonObject])[]) {
      const file = JSON.stringify({ ...assertion(), ...inFile })
      expect((await factsOf(file, holding(profile, served(url, { ...assertion(), ...inCopy })))).verdict.grade).toBe('unproven')
      expect((await factsOf(file, holding(profile, served(url, { ...assertion(), ...inFile })))).verdict.grade).toBe('confirmed')
    }
  })
  it.each([['true'], [true], [{ '@value': true }], [{ '@value': 'true', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' }], [[true]], ['TRUE']] as const)(
    'and is revoked by %j',
    async (revoked) => {
      for (const name of ['revoked', 'obi:revoked', 'https://w3id.org/openbadges#revoked']) {
        expect((await factsOf(JSON.stringify({ ...assertion(), [name]: revoked as never }), context)).verdict.status).toBe('revoked')
        expect((await factsOf(plain, holding(profile, served(url, { ...assertion(), [name]: revoked as never })))).verdict.status).toBe('revoked')
      }
    },
  )
})

describe('a badge that gives only the address of its class has the issuer of that class,', () => {
  const named = [classId, { id: classId }, { '@id': classId }, { '@id': classId, '@type': 'BadgeClass' }, [classId], [{ '@id': classId }]]
  const own = { '@context': 'https://w3id.org/openbadges/v2', ...badgeClass }
  it.each(named)('written as %j', async (badge) => {
    const file = { ...assertion(), badge: badge as never }
    const plain = { ...assertion(), badge: classId }
    for (const context of [holding(), holding(own), holding(served(url, plain)), holding(served(url, file), served(classId, own))])
      expect(await factsOf(JSON.stringify(file), context)).toEqual(await factsOf(JSON.stringify(plain), context))
    const facts = await factsOf(JSON.stringify(file), holding(served(url, plain), served(classId, own)))
    expect(facts).toMatchObject({ parser: { issuerId, classId, name: '地域防災リーダー' }, verifier: { issuerId, classId }, verdict: { grade: 'confirmed' } })
  })
  it('and no other that it names itself: it is then not confirmed', async () => {
    const file = { ...assertion(), badge: classId, issuer: 'https://stranger.example/issuer' }
    const context = holding(served(url, file), served(classId, own))
    expect(await factsOf(JSON.stringify(file), context)).toMatchObject({
      parser: { issuerId },
      verifier: { issuerId },
      verdict: { grade: 'unproven', counts: false },
    })
    const agreeing = { ...file, issuer: issuerId }
    expect((await factsOf(JSON.stringify(agreeing), holding(served(url, agreeing), served(classId, own)))).verdict.grade).toBe('confirmed')
  })
  it('and signed, it is proven for neither where it names another', async () => {
    const file = { ...assertion({ type: 'SignedBadge', creator }), badge: classId }
    const asked = async (...held: readonly JsonObject[]) =>
      (await factsOf(await compact(file, {}, signer), holding(profile, keyDocument, ...held))).asked.map(({ why }) => why)
    // A file of its class is enough for a signed badge, if the class names its issuer; only the issuer's own profile and list decide about revocation.
    expect([await asked(own), await asked({ ...own, issuer: undefined as never })]).toEqual([['profile', 'revocationList'], ['badgeClass']])
    const verdictOf = async (document: JsonObject) => factsOf(await compact(document, {}, signer), holding(own, profile, keyDocument))
    expect((await verdictOf(file)).verdict).toMatchObject({ grade: 'verified', counts: true })
    expect((await verdictOf({ ...file, issuer: issuerId })).verdict).toMatchObject({ grade: 'verified', counts: true })
    expect((await verdictOf({ ...file, issuer: { '@id': 'https://stranger.example/issuer' } })).verdict).toMatchObject({
      grade: 'unproven',
      counts: false,
      issuerName: null,
    })
    const strangers = contextWith([issuer('https://stranger.example/issuer', [key(creator, signer)])], [own, profile, keyDocument])
    expect((await factsOf(await compact({ ...file, issuer: 'https://stranger.example/issuer' }, {}, signer), strangers)).verdict.counts).toBe(false)
  })
  it('which a stored file cannot give it', async () => {
    const file = { ...assertion(), badge: classId }
    const planted = { ...own, issuer: issuerId, name: '高度情報' }
    expect((await factsOf(JSON.stringify(file), holding(planted, served(url, file)))).verdict).toMatchObject({
      grade: 'unproven',
      counts: false,
      issuerName: null,
    })
  })
})

describe('a signed badge of Open Badges 2.0 is the same to parser and verifier, and is verified,', () => {
  const plain = assertion({ type: 'SignedBadge', creator })
  const context = holding(profile, keyDocument)
  const signed = (document: JsonObject) => compact(document, {}, signer)
  const signedToo = [
    ...sameBadge,
    {
      says: 'its key as an object with @id',
      write: (document: JsonObject) => ({ ...document, verification: { type: 'SignedBadge', creator: { '@id': creator } } }),
    },
    { says: 'its key in a list of one', write: (document: JsonObject) => ({ ...document, verification: { '@type': 'SignedBadge', creator: [creator] } }) },
    { says: 'its key with the prefix', write: (document: JsonObject) => ({ ...document, verification: { type: 'obi:SignedBadge', 'obi:creator': creator } }) },
    {
      says: 'its key as in Open Badges 1.1',
      write: ({ verification: _, ...document }: JsonObject) => ({ ...document, verify: { type: 'signed', url: creator } }),
    },
  ]
  it.each(signedToo)('written with $says', async ({ write }) => {
    const facts = await factsOf(await signed(write(plain)), context)
    expect(facts).toEqual(await factsOf(await signed(plain), context))
    expect(facts.verdict).toMatchObject({ grade: 'verified', issuerName: '地域防災教育協議会', time: 'current', status: 'unknown' })
  })
  const spelled: readonly (readonly [string, JsonObject, JsonObject])[] = [
    [
      'profile with @id and @type',
      {
        '@context': profile['@context']!,
        '@type': 'Issuer',
        '@id': issuerId,
        name: 'x',
        publicKey: { '@id': creator },
        revocationList: { '@id': `${home}/revoked` },
      },
      keyDocument,
    ],
    [
      'profile with the prefix',
      { '@type': 'obi:Issuer', id: issuerId, name: 'x', 'obi:publicKey': [{ id: creator }], 'obi:revocationList': [`${home}/revoked`] },
      keyDocument,
    ],
    ['key with @id and @type', profile, { '@type': 'CryptographicKey', '@id': creator, owner: { '@id': issuerId }, publicKeyPem: pem }],
    ['key inside the profile', { ...profile, publicKey: { '@id': creator, owner: { '@id': issuerId }, publicKeyPem: pem } }, badgeClass],
  ]
  it.each(spelled)('with any spelling of the issuer’s documents: %s', async (_, own, keys) => {
    const found = await factsOf(await signed(plain), contextWith([], [own, keys]))
    const expected = await factsOf(await signed(plain), contextWith([], [profile, keyDocument]))
    expect(found).toEqual(expected)
  })
  /** The issuer's address serves its profile, and the address in the profile serves the list. */
  const publishing = (list: JsonObject) => holding(served(issuerId, profile), keyDocument, served(`${home}/revoked`, list))
  describe('and is revoked wherever the list names it:', () => {
    it.each(names)('a badge with $says', async ({ write }) => {
      const text = await signed(write(plain))
      for (const entry of entries)
        for (const { says, write: writeList } of listsNaming(entry)) {
          const { verdict } = await factsOf(text, publishing(JSON.parse(JSON.stringify(writeList({})))))
          expect([says, entry, verdict.status, verdict.counts]).toEqual([says, entry, 'revoked', false])
        }
    })
    it('a badge with two ids is revoked by either', async () => {
      const text = await signed({ ...plain, '@id': 'https://stranger.example/1' })
      for (const entry of [url, 'https://stranger.example/1'])
        for (const { write } of listsNaming(entry))
          expect((await factsOf(text, publishing(JSON.parse(JSON.stringify(write({})))))).verdict).toMatchObject({
            grade: 'rejected',
            status: 'revoked',
          })
    })
    it('and an ambiguous list, or a document that is none, clears no badge', async () => {
      const text = await signed(plain)
      const other = listsNaming(`${home}/assertion/9`)[0]!.write({})
      expect((await factsOf(text, publishing(other as unknown as JsonObject))).verdict.status).toBe('clear')
      for (const bad of [
        { ...other, '@id': `${home}/else` },
        { ...other, '@type': 'Issuer' },
        { ...other, revokedAssertions: [{ id: 'urn:1', '@id': 'urn:2' }] },
        { type: 'Issuer', id: `${home}/revoked` },
      ])
        expect((await factsOf(text, publishing(bad as unknown as JsonObject))).verdict.status).toBe('unknown')
      const page = evidence({ url: `${home}/revoked`, body: 'Sorry. Nothing is here.' })
      expect((await factsOf(text, holding(served(issuerId, profile), keyDocument, page))).verdict.status).toBe('unknown')
    })
  })
})

const proven: readonly string[] = ['verified', 'confirmed', 'unregistered']

describe('a badge with one member in two different spellings is proven in neither:', () => {
  it.each([...twofold, ...twofoldHosted])('$says, hosted', async ({ write }) => {
    const document = write(assertion())
    const parsed = credentialOf(JSON.stringify(document))
    expect(parsed.problems.map(({ code }) => code)).toContain('document.ambiguous')
    const copies = [document, assertion(), JSON.parse(JSON.stringify(document).replaceAll('badge.example.jp', 'stranger.example'))]
    for (const copy of copies)
      for (const address of [url, 'https://stranger.example/assertion/1']) {
        const found = await verify(parsed, holding(profile, served(address, copy), served(issuerId, profile)))
        expect(proven).not.toContain(found.grade)
        expect(found.counts).toBe(false)
      }
    // Its address may serve it so: a plainly written file is not confirmed by it either.
    expect((await verify(credentialOf(JSON.stringify(assertion())), holding(profile, served(url, document)))).grade).toBe('unproven')
  })
  it.each([...twofold, ...twofoldSigned])('$says, signed by the registered key', async ({ write }) => {
    const found = await verify(credentialOf(await compact(write(assertion({ type: 'SignedBadge', creator })), {}, signer)), holding(profile, keyDocument))
    expect(found).toMatchObject({ grade: 'rejected', counts: false, axes: { integrity: { value: 'malformed' } } })
    expect(found.problems.map(({ code }) => code)).toContain('document.ambiguous')
  })
  it.each([
    ['a profile', { ...profile, '@id': 'https://stranger.example/issuer' }],
    ['a profile', { ...profile, publicKey: { id: creator, '@id': 'https://stranger.example/key', publicKeyPem: pem } }],
    ['a key', { ...keyDocument, controller: 'https://stranger.example/issuer' }],
  ])('%s of that kind resolves nothing', async (_, document) => {
    const text = await compact(assertion({ type: 'SignedBadge', creator }), {}, signer)
    const found = await verify(credentialOf(text), contextWith([], [document as JsonObject]))
    expect(found.axes.issuer.value).toBe('unresolved')
  })
})
