import { describe, expect, it } from 'vitest'
import { planRegister } from '../../../electron/engine/files/planRegister'
import type { IssuerRegister, RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'

const [first, second, third] = [
  'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp',
  'z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
] as const
const start = '2024-04-01T00:00:00+09:00'
const end = '2026-10-01T00:00:00+09:00'

const key = (id: string, publicKeyMultibase: string, validFrom: string | null = start, validUntil: string | null = null): RegisteredKey => ({
  id,
  material: { publicKeyMultibase },
  validFrom,
  validUntil,
})
const toho = (keys: readonly RegisteredKey[], more: Partial<RegisteredIssuer> = {}): RegisteredIssuer => ({
  id: 'did:web:toho.example',
  name: '東峰大学',
  nameEn: null,
  confirmedBy: '佐伯',
  confirmedOn: '2026-04-01',
  how: '公文書',
  keys,
  ...more,
})
const register = (...issuers: readonly RegisteredIssuer[]): IssuerRegister => ({ issuers })
const plan = (stored: IssuerRegister, incoming: RegisteredIssuer, replace = false) => {
  const { changes, saves, replaced, warnings } = planRegister(stored, [incoming], replace)
  return { issuer: changes[0]!.change, keys: changes[0]!.keys.map(({ id, change }) => `${id.replace(/^.*#/, '#')} ${change}`), saves, replaced, warnings }
}

describe('a register file', () => {
  it('adds an issuer with its keys', () => {
    const issuer = toho([key('#1', first)])
    expect(plan(register(), issuer)).toEqual({ issuer: 'new', keys: ['#1 new'], saves: [issuer], replaced: [], warnings: [] })
  })
  it('saves nothing where everything in it is stored, however the key or the instant is spelled', () => {
    const same = toho([key('#1', first, '2024-03-31T15:00:00Z')])
    expect(plan(register(toho([key('#1', first)])), same)).toMatchObject({ issuer: 'unchanged', keys: ['#1 unchanged'], saves: [], replaced: [] })
  })
  it('adds a key and gives a stored key an earlier end, keeping the keys it leaves out', () => {
    const stored = register(toho([key('#0', third), key('#1', first)]))
    const rotated = plan(stored, toho([key('#1', first, start, end), key('#2', second, end)]))
    expect(rotated).toMatchObject({ issuer: 'changed', keys: ['#0 unchanged', '#1 closed', '#2 new'], replaced: [] })
    expect(rotated.saves).toEqual([toho([key('#0', third), key('#1', first, start, end), key('#2', second, end)])])
  })
  it('keeps who confirmed an issuer where it does not name anybody, and reports a changed name', () => {
    const { changes, saves } = planRegister(register(toho([])), [toho([], { name: '東峯大学', confirmedBy: '', how: '', nameEn: 'Toho' })], false)
    expect(changes).toMatchObject([{ name: '東峯大学', nameBefore: '東峰大学', change: 'changed' }])
    expect(saves).toEqual([toho([], { name: '東峯大学', nameEn: 'Toho' })])
  })
  it.each([
    ['other material under the name of a stored key', [key('#1', second)], ['#1 changed']],
    ['a later end', [key('#1', first, start, '2027-01-01T00:00:00+09:00')], ['#1 changed']],
    ['no end where there was one', [key('#1', first)], ['#1 changed']],
    ['another beginning', [key('#1', first, null, end)], ['#1 changed']],
  ])('replaces a key by %s', (_how, keys, changed) => {
    const stored = register(toho([key('#1', first, start, end)]))
    expect(plan(stored, toho(keys))).toMatchObject({ keys: changed, replaced: ['#1'] })
    const replacing = plan(stored, toho(keys), true)
    expect(replacing).toMatchObject({ keys: changed, saves: [toho(keys)] })
  })
  it('removes a stored key it leaves out only where replacing is asked for', () => {
    const stored = register(toho([key('#1', first)]))
    expect(plan(stored, toho([key('#2', second)]))).toMatchObject({ keys: ['#1 unchanged', '#2 new'], replaced: [] })
    expect(plan(stored, toho([key('#2', second)]), true)).toMatchObject({
      keys: ['#1 removed', '#2 new'],
      replaced: ['#1'],
      saves: [toho([key('#2', second)])],
    })
    expect(plan(stored, toho([]), true)).toMatchObject({ keys: ['#1 removed'], saves: [toho([])] })
    expect(plan(stored, toho([]))).toMatchObject({ issuer: 'unchanged', keys: ['#1 unchanged'] })
  })
  it('distinguishes two keys of one name by their material', () => {
    const stored = register(toho([key('#1', first, null, end)]))
    expect(plan(stored, toho([key('#1', first, null, end), key('#1', second, end)]))).toMatchObject({ keys: ['#1 unchanged', '#1 new'], replaced: [] })
  })
  it('replaces the key of a did:key where the file names another key for it', () => {
    const own = toho([], { id: `did:key:${first}` })
    const other = toho([key('#1', second)], { id: own.id })
    expect(plan(register(own), other)).toMatchObject({ replaced: [own.id] })
    expect(plan(register(own), own)).toMatchObject({ issuer: 'unchanged', saves: [] })
  })
})

describe('a warning', () => {
  const codes = (stored: IssuerRegister, ...issuers: readonly RegisteredIssuer[]) => planRegister(stored, issuers, false).warnings
  it('names a key that two issuers have, in the file or in the register', () => {
    const other = toho([key('#x', first)], { id: 'did:web:other.example' })
    const shared = [{ code: 'register.shared-key', detail: 'did:web:toho.example did:web:other.example' }]
    expect(codes(register(), toho([key('#1', first)]), other)).toEqual(shared)
    expect(codes(register(toho([key('#1', first)])), other)).toEqual(shared)
    expect(codes(register(toho([key('#1', first)]), other), toho([key('#9', third)], { id: 'did:web:third.example' }))).toEqual([])
  })
  it('names a key that cannot be read, and one that ends before it begins', () => {
    expect(codes(register(), toho([key('#1', 'z6Mk?')]))).toEqual([{ code: 'register.unreadable-key', detail: '#1' }])
    expect(codes(register(), toho([key('#1', first, end, start)]))).toEqual([{ code: 'register.period-reversed', detail: '#1' }])
  })
})
