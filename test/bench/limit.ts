import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyType } from '../unit/verifier/signer'

/** What nobody can leave out, for each of the texts: it is read, its two halves are hashed, a signature of this kind is checked. */
export function limitOf(keyType: KeyType, texts: readonly string[]): () => void {
  const hash = keyType === 'P-384' ? 'sha384' : 'sha256'
  const { publicKey, privateKey } = keyType === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: keyType })
  const algorithm = keyType === 'Ed25519' ? null : hash
  const half = (text: string) => createHash(hash).update(text, 'utf8').digest()
  const signed = Buffer.concat([half('options'), half('document')])
  const signature = sign(algorithm, signed, privateKey)
  return () => {
    for (const text of texts) {
      JSON.parse(text)
      half(text)
      half(text.slice(0, 400))
      if (!verify(algorithm, signed, publicKey, signature)) throw new Error('a signature is refused')
    }
  }
}
