import { test } from 'vitest'
import { canonicalize } from '../../electron/verifier/jsonld/canonicalize'
import type { JsonObject } from '../../shared/model/json'
import { knowing, makeIssuer } from './credentials'
import { limitOf } from './limit'
import { usualMix } from './manySigned'
import { compare, measure, printTable, processor, share } from './measure'
import { parsed, verified } from './ours'
import { makePeer } from './peer'
import { unseenCredentials } from './unseenShapes'

const count = 300

test('eddsa-rdfc-2022 in one thread', async () => {
  const issuer = makeIssuer()
  const context = knowing(issuer.did)
  const texts = await usualMix(count, issuer)
  const files = texts.map((text) => Buffer.from(text))
  const inHand = files.map(parsed)
  const documents = texts.map((text) => JSON.parse(text) as JsonObject)
  const peer = makePeer(issuer)
  const form = await canonicalize(documents[0]!, { order: 'code-point', contextText: 'newer' })
  const quads = form.ok ? form.value.split('\n').length - 1 : 0

  const all = async <One>(list: readonly One[], run: (one: One) => Promise<void>) => {
    for (const one of list) await run(one)
  }
  const known = await measure(
    { warm: 8, counted: 15, clock: processor, lead: true },
    {
      whole: { units: count, run: () => all(files, (bytes) => verified(parsed(bytes), context)) },
      verify: { units: count, run: () => all(inHand, (one) => verified(one, context)) },
      '@digitalbazaar/vc': { units: count, run: () => all(documents, peer) },
      limit: { units: count, run: limitOf('Ed25519', texts) },
    },
  )

  const rounds = { warm: 1, counted: 5, clock: processor }
  const each = 40
  const unseen = await unseenCredentials((rounds.warm + rounds.counted) * each, issuer)
  const ofRound = <One>(list: readonly One[], round: number) => list.slice(round * each, (round + 1) * each)
  const unseenFiles = unseen.map((text) => Buffer.from(text))
  const unseenDocuments = unseen.map((text) => JSON.parse(text) as JsonObject)
  const fresh = await measure(rounds, {
    whole: { units: each, run: (round) => all(ofRound(unseenFiles, round), (bytes) => verified(parsed(bytes), context)) },
    '@digitalbazaar/vc': { units: each, run: (round) => all(ofRound(unseenDocuments, round), peer) },
  })

  const size = `${(Buffer.byteLength(texts[0]!) / 1024).toFixed(1)} KB, ${quads} quads`
  printTable(
    `eddsa-rdfc-2022, one thread, ${size}, ${count} different credentials`,
    [
      compare('read + parse + verify', known.whole, known['@digitalbazaar/vc'], 'embedded-proof'),
      compare('verify alone', known.verify, known['@digitalbazaar/vc'], 'embedded-proof'),
      share('verify alone, of the limit', known.verify, known.limit, 'embedded-proof-limit'),
      share('@digitalbazaar/vc, of the limit', known['@digitalbazaar/vc'], known.limit, null),
      compare('unseen shape and contexts: read + parse + verify', fresh.whole, fresh['@digitalbazaar/vc'], 'unseen-shape'),
    ],
    {
      remarks: [
        'Limit: `JSON.parse`, two SHA-256, one native Ed25519: what nobody can leave out. Unseen: no two credentials of the run name the same contexts in the same order.',
        'One in a hundred is looked at twice, as on average.',
      ],
      whyMissed: {
        'unseen-shape':
          'The first credential of every shape and list of contexts is done twice: by its plan, which is made then, and by jsonld’s own steps, to compare.',
        'embedded-proof': 'The bench `profile` says where the time goes.',
        'embedded-proof-limit':
          'Between ours and the limit stand the statements of 74 quads, the strict reading of the text, its normal form and six findings; the bench `profile` says how much of each.',
      },
    },
  )
})
