import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { hashes, verify as verifyByNoble } from '@noble/ed25519'
import { test } from 'vitest'
import { jwkKey } from '../../electron/verifier/keys/jwk'
import type { PublicKey } from '../../electron/verifier/keys/key'
import { precheckEd25519, verifySignature } from '../../electron/verifier/keys/signature'
import type { JsonObject } from '../../shared/model/json'
import { good } from './city'
import { compare, measure, printTable, processor, share } from './measure'

const count = 200
/** Others need a hundredth of a second for one: as many as that are enough. */
const countOfCurve = 50
const rounds = { warm: 4, counted: 11, clock: processor }

interface Signed {
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Runs over all; throws where one is not found good, so that nothing is measured that was not done. */
const all = (list: readonly Signed[], holds: (one: Signed) => boolean) => () => {
  for (const one of list) if (!holds(one)) throw new Error('a signature is refused')
}

/** Two digests, as the suites sign them. */
const messages = (many: number) => Array.from({ length: many }, () => randomBytes(64))
// The export of a public key as JWK holds texts alone; the type allows more.
const keyOf = (publicKey: KeyObject): PublicKey => good(jwkKey(publicKey.export({ format: 'jwk' }) as JsonObject))

test('Ed25519', async () => {
  hashes.sha512 = (message) => createHash('sha512').update(message).digest()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = keyOf(publicKey)
  const raw = key.raw!
  const list = messages(count).map((message) => ({ message, signature: sign(null, message, privateKey) }))
  const measured = await measure(rounds, {
    ours: { units: count, run: all(list, ({ message, signature }) => verifySignature(key, 'none', message, signature)) },
    'node:crypto': { units: count, run: all(list, ({ message, signature }) => verify(null, message, publicKey, signature)) },
    checks: { units: count, run: all(list, ({ signature }) => precheckEd25519(raw, signature)) },
    '@noble/ed25519': { units: count, run: all(list, ({ message, signature }) => verifyByNoble(signature, message, raw, { zip215: false })) },
    '@noble/curves': { units: count, run: all(list, ({ message, signature }) => ed25519.verify(signature, message, raw, { zip215: false })) },
  })
  printTable(`Ed25519, ${count} signatures over 64 bytes`, [
    compare('checks of form, then OpenSSL', measured.ours, measured['@noble/ed25519'], null),
    compare('checks of form, then OpenSSL', measured.ours, measured['@noble/curves'], null),
    share('checks of form, then OpenSSL; of OpenSSL alone', measured.ours, measured['node:crypto'], null),
    share('the checks of form, within OpenSSL’s time', measured['node:crypto'], measured.checks, null),
  ])
})

const curves = [
  { name: 'P-256', hash: 'sha256', noble: p256 },
  { name: 'P-384', hash: 'sha384', noble: p384 },
] as const

test.each(curves)('$name', async ({ name, hash, noble }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: name })
  const key = keyOf(publicKey)
  const dsaEncoding = 'ieee-p1363'
  const list = messages(countOfCurve).map((message) => ({ message, signature: sign(hash, message, { key: privateKey, dsaEncoding }) }))
  const measured = await measure(rounds, {
    ours: { units: countOfCurve, run: all(list, ({ message, signature }) => verifySignature(key, hash, message, signature)) },
    'node:crypto': { units: countOfCurve, run: all(list, ({ message, signature }) => verify(hash, message, { key: publicKey, dsaEncoding }, signature)) },
    '@noble/curves': { units: countOfCurve, run: all(list, ({ message, signature }) => noble.verify(signature, message, key.raw!, { lowS: false })) },
  })
  printTable(`ECDSA ${name}, ${countOfCurve} signatures over 64 bytes`, [
    compare('checks of form, then OpenSSL', measured.ours, measured['@noble/curves'], null),
    share('checks of form, then OpenSSL; of OpenSSL alone', measured.ours, measured['node:crypto'], null),
  ])
})
