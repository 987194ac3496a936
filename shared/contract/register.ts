import { z } from 'zod'
import { call } from './call'
import { count, nothing, path } from './parts'
import { verifiedAgain } from './verification'

export const registeredKey = z.strictObject({
  id: z.string(),
  /** SHA-256 of the public key in groups for reading aloud: `7K2M 9QXD …`. */
  fingerprint: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
})

export const registerEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  confirmedBy: z.string(),
  confirmedOn: z.string(),
  how: z.string(),
  keys: z.array(registeredKey),
  /** Held credentials that name this issuer, and those among them that are not verified or confirmed. */
  badges: count,
  waiting: count,
})
export type RegisterEntry = z.infer<typeof registerEntry>

/** An issuer that badges name but the register does not hold. */
export const unregisteredIssuer = z.strictObject({
  id: z.string(),
  claimedName: z.string().nullable(),
  badges: count,
  /** Credentials that would count if this issuer were registered with the key they were signed by. */
  wouldCount: count,
  /** The registered name it looks like, where the two could be mistaken for one another. */
  looksLike: z.string().nullable(),
})
export type UnregisteredIssuer = z.infer<typeof unregisteredIssuer>

export const registerCalls = {
  'register.read': call('engine', nothing, z.strictObject({ entries: z.array(registerEntry), unregistered: z.array(unregisteredIssuer) })),
  /** Adds or replaces the issuers of a register file, then verifies again the credentials they touch. */
  'register.import': call('engine', z.strictObject({ path }), z.strictObject({ issuers: count, keys: count, ...verifiedAgain.shape })),
  /** Registers one issuer from the screen. A did:key or did:jwk needs no key. */
  'register.save': call(
    'engine',
    z.strictObject({
      id: z.string().min(1).max(2048),
      name: z.string().min(1).max(200),
      nameEn: z.string().max(200).nullable(),
      confirmedBy: z.string().min(1).max(200),
      confirmedOn: z.string(),
      how: z.string().min(1).max(400),
      publicKeyMultibase: z.string().max(4096).nullable(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
    verifiedAgain,
  ),
}
