import type { Input } from '../../../shared/contract'
import type { RegisterPreview } from '../../../shared/contract/register'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { RegisteredIssuer } from '../../../shared/model/register'
import { type Database, inOneTransaction, readRegister, registerEntries, saveIssuers, unregisteredIssuers } from '../../store'
import { pinsOf } from '../../verifier'
import { act } from '../act'
import { planRegister, type RegisterPlan } from '../files/planRegister'
import { readRegisterFile } from '../files/readRegisterFile'
import type { Engine, Handlers } from '../handler'
import { asOwner } from '../jobs/ownership/asOwner'
import { affectedByRegister } from '../jobs/reverify/affectedByRegister'
import { performRequest } from '../jobs/reverify/performRequest'
import { requestReverification } from '../jobs/reverify/requestReverification'
import { fingerprint, registerFingerprints } from '../knowledge/fingerprint'
import { lookAlikesOf } from '../knowledge/lookAlikesOf'

const register = (engine: Engine, issuers: readonly RegisteredIssuer[]) => asOwner(engine, 'register', () => registerAlone(engine, issuers))

async function registerAlone(engine: Engine, issuers: readonly RegisteredIssuer[]) {
  const before = readRegister(engine.db)
  // What is registered and what is still to be judged by it belong together, whatever happens next.
  const asked = inOneTransaction(engine.db, () => {
    const saved = saveIssuers(engine.db, { issuers, ...act(engine) })
    return saved.ok ? requestReverification(engine, { why: 'register', ...affectedByRegister(engine.db, before, issuers) }) : saved
  })
  if (!asked.ok) return asked
  return performRequest(engine, asked.value)
}

/** Reads a register file and compares it with the stored register; with an empty one where there are no data yet. */
async function planned(db: Database | null, { path, replace }: PreviewRequest) {
  const read = await readRegisterFile(path)
  if (!read.ok) return read
  const { digest, issuers } = read.value
  return success({ digest, issuers, plan: planRegister(db === null ? { issuers: [] } : readRegister(db), issuers, replace) })
}

type PreviewRequest = Input<'register.preview'>

/** What taking in a register file would change. Nothing is written. */
export async function previewRegister(db: Database | null, request: PreviewRequest): Promise<Result<RegisterPreview>> {
  const preview = await planned(db, request)
  return preview.ok ? success(shown(preview.value.plan, preview.value.digest)) : preview
}

const shown = ({ changes, replaced, warnings }: RegisterPlan, digest: string): RegisterPreview => ({
  digest,
  changes: changes.map((change) => ({ ...change, keys: [...change.keys] })),
  replaced: [...replaced],
  warnings: [...warnings],
})

/** How the key of a form is read: the typed one, or the identifier where it is a key itself; undefined where there is neither. */
function readTyped(id: string, publicKeyMultibase: string | null) {
  const keys = publicKeyMultibase === null ? [] : [{ id, material: { publicKeyMultibase }, validFrom: null, validUntil: null }]
  return pinsOf({ id, name: '', nameEn: null, confirmedBy: '', confirmedOn: '', how: '', keys })[0]?.reading
}

export const registerHandlers: Pick<Handlers, 'register.read' | 'register.readKey' | 'register.preview' | 'register.import' | 'register.save'> = {
  'register.read': (_input, { db }) => {
    const held = readRegister(db)
    const lookAlikeOf = lookAlikesOf(held)
    return success({
      entries: registerEntries(db).map((entry) => ({ ...entry, keys: registerFingerprints(held, entry.id) })),
      unregistered: unregisteredIssuers(db).map((issuer) => ({ ...issuer, looksLike: lookAlikeOf(issuer.claimedName) })),
    })
  },
  'register.readKey': ({ id, publicKeyMultibase }, { db }) => {
    const stored = readRegister(db).issuers.find((issuer) => issuer.id === id)
    const typed = readTyped(id, publicKeyMultibase)
    const shared =
      typed?.ok === true && stored !== undefined && pinsOf(stored).some(({ reading }) => reading.ok && reading.value.thumbprint === typed.value.thumbprint)
    return success({
      key: typed?.ok === true ? { fingerprint: fingerprint(typed.value.thumbprint), registered: shared } : null,
      problem: typed?.ok === false ? { code: 'register.unreadable-key' as const, detail: publicKeyMultibase ?? id } : null,
      replaces: stored === undefined ? null : { ...stored, keys: registerFingerprints({ issuers: [stored] }, id) },
    })
  },
  'register.preview': (input, { db }) => previewRegister(db, input),
  'register.import': async ({ path, replace, digest: previewed }, engine) => {
    const preview = await planned(engine.db, { path, replace })
    if (!preview.ok) return preview
    const { digest, issuers, plan } = preview.value
    if (previewed !== null && previewed !== digest) return failure({ code: 'register.changed', detail: path })
    if (!replace && plan.replaced.length > 0) return failure({ code: 'register.would-replace', detail: plan.replaced.join(' ') })
    const done = await register(engine, plan.saves)
    const keys = issuers.reduce((sum, issuer) => sum + pinsOf(issuer).length, 0)
    return done.ok ? success({ issuers: issuers.length, keys, ...shown(plan, digest), ...done.value }) : done
  },
  'register.save': ({ publicKeyMultibase, validFrom, validUntil, ...issuer }, engine) =>
    asOwner(engine, 'register', () => {
      // Keys that are there already stay: old badges are valid for their own days.
      const before = readRegister(engine.db).issuers.find(({ id }) => id === issuer.id)?.keys ?? []
      if (readTyped(issuer.id, publicKeyMultibase)?.ok === false) return failure({ code: 'register.unreadable-key', detail: publicKeyMultibase ?? issuer.id })
      const added = publicKeyMultibase === null ? [] : [{ id: `${issuer.id}#${publicKeyMultibase}`, material: { publicKeyMultibase }, validFrom, validUntil }]
      return register(engine, [{ ...issuer, keys: [...before.filter(({ id }) => id !== added[0]?.id), ...added] }])
    }),
}
