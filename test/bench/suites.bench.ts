import { expect, test } from 'vitest'
import type { VerifierContext } from '../../electron/verifier'
import type { JsonObject } from '../../shared/model/json'
import { type KeyType, signStatements, signText, testKey } from '../unit/verifier/signer'
import { knowing, makeCredential, makeIssuer, withoutPlans } from './credentials'
import { limitOf } from './limit'
import { isCrossChecked, manySigned, usualMix } from './manySigned'
import { compare, type Measured, measure, printTable, processor, type Row, share } from './measure'
import { parsed, verified } from './ours'

const count = 50
const rounds = { warm: 4, counted: 11, clock: processor, lead: true }

const all = async <One>(list: readonly One[], run: (one: One) => Promise<void>) => {
  for (const one of list) await run(one)
}

/** Suites beside eddsa-rdfc-2022, which has a bench of its own. */
const suites: readonly { readonly id: string; readonly keyType: KeyType; readonly form: 'statements' | 'text' }[] = [
  { id: 'ecdsa-rdfc-2019', keyType: 'P-256', form: 'statements' },
  { id: 'ecdsa-rdfc-2019', keyType: 'P-384', form: 'statements' },
  { id: 'Ed25519Signature2020', keyType: 'Ed25519', form: 'statements' },
  { id: 'eddsa-jcs-2022', keyType: 'Ed25519', form: 'text' },
  { id: 'ecdsa-jcs-2019', keyType: 'P-256', form: 'text' },
]

async function measured({
  id,
  keyType,
  form,
}: (typeof suites)[number]): Promise<{ readonly ours: Measured; readonly stock: Measured; readonly limit: Measured }> {
  const key = testKey(keyType)
  const did = `did:key:${key.multibase}`
  const method = `${did}#${key.multibase}`
  const signed: JsonObject[] = []
  const contexts = id === 'Ed25519Signature2020' ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : []
  for (let number = 0; number < count; number++) {
    const plain = makeCredential(number, did)
    const credential = { ...plain, '@context': [...(plain['@context'] as readonly string[]), ...contexts] } // It is a list of addresses there.
    signed.push(form === 'text' ? signText(credential, id, key, method) : await signStatements(credential, id, key, method))
  }
  const texts = signed.map((document) => JSON.stringify(document))
  const files = texts.map((text) => Buffer.from(text))
  const context = knowing(did)
  const run = (within: VerifierContext) => () => all(files, (bytes) => verified(parsed(bytes), within))
  const result = await measure(rounds, {
    ours: { units: count, run: run(context) },
    stock: { units: count, run: run(withoutPlans(did)) },
    limit: { units: count, run: limitOf(keyType, texts) },
  })
  expect(context.crossCheck.takeMismatches()).toEqual([])
  return result
}

test('other suites', async () => {
  const rows: Row[] = []
  for (const suite of suites) {
    const { ours, stock, limit } = await measured(suite)
    const what = `${suite.id}, ${suite.keyType}: read + parse + verify`
    if (suite.form === 'statements') rows.push(compare(what, ours, { ...stock, name: 'the same by jsonld’s own steps' }, null))
    rows.push(share(`${what}, of the limit`, ours, limit, null))
  }
  printTable(`Other suites, one thread, ${count} different credentials each`, rows, {
    remarks: [
      'No other program that verifies these suites is installed here: those by statements stand beside our own verification without plans. Limit: `JSON.parse`, two digests, one native signature check.',
    ],
  })
})

test('what cross-checks cost', async () => {
  const issuer = makeIssuer()
  const context = knowing(issuer.did)
  const sought = 1000
  const usual = await usualMix(sought, issuer)
  const never: string[] = []
  for await (const text of manySigned(sought + 100, issuer)) if (!isCrossChecked(text) && never.length < sought) never.push(text)
  const verifying = (texts: readonly string[], within = context) => {
    const files = texts.map((text) => Buffer.from(text))
    expect(files.length).toBe(sought)
    return () => all(files, (bytes) => verified(parsed(bytes), within))
  }
  const { withChecks, without, stock } = await measure(
    { warm: 1, counted: 7, clock: processor, lead: true },
    {
      withChecks: { units: sought, run: verifying(usual) },
      without: { units: sought, run: verifying(never) },
      stock: { units: sought, run: verifying(usual, withoutPlans(issuer.did)) },
    },
  )
  expect(context.crossCheck.takeMismatches()).toEqual([])
  const steps = { ...stock, name: 'jsonld’s own steps' }
  printTable(`Plans and cross-checks, eddsa-rdfc-2022, one thread, read + parse + verify, ${sought.toLocaleString('en')} different credentials`, [
    compare('by plans, one in a hundred cross-checked', withChecks, steps, null),
    compare('by plans, none of these cross-checked', without, steps, null),
    share('what cross-checks leave of the speed', withChecks, { ...without, name: 'none cross-checked' }, null),
  ])
})
