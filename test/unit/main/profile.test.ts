import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heldByComputer, profileIn } from '../../../electron/main/profile'
import { success } from '../../../shared/model/problem'
import { scratch } from '../courier/loopback'

describe('the folder of Chromium’s own files', () => {
  it('is the data folder, which is made where there is none and otherwise left unchanged', () => {
    const folder = join(scratch(), 'a', 'b')
    expect(profileIn(folder)).toEqual(success(folder))
    expect(existsSync(folder)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is a problem where there is a file instead', () => {
    const file = join(scratch(), 'file')
    writeFileSync(file, '')
    expect(profileIn(file)).toMatchObject({ ok: false, problem: { detail: file } })
    expect(profileIn(join(file, 'data'))).toMatchObject({ ok: false, problem: { code: 'path.not-writable' } })
  })

  it('reports another computer that uses it, and not this one', () => {
    const folder = scratch()
    mkdirSync(folder, { recursive: true })
    expect(heldByComputer(folder, 'pc-1')).toBeNull()
    symlinkSync('pc-2-4711', join(folder, 'SingletonLock'))
    expect(heldByComputer(folder, 'pc-1')).toBe('pc-2')
    expect(heldByComputer(folder, 'pc-2')).toBeNull()
  })
})
