import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/model/json'
import { knowing, makeCredential, makeIssuer, sign } from '../../bench/credentials'
import { fastSigner, isCrossChecked, manySigned, usualMix } from '../../bench/manySigned'
import { parsed, verified } from '../../bench/ours'
import { makePeer } from '../../bench/peer'

const issuer = makeIssuer()
const signed = await fastSigner(issuer)
const numbers = [0, 1, 9, 10, 41, 99, 1000, 12_345, 99_999]

describe('credentials signed in large numbers', () => {
  it.each(numbers)('are the very text another program signs: number %i', async (number) => {
    expect(JSON.parse(signed(number, 'a@aomine.example'))).toEqual(JSON.parse(await sign(makeCredential(number, issuer.did, 'a@aomine.example'), issuer)))
  })

  it('are found good by another program and by ours', async () => {
    const [theirs, context] = [makePeer(issuer), knowing(issuer.did)]
    for (const number of numbers) {
      await theirs(JSON.parse(signed(number)) as JsonObject)
      await verified(parsed(Buffer.from(signed(number))), context)
    }
  })

  it('are refused by another program once a value is altered', async () => {
    const document = JSON.parse(signed(3)) as JsonObject
    await expect(makePeer(issuer)({ ...document, name: 'データ活用研修 修了 4' })).rejects.toThrow('the peer refuses a credential')
  })

  it('may be had so that exactly one in a hundred is looked at twice', async () => {
    const texts = await usualMix(300, issuer)
    expect([new Set(texts).size, texts.filter(isCrossChecked).length]).toEqual([300, 3])
  })

  it('are all different, and handed out to the addresses in turn', async () => {
    const texts: string[] = []
    for await (const text of manySigned(50, issuer, ['a@aomine.example', 'b@aomine.example'])) texts.push(text)
    expect(new Set(texts.map((text) => (JSON.parse(text) as { id: string }).id)).size).toBe(50)
    expect(texts.slice(0, 2)).toEqual([signed(0, 'a@aomine.example'), signed(1, 'b@aomine.example')])
  })
})
