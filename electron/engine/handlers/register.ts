import { success } from '../../../shared/model/problem'
import type { RegisteredIssuer } from '../../../shared/model/register'
import { readRegister, registerEntries, saveIssuers, together, unregisteredIssuers } from '../../store'
import { pinsOf } from '../../verifier'
import { act } from '../act'
import { registerFingerprints } from '../fingerprint'
import type { Engine, Handlers } from '../handler'
import { owned } from '../jobs/owned'
import { touchedByRegister } from '../jobs/touchedByRegister'
import { ask, carryOut } from '../jobs/verifyAgain'
import { lookAlikeOf } from '../lookAlikeOf'
import { readRegisterFile } from '../registerFile'

const register = (engine: Engine, issuers: readonly RegisteredIssuer[]) => owned(engine, 'register', () => registerAlone(engine, issuers))

async function registerAlone(engine: Engine, issuers: readonly RegisteredIssuer[]) {
  const before = readRegister(engine.db)
  // What is registered and what is still to be judged by it belong together, whatever happens next.
  const asked = together(engine.db, () => {
    const saved = saveIssuers(engine.db, { issuers, ...act(engine) })
    return saved.ok ? ask(engine, { why: 'register', ...touchedByRegister(engine.db, before, issuers) }) : saved
  })
  if (!asked.ok) return asked
  const again = await carryOut(engine, asked.value)
  if (again.ok) engine.tell('data.changed', { what: 'register' })
  return again
}

export const registerHandlers: Pick<Handlers, 'register.read' | 'register.import' | 'register.save'> = {
  'register.read': (_input, { db }) => {
    const held = readRegister(db)
    return success({
      entries: registerEntries(db).map((entry) => ({ ...entry, keys: registerFingerprints(held, entry.id) })),
      unregistered: unregisteredIssuers(db).map((issuer) => ({ ...issuer, looksLike: lookAlikeOf(issuer.claimedName, held) })),
    })
  },
  'register.import': async ({ path }, engine) => {
    const read = await readRegisterFile(path)
    if (!read.ok) return read
    const { issuers } = read.value
    const done = await register(engine, issuers)
    return done.ok ? success({ issuers: issuers.length, keys: issuers.reduce((sum, issuer) => sum + pinsOf(issuer).length, 0), ...done.value }) : done
  },
  'register.save': ({ publicKeyMultibase, validFrom, validUntil, ...issuer }, engine) =>
    owned(engine, 'register', () => {
      // Keys that are there already stay: old badges are valid for their own days.
      const before = readRegister(engine.db).issuers.find(({ id }) => id === issuer.id)?.keys ?? []
      const added = publicKeyMultibase === null ? [] : [{ id: `${issuer.id}#${publicKeyMultibase}`, material: { publicKeyMultibase }, validFrom, validUntil }]
      return register(engine, [{ ...issuer, keys: [...before.filter(({ id }) => id !== added[0]?.id), ...added] }])
    }),
}
