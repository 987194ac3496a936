import { expect, it } from 'vitest'
import { sumMoves } from '../../../shared/model/moves'
import type { AxisValues, Grade } from '../../../shared/model/verification'

const verdict = (grade: Grade, axes: Partial<AxisValues> = {}) => ({
  grade,
  ...({ integrity: 'intact', issuer: 'registered', time: 'current', status: 'clear', schema: 'ok', recipient: 'unmatched' } satisfies AxisValues),
  ...axes,
})

it('each move is said once with its number, the best new grade first', () => {
  const lifted = { before: verdict('unregistered', { issuer: 'unregistered' }), after: verdict('verified') }
  const fallen = { before: verdict('verified'), after: verdict('rejected', { integrity: 'altered' }) }
  const found = { before: verdict('unproven', { issuer: 'unresolved', status: 'unknown' }), after: verdict('verified') }
  expect(
    sumMoves([
      { ...fallen, count: 1 },
      { ...found, count: 2 },
      { ...lifted, count: 3 },
      { ...lifted, count: 4 },
    ]),
  ).toEqual({
    grades: [
      { from: 'unregistered', to: 'verified', count: 7 },
      { from: 'unproven', to: 'verified', count: 2 },
      { from: 'verified', to: 'rejected', count: 1 },
    ],
    axes: [
      { axis: 'integrity', from: 'intact', to: 'altered', count: 1 },
      { axis: 'issuer', from: 'unregistered', to: 'registered', count: 7 },
      { axis: 'issuer', from: 'unresolved', to: 'registered', count: 2 },
      { axis: 'status', from: 'unknown', to: 'clear', count: 2 },
    ],
  })
})

it('that a person was found is no move of a verdict; that several claim the badge is one', () => {
  const nobody = verdict('verified')
  expect(sumMoves([{ before: nobody, after: verdict('verified', { recipient: 'matched' }), count: 1 }])).toEqual({ grades: [], axes: [] })
  expect(sumMoves([{ before: nobody, after: verdict('verified', { recipient: 'conflict' }), count: 1 }]).axes).toEqual([
    { axis: 'recipient', from: 'unmatched', to: 'conflict', count: 1 },
  ])
})
