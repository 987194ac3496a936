import { afterEach, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import { readRegister } from '../../../electron/store'
import { good, openScratchEngine } from './stand'

const key = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
const toho = {
  id: 'did:web:toho.example',
  name: '東峰大学',
  nameEn: null,
  confirmedBy: '佐伯 由香里',
  confirmedOn: '2026-04-11',
  how: '公文書',
  publicKeyMultibase: key,
  validFrom: null,
  validUntil: null,
} as const

let engine: Engine
afterEach(() => closeEngine(engine))

it('reads a typed key before it is registered, with the fingerprint the register shows afterwards', async () => {
  engine = openScratchEngine()
  const ask = { id: toho.id, publicKeyMultibase: key }
  const before = good(await handlers['register.readKey'](ask, engine))
  expect(before).toMatchObject({ key: { registered: false }, problem: null, replaces: null })
  good(await handlers['register.save'](toho, engine))
  const { entries } = good(await handlers['register.read']({}, engine))
  expect(entries[0]!.keys.map(({ fingerprint }) => fingerprint)).toEqual([before.key!.fingerprint])
  const after = good(await handlers['register.readKey'](ask, engine))
  expect(after).toMatchObject({ key: { registered: true }, replaces: { name: '東峰大学', confirmedBy: '佐伯 由香里', keys: entries[0]!.keys } })
})

it('refuses every key with one wrong character that cannot be read, and saves nothing', async () => {
  engine = openScratchEngine()
  for (const wrong of [key.slice(0, -1), `${key}K`, `${key.slice(0, 10)}0${key.slice(11)}`, `z7${key.slice(2)}`]) {
    const read = good(await handlers['register.readKey']({ id: toho.id, publicKeyMultibase: wrong }, engine))
    expect([read.key, read.problem?.code], wrong).toEqual([null, 'register.unreadable-key'])
    const saved = await handlers['register.save']({ ...toho, publicKeyMultibase: wrong }, engine)
    expect(saved.ok ? null : saved.problem.code).toBe('register.unreadable-key')
  }
  const self = good(await handlers['register.readKey']({ id: `did:key:${key}`, publicKeyMultibase: null }, engine))
  expect(self.problem).toBe(null)
  expect(good(await handlers['register.readKey']({ id: `did:key:${key.slice(0, -1)}`, publicKeyMultibase: null }, engine)).problem?.code).toBe(
    'register.unreadable-key',
  )
  expect(good(await handlers['register.readKey']({ id: 'https://toho.example', publicKeyMultibase: null }, engine))).toEqual({
    key: null,
    problem: null,
    replaces: null,
  })
  expect(readRegister(engine.db).issuers).toEqual([])
})
