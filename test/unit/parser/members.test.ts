import { describe, expect, it } from 'vitest'
import { isOfType } from '../../../electron/parser/members'

describe('the types of a document', () => {
  it.each(['Assertion', 'obi:Assertion', 'https://w3id.org/openbadges#Assertion', 'https://w3id.org/openbadges/Assertion'])('%s is an assertion', (type) => {
    expect(isOfType({ type }, 'BadgeClass', 'Assertion')).toBe(true)
    expect(isOfType({ type: ['Other', 1, type] }, 'Assertion')).toBe(true)
  })
  it.each(['assertion', 'NoAssertion', 'Assertion:', 'obi:Assertion#x', 'Asser', ''])('%j is none', (type) => {
    expect(isOfType({ type }, 'Assertion')).toBe(false)
    expect(isOfType({ type: [type, ['Assertion'], null] }, 'Assertion')).toBe(false)
  })
  it('are those under `type`', () => {
    expect(isOfType({ type: { Assertion: 'Assertion' } }, 'Assertion')).toBe(false)
    expect(isOfType({}, 'Assertion')).toBe(false)
  })
})
