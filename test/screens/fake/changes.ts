import type { Output } from '../../../shared/contract'
import type { VerdictChange, VerifiedAgain } from '../../../shared/contract/verification'
import { axesOf, badges } from './badges'

const count = 12

export const verifiedAgain: VerifiedAgain = {
  verifiedAgain: 46,
  changed: count,
  moves: {
    grades: [{ from: 'unregistered', to: 'verified', count }],
    axes: [{ axis: 'issuer', from: 'unregistered', to: 'registered', count }],
  },
  run: 1,
  outstanding: 0,
}

const changes: readonly VerdictChange[] = badges
  .filter(({ grade }) => grade === 'verified')
  .slice(0, count)
  .map(({ credentialId, person, skillName }) => ({
    credentialId,
    achievementName: skillName,
    staffNumber: person.staffNumber,
    personName: person.name,
    at: '2026-11-20T05:09:00Z',
    why: 'register',
    before: { grade: 'unregistered', axes: axesOf.unregistered },
    after: { grade: 'verified', axes: axesOf.verified },
  }))

export const readChanges = (offset: number, limit: number): Output<'verification.changes'> => ({
  total: changes.length,
  moves: verifiedAgain.moves,
  changes: changes.slice(offset, offset + limit),
})
