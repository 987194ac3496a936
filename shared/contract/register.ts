import { z } from 'zod'
import { call } from './call'
import { reverifies } from './change'
import { count, nothing, path, problem } from './parts'
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

/** What reading a register file does to one key. `removed` and `changed` happen only where replacing was asked for. */
export const registerKeyChange = z.strictObject({ ...registeredKey.shape, change: z.enum(['new', 'closed', 'changed', 'removed', 'unchanged']) })
export type RegisterKeyChange = z.infer<typeof registerKeyChange>

/** What reading a register file does to one issuer. `nameBefore` is null where the name stays. */
export const registerChange = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameBefore: z.string().nullable(),
  change: z.enum(['new', 'changed', 'unchanged']),
  keys: z.array(registerKeyChange),
})
export type RegisterChange = z.infer<typeof registerChange>

/** What a register file would do. `digest` is that of the file, as hex. */
export const registerPreview = z.strictObject({
  digest: z.string(),
  changes: z.array(registerChange),
  /** Ids of stored keys that only replacing would change or remove. */
  replaced: z.array(z.string()),
  warnings: z.array(problem),
})
export type RegisterPreview = z.infer<typeof registerPreview>

export const registerCalls = {
  'register.read': call(
    'engine',
    { reads: ['register', 'badges'] },
    nothing,
    z.strictObject({ entries: z.array(registerEntry), unregistered: z.array(unregisteredIssuer) }),
  ),
  /**
   * How a key that was typed is read, and the entry that registering `id` would replace. `key` is null where there is none to read: none was typed, and the
   * identifier is no key itself; or where `problem` says why it cannot be read.
   */
  'register.readKey': call(
    'engine',
    { reads: ['register'] },
    z.strictObject({ id: z.string().max(2048), publicKeyMultibase: z.string().max(4096).nullable() }),
    z.strictObject({
      key: z.strictObject({ fingerprint: z.string(), registered: z.boolean() }).nullable(),
      problem: problem.nullable(),
      replaces: registerEntry.omit({ badges: true, waiting: true }).nullable(),
    }),
  ),
  /** What `register.import` would do. Nothing is written. */
  'register.preview': call('engine', { reads: ['register'] }, z.strictObject({ path, replace: z.boolean() }), registerPreview),
  /**
   * Takes in a register file, then reverifies the credentials it affects. Stored keys are changed or removed only with `replace`; without it, a file that
   * would do so is refused whole: `register.would-replace`. With a `digest` the file must still be the one that was previewed: else `register.changed`.
   */
  'register.import': call(
    'engine',
    { changes: ['register', 'badges', 'skills', 'work', 'health'], audit: ['register.save', ...reverifies] },
    z.strictObject({ path, replace: z.boolean(), digest: z.string().nullable() }),
    z.strictObject({ issuers: count, keys: count, ...registerPreview.shape, ...verifiedAgain.shape }),
  ),
  /** Registers one issuer from the screen. A did:key or did:jwk needs no key. */
  'register.save': call(
    'engine',
    { changes: ['register', 'badges', 'skills', 'work', 'health'], audit: ['register.save', ...reverifies] },
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
