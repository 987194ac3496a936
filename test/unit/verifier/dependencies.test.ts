import { expect, test } from 'vitest'
import { dependenciesOf } from '../../../electron/verifier'
import type { JsonValue } from '../../../shared/model/json'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'
import { parseText } from '../parser/parseText'

const of = (document: JsonValue) => {
  const [found] = parseText(JSON.stringify(document))
  if (found?.kind !== 'credential') throw new Error('no credential')
  return dependenciesOf(found)
}

test('the dependencies hold of a badge class in the badge only what leads to documents of the issuer', () => {
  expect(of(hostedBadge).badge).toEqual({
    id: 'https://badge.example.org/BadgeClass/1',
    issuer: { id: 'https://badge.example.org/Issuer/1', revocationList: null },
  })
  const issuer = { id: 'https://badge.example.org/Issuer/1', revocationList: { id: 'https://badge.example.org/revoked', type: 'RevocationList' } }
  expect(of({ ...hostedBadge, badge: { id: 'urn:class', name: '基礎', issuer } }).badge).toEqual({
    id: 'urn:class',
    issuer: { id: 'https://badge.example.org/Issuer/1', revocationList: 'https://badge.example.org/revoked' },
  })
  expect(of({ ...hostedBadge, badge: { id: 'urn:class', issuer: 'https://badge.example.org/Issuer/1' } }).badge).toEqual({
    id: 'urn:class',
    issuer: 'https://badge.example.org/Issuer/1',
  })
  const named = { id: 'https://badge.example.org/Issuer/1', revocationList: 'https://badge.example.org/revoked' }
  expect(of({ ...hostedBadge, badge: { issuer: named } }).badge).toEqual({ id: null, issuer: named })
})

test('the dependencies hold a badge class given by address as that address, and none for other credentials', () => {
  expect(of({ ...hostedBadge, badge: 'https://badge.example.org/BadgeClass/1' }).badge).toBe('https://badge.example.org/BadgeClass/1')
  expect(of(openBadge3).badge).toBeNull()
})
