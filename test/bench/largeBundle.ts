import { createHash, createPrivateKey, type KeyObject, sign as signBytes } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { base58 } from '@scure/base'
import { plannedTexts } from '../../electron/verifier/jsonld/canonicalTexts'
import { pinnedContexts } from '../../electron/verifier/jsonld/contextTable'
import type { JsonObject } from '../../shared/model/json'
import { makeCredential, makeIssuer } from './credentials'
import { makePeer } from './peer'

/** An issuer like that of the other benches, but for its key: it signs here, and nothing signs as fast as the engine itself. */
export interface QuickIssuer {
  readonly did: string
  readonly method: string
  readonly key: KeyObject
}

const ed25519Pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of `makeIssuer`, which follows from its seed. */
const seedOf = (seed: number, label: string) => createHash('sha256').update(`fictitious key of the sample city: ${seed} ${label}`).digest()

export async function makeQuickIssuer(): Promise<QuickIssuer> {
  const { did, method } = await makeIssuer()
  return { did, method, key: createPrivateKey({ key: Buffer.concat([ed25519Pkcs8, seedOf(7, 'bench')]), format: 'der', type: 'pkcs8' }) }
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** Signs by the engine's own canonical form; whether that is the right one, the peer says of the first of them. */
async function signQuickly(credential: JsonObject, { method, key }: QuickIssuer): Promise<string> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-04-01T00:00:00Z',
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
  }
  const options: JsonObject = { '@context': credential['@context']!, ...proof }
  const planned = await plannedTexts({ document: credential, options }, { text: 'newer', digest: 'sha256', table: pinnedContexts })
  const texts = planned?.inOrder('code-point')
  if (!texts) throw new Error('no plan')
  const signature = signBytes(null, Buffer.concat([digest(texts.options), digest(texts.document)]), key)
  return JSON.stringify({ ...credential, proof: { ...proof, proofValue: `z${base58.encode(signature)}` } })
}

/** How many different achievements the badges are for. */
const achievements = 60

/** Badge number so-and-so: one of sixty achievements, given to one of the holders. */
function badgeOf(number: number, did: string, email: string): JsonObject {
  const credential = makeCredential(number, did, email)
  const subject = credential.credentialSubject as JsonObject
  const achievement = { ...(subject.achievement as JsonObject), id: `https://aomine-univ.example/achievements/${number % achievements}` }
  return { ...credential, credentialSubject: { ...subject, achievement } }
}

/** The skills those achievements stand for, as the file the program imports. */
export const largeSkills = (): string =>
  [
    'achievementId,skill,level',
    ...Array.from(
      { length: achievements },
      (_, number) => `https://aomine-univ.example/achievements/${number},分野${number % 12}/スキル${number},${1 + (number % 4)}`,
    ),
  ].join('\r\n')

function header(signature: number, name: Buffer, packed: Buffer, text: Buffer, tail: Buffer): Buffer {
  const fixed = Buffer.alloc(signature === 0x04034b50 ? 30 : 32)
  let at = fixed.writeUInt32LE(signature, 0)
  if (signature !== 0x04034b50) at = fixed.writeUInt16LE(20, at)
  at = fixed.writeUInt16LE(20, at)
  at = fixed.writeUInt16LE(0x0800, at)
  at = fixed.writeUInt16LE(8, at)
  at = fixed.writeUInt32LE(0, at)
  at = fixed.writeUInt32LE(crc32(text), at)
  at = fixed.writeUInt32LE(packed.length, at)
  at = fixed.writeUInt32LE(text.length, at)
  fixed.writeUInt16LE(name.length, at)
  return Buffer.concat([fixed, tail, name])
}

/** The end of an archive, with the 64-bit record where the entries are too many for the old one. @source APPNOTE.TXT 6.3.10, sections 4.3.14–4.3.16 */
function ending(count: number, size: number, offset: number): Buffer {
  const wide = Buffer.alloc(56 + 20)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(size), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  wide.writeUInt32LE(0x07064b50, 56)
  wide.writeBigUInt64LE(BigInt(offset + size), 64)
  wide.writeUInt32LE(1, 72)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  const said = Math.min(count, 0xffff)
  end.writeUInt16LE(said, 8)
  end.writeUInt16LE(said, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return count > 0xfffe ? Buffer.concat([wide, end]) : end
}

/**
 * Writes a bundle of so many badges, each signed as `eddsa-rdfc-2022` and given to the holders of these addresses in turn, piece by piece: it need not stand
 * in memory. The peer must find the first of them good.
 */
export async function writeLargeBundle(path: string, count: number, emails: readonly string[], issuer: QuickIssuer): Promise<void> {
  const file = openSync(path, 'w')
  const peer = makePeer(await makeIssuer())
  const directory: Buffer[] = []
  let offset = 0
  for (let number = 0; number < count; number++) {
    const signed = await signQuickly(badgeOf(number, issuer.did, emails[number % emails.length]!), issuer)
    if (number < 20) await peer(JSON.parse(signed) as object)
    const text = Buffer.from(signed)
    const packed = deflateRawSync(text, { level: 4 })
    const name = Buffer.from(`課${number % 50}/${String(number).padStart(6, '0')}.json`)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(header(0x02014b50, name, packed, text, tail))
    offset += writeSync(file, Buffer.concat([header(0x04034b50, name, packed, text, Buffer.alloc(0)), packed]))
  }
  const list = Buffer.concat(directory)
  writeSync(file, Buffer.concat([list, ending(count, list.length, offset)]))
  closeSync(file)
}
