import type { ShownProblem } from '../../../renderer/words/text'
import type { Input, Output } from '../../../shared/contract'
import type { ImportItem, ImportSummary, Outcome } from '../../../shared/contract/importing'
import { axesOf, badgeRow, badges } from './badges'

const outcomes = { new: 451, replaced: 14, duplicate: 22, unmatched: 17, rejected: 9, support: 12, unreadable: 7, ignored: 8 }

export const latestImport: ImportSummary = {
  importId: 'import-4',
  startedAt: '2026-11-20T05:08:00Z',
  finishedAt: '2026-11-20T05:09:20Z',
  at: '2026-11-20T05:09:00Z',
  state: 'done',
  sources: ['C:\\取込\\R8後期バッジ一式.zip'],
  done: 540,
  total: 540,
  received: 540,
  outcomes,
  grades: { verified: 305, confirmed: 58, unregistered: 12, unproven: 107, rejected: 9 },
}

export const runningImport: ImportSummary = {
  ...latestImport,
  importId: 'import-5',
  state: 'running',
  finishedAt: null,
  total: 860,
}

const earlier = (importId: string, source: string, startedAt: string, received: number): ImportSummary => ({
  ...latestImport,
  importId,
  sources: [source],
  startedAt,
  finishedAt: startedAt,
  at: startedAt,
  done: received,
  total: received,
  received,
  outcomes: { new: received - 6, replaced: 0, duplicate: 4, unmatched: 0, rejected: 0, support: 2, unreadable: 0, ignored: 0 },
  grades: { verified: received - 20, confirmed: 14, unregistered: 0, unproven: 0, rejected: 0 },
})

export const imports: readonly ImportSummary[] = [
  latestImport,
  earlier('import-3', 'E:\\前期バッジ一式.zip', '2026-10-08T06:42:00Z', 412),
  earlier('import-2', 'E:\\照会結果_0902.json', '2026-09-02T00:10:00Z', 164),
  { ...earlier('import-1', 'E:\\試しの取込', '2026-04-03T00:10:00Z', 46), state: 'undone' },
]

const reasons: Output<'import.read'>['reasons'] = [
  { outcome: 'rejected', problem: { code: 'proof.altered' }, count: 6 },
  { outcome: 'rejected', problem: { code: 'key.of-another' }, count: 2 },
  { outcome: 'rejected', problem: { code: 'proof.value-length' }, count: 1 },
  { outcome: 'unreadable', problem: { code: 'file.truncated' }, count: 4 },
  { outcome: 'unreadable', problem: { code: 'zip.encrypted' }, count: 3 },
]

export const readImport = (summary: ImportSummary): Output<'import.read'> => ({
  summary,
  reasons,
  expired: 8,
  revoked: 2,
  statusUnknown: 63,
  unsolicited: 4,
  issuers: 7,
  keys: 6,
  statusLists: 3,
  newestList: '2026-10-31',
})

const problemOf = (outcome: Outcome, index: number): ShownProblem | null => {
  let before = 0
  for (const reason of reasons.filter((one) => one.outcome === outcome)) {
    before += reason.count
    if (index < before) return reason.problem
  }
  return null
}

/** Every thing of the import, so that each list is as long as its number. */
const items: readonly ImportItem[] = (Object.entries(outcomes) as readonly (readonly [Outcome, number])[]).flatMap(([outcome, count], group) =>
  Array.from({ length: count }, (_, index): ImportItem => {
    const badge = badges[(group * 37 + index) % badges.length]!
    const row = badgeRow(badge)
    const held = outcome === 'new' || outcome === 'replaced' || outcome === 'duplicate' || outcome === 'unmatched' || outcome === 'rejected'
    const grade = outcome === 'rejected' ? 'rejected' : row.grade
    return {
      sequence: group * 1000 + index + 1,
      source: `R8後期バッジ一式.zip/${['研修', '東峰大学', '防災'][index % 3]}/badge_${String(group * 1000 + index).padStart(4, '0')}.${['png', 'json', 'svg'][index % 3]}`,
      outcome,
      problem: problemOf(outcome, index),
      supportType: outcome === 'support' ? (['profile', 'statusList', 'evidence'] as const)[index % 3]! : null,
      credentialId: held ? badge.credentialId : null,
      achievementName: held ? row.achievementName : null,
      grade: held ? grade : null,
      axes: held ? { ...axesOf[grade], recipient: outcome === 'unmatched' ? 'unmatched' : 'matched' } : null,
      staffNumber: held && outcome !== 'unmatched' ? badge.person.staffNumber : null,
      personName: held && outcome !== 'unmatched' ? badge.person.name : null,
    }
  }),
)

export function listItems({ outcome, grade, code, offset, limit }: Input<'import.items'>): Output<'import.items'> {
  const found = items.filter(
    (item) => (outcome === null || item.outcome === outcome) && (grade === null || item.grade === grade) && (code === null || item.problem?.code === code),
  )
  return { total: found.length, items: found.slice(offset, offset + limit) }
}

export function listUnmatched({ offset, limit }: Input<'people.unmatched'>): Output<'people.unmatched'> {
  const found = badges.slice(40, 57).map((badge, index) => ({
    ...badgeRow(badge),
    axes: { ...badgeRow(badge).axes, recipient: 'unmatched' as const },
    counts: false,
    source: `R8後期バッジ一式.zip/研修/unknown_${index + 1}.png`,
    recipient: index % 3 === 0 ? null : index % 3 === 1 ? `private${index}@mail.example` : 'sha256$2b1e…9c',
  }))
  return { total: found.length, badges: found.slice(offset, offset + limit) }
}
