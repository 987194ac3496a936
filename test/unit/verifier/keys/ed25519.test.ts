import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, it } from 'vitest'
import { isSoundEd25519Key, precheckEd25519, smallOrderPoints } from '../../../../electron/verifier/keys/ed25519'
import { ed25519Key } from '../../../../electron/verifier/keys/publicKey'
import { verifySignature } from '../../../../electron/verifier/keys/signature'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const inLittleEndian = (number: bigint) => Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse()

describe('the checks of Ed25519 before a crypto library is called', () => {
  it('know exactly the eight multiples of a point of order eight', () => {
    const generator = ed25519.Point.fromHex(smallOrderPoints[4] ?? '')
    const multiples = Array.from({ length: 8 }, (_, n) => (n === 0 ? ed25519.Point.ZERO : generator.multiplyUnsafe(BigInt(n))).toHex())
    expect(new Set(multiples)).toEqual(new Set(smallOrderPoints))
  })

  it('refuse a key of small order by its own code', () => {
    for (const point of smallOrderPoints) expect(ed25519Key(bytes(point))).toEqual({ ok: false, problem: { code: 'key.small-order' } })
  })

  it('refuse a signature whose S is not below L, and accept the same one with S below L', () => {
    const secret = new Uint8Array(32).fill(7)
    const message = Buffer.from('適材')
    const signature = ed25519.sign(message, secret)
    const key = ed25519Key(ed25519.getPublicKey(secret))
    if (!key.ok) throw new Error('sound key')
    expect(verifySignature(key.value, 'none', message, signature)).toBe(true)
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = BigInt(`0x${Buffer.from(signature.slice(32)).reverse().toString('hex')}`) + order
    const larger = Buffer.concat([signature.slice(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()])
    expect(precheckEd25519(ed25519.getPublicKey(secret), larger)).toBe(false)
    expect(verifySignature(key.value, 'none', message, larger)).toBe(false)
  })

  it('have the bound of S at L: L − 1 is below it; L, L + 1 and a set highest bit are not', () => {
    const sound = ed25519.getPublicKey(new Uint8Array(32).fill(9))
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const checked = [order - 1n, order - 256n, 0n, order, order + 1n, order + 256n, 2n ** 252n, 2n ** 255n, 2n ** 255n + 1n, 2n ** 256n - 1n].map((s) =>
      precheckEd25519(sound, Buffer.concat([sound, inLittleEndian(s)])),
    )
    expect(checked).toEqual([true, true, true, false, false, false, true, false, false, false])
  })

  it('have the bound of y at p, for the key and for R, with both signs of x', () => {
    const sound = ed25519.getPublicKey(new Uint8Array(32).fill(9))
    const [prime, sign] = [2n ** 255n - 19n, 2n ** 255n]
    const points = [prime - 2n, prime - 256n, 3n, prime, prime + 1n, prime + 2n, sign - 1n]
    for (const [index, y] of [...points, ...points.map((one) => one + sign)].entries()) {
      const encoded = inLittleEndian(y)
      const isBelow = index % points.length < 3
      expect(isSoundEd25519Key(encoded)).toBe(isBelow)
      expect(precheckEd25519(sound, Buffer.concat([encoded, Buffer.alloc(32)]))).toBe(isBelow)
    }
  })

  it('refuse −0, the sign of x where x is 0, and small order with either sign', () => {
    const sound = ed25519.getPublicKey(new Uint8Array(32).fill(9))
    for (const point of smallOrderPoints) {
      for (const sign of [0x00, 0x80]) {
        const encoded = bytes(point)
        encoded[31] = (encoded[31] ?? 0) ^ sign
        expect(isSoundEd25519Key(encoded)).toBe(false)
        expect(precheckEd25519(sound, Buffer.concat([encoded, Buffer.alloc(32)]))).toBe(false)
      }
    }
  })

  it('refuse a wrong length of key or signature', () => {
    const sound = ed25519.getPublicKey(new Uint8Array(32).fill(9))
    expect(precheckEd25519(sound.slice(1), new Uint8Array(64))).toBe(false)
    expect(precheckEd25519(sound, new Uint8Array(63))).toBe(false)
    expect(ed25519Key(sound.slice(0, 31)).ok).toBe(false)
  })

  it('accept Ed25519 only without another digest', () => {
    const secret = new Uint8Array(32).fill(5)
    const key = ed25519Key(ed25519.getPublicKey(secret))
    if (!key.ok) throw new Error('sound key')
    expect(verifySignature(key.value, 'sha256', Buffer.from('a'), ed25519.sign(Buffer.from('a'), secret))).toBe(false)
  })
})
