import type { JsonObject } from '../../../shared/model/json'
import { issueBadge } from '../badges/issue'
import { expectCredential, packBadge } from '../badges/pack'
import type { IssuerName } from '../issuers/issuers'
import type { Fault } from './fault'

const issuers: readonly IssuerName[] = ['toho', 'shiomi', 'hokurei']

/** Two versions of one credential in one folder. The later `validFrom` wins; which file comes first decides how the import calls the second. */
function versions(name: string, per600: number, newerFirst: boolean): Fault {
  return {
    name,
    per600,
    async make(workshop, index) {
      const { calendar } = workshop
      const old = workshop.award({
        issuer: issuers[index % issuers.length] ?? 'toho',
        issuedAt: `${calendar.day('2024-06-03')}T10:00:00+09:00`,
        status: 'none',
      })
      const renewed = { ...old, issuedAt: `${calendar.day('2026-06-03')}T10:00:00+09:00`, endsAt: `${calendar.day('2029-06-02')}T23:59:59+09:00` }
      const [first, second] = newerFirst ? [renewed, old] : [old, renewed]
      const a = packBadge(await issueBadge(first, workshop), workshop)
      return [a, { ...packBadge(await issueBadge(second, workshop), workshop, { change: { fault: name } }), folder: a.folder }]
    },
  }
}

export const newerVersion = versions('newer-version', 6, false)
export const olderVersion = versions('older-version', 3, true)

/** A copy of a proven badge without its proof that claims to be a newer version: it must not push the proven one out. */
export const unsignedNewerCopy: Fault = {
  name: 'unsigned-newer-copy',
  per600: 1,
  async make(workshop) {
    const { calendar } = workshop
    const award = workshop.award({ issuer: 'toho', issuedAt: `${calendar.day('2025-06-03')}T10:00:00+09:00`, endsAt: null, status: 'none' })
    const issued = await issueBadge(award, workshop)
    const validFrom = `${calendar.day('2026-06-03')}T10:00:00+09:00`
    const genuine = packBadge(issued, workshop, { container: 'json' })
    /* Text this generator has just written as JSON. */
    const { proof: _, ...unsigned } = JSON.parse(issued.text) as JsonObject
    const change = { grade: 'unproven', axes: { integrity: 'unsigned' }, validFrom, fault: 'unsigned-newer-copy' } as const
    const { proof: __, ...expected } = expectCredential(issued, 'json', change)
    return [genuine, { ...genuine, bytes: Buffer.from(JSON.stringify({ ...unsigned, validFrom }), 'utf8'), expected: [expected] }]
  },
}
