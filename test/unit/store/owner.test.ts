import { spawn } from 'node:child_process'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  claimJob,
  closeDatabase,
  markInterrupted,
  type Owner,
  type Presence,
  presenceOf,
  readImportSummary,
  readOwners,
  recordSignOfLife,
  releaseJob,
  saveBatch,
  saveSetting,
  startImport,
  thisOwner,
} from '../../../electron/store'
import { act, badge, good, openScratch, scratchFolder } from './stand'

const ownerNamed = (token: string, more: Partial<Owner> = {}): Owner => ({
  token,
  program: 'command',
  processId: 4711,
  processStart: 'boot pid:[1] 10',
  host: 'PC-07',
  ...more,
})

/** Two programs that have the same database open. */
function twoPrograms() {
  const path = join(scratchFolder(), 'city.sqlite')
  return [openScratch(path), openScratch(path)] as const
}

const at = '2026-11-20T05:00:00.000Z'
const soon = '2026-11-20T05:00:30.000Z'
const later = '2026-11-20T05:10:00.000Z'
const as = (found: Presence) => ({ presence: () => found })
const refusedWith = (code: string) => ({ ok: false, problem: { code, detail: 'PC-07, 4711, import:one, 2026-11-20T05:00:00.000Z' } })

describe('a job', () => {
  test('of one program is refused to another, with the owner, until it is released', () => {
    const [first, second] = twoPrograms()
    good(claimJob(first, { job: 'import:one', owner: ownerNamed('a'), at }))
    for (const job of ['import:one', 'import:two', 'roster'])
      expect(claimJob(second, { job, owner: ownerNamed('b'), at: soon, ...as('present') })).toEqual(refusedWith('work.command'))
    good(claimJob(first, { job: 'import:two', owner: ownerNamed('a'), at }))
    good(releaseJob(first, { job: 'import:two', owner: ownerNamed('a') }))
    good(releaseJob(first, { job: 'import:one', owner: ownerNamed('a') }))
    expect(claimJob(second, { job: 'import:one', owner: ownerNamed('b'), at: soon, ...as('present') }).ok).toBe(true)
  })

  test('of a window is reported as a window’s', () => {
    const [first, second] = twoPrograms()
    good(claimJob(first, { job: 'import:one', owner: ownerNamed('a', { program: 'window' }), at }))
    expect(claimJob(second, { job: 'roster', owner: ownerNamed('b'), at: soon, ...as('present') })).toEqual(refusedWith('work.window'))
  })

  const cases: readonly (readonly [string, Presence, { readonly at: string; readonly confirmed?: boolean }, string | null])[] = [
    ['is taken over at once when the process is gone', 'gone', { at: soon }, null],
    ['is never taken over from a process that runs, however long it was silent', 'present', { at: later, confirmed: true }, 'work.command'],
    ['of a process the system cannot tell is refused while it gives signs of life', 'unknown', { at: soon, confirmed: true }, 'work.command'],
    ['of a process the system cannot tell is taken over when it was silent', 'unknown', { at: later }, null],
    ['of another PC is refused while it gives signs of life, confirmed or not', 'elsewhere', { at: soon, confirmed: true }, 'work.command'],
    ['of another PC that was silent waits for a confirmation', 'elsewhere', { at: later }, 'work.elsewhere'],
    ['of another PC that was silent is taken over once a person has confirmed it', 'elsewhere', { at: later, confirmed: true }, null],
    [
      'of another PC is refused where its sign of life is a little in the future: clocks differ',
      'elsewhere',
      { at: '2026-11-20T04:59:00.000Z' },
      'work.command',
    ],
  ]
  for (const [title, found, judging, code] of cases) {
    test(title, () => {
      const [first, second] = twoPrograms()
      good(claimJob(first, { job: 'import:one', owner: ownerNamed('a'), at }))
      const claimed = claimJob(second, { job: 'import:one', owner: ownerNamed('b'), ...judging, ...as(found) })
      expect(claimed).toEqual(code === null ? { ok: true, value: null } : refusedWith(code))
      expect(readOwners(second).map(({ token }) => token)).toEqual([code === null ? 'b' : 'a'])
    })
  }

  test('is kept by signs of life', () => {
    const [first, second] = twoPrograms()
    good(claimJob(first, { job: 'import:one', owner: ownerNamed('a'), at }))
    good(recordSignOfLife(first, { owner: ownerNamed('a'), at: later }))
    expect(claimJob(second, { job: 'import:one', owner: ownerNamed('b'), at: later, ...as('unknown') })).toEqual(refusedWith('work.command'))
  })

  test('that was taken over prevents its first owner from writing, so that nothing is done twice', () => {
    const [first, second] = twoPrograms()
    good(claimJob(first, { job: 'import:one', owner: ownerNamed('a'), at }))
    good(startImport(first, { importId: 'one', sources: ['bundle.zip'], verifyAt: at, ...act }))
    good(claimJob(second, { job: 'import:one', owner: ownerNamed('b'), at: soon, ...as('gone') }))
    const batch = { importId: 'one', items: [badge({ id: 'urn:1' })], cursor: '1', done: 1 }
    expect(saveBatch(first, batch)).toEqual({ ok: false, problem: { code: 'work.lost', detail: 'import:one' } })
    expect(readImportSummary(second, 'one')).toMatchObject({ state: 'interrupted', done: 0, received: 0 })
    expect(saveBatch(second, batch).ok).toBe(true)
    // After releasing it may do other work again; and it does not release the job of the other program.
    good(releaseJob(first, { job: 'import:one', owner: ownerNamed('a') }))
    expect(saveSetting(first, { name: 'locale', value: 'en', ...act }).ok).toBe(true)
    expect(readOwners(first).map(({ token }) => token)).toEqual(['b'])
  })
})

describe('an import recorded as running', () => {
  test('is marked as interrupted only when its owner is gone', () => {
    const [first, second] = twoPrograms()
    good(claimJob(first, { job: 'import:one', owner: ownerNamed('a'), at }))
    good(startImport(first, { importId: 'one', sources: ['bundle.zip'], verifyAt: at, ...act }))
    expect(good(markInterrupted(second, { at: later, ...as('present') }))).toEqual([])
    expect(good(markInterrupted(second, { at: later, ...as('elsewhere') }))).toEqual([])
    expect(readImportSummary(second, 'one')!.state).toBe('running')
    expect(good(markInterrupted(second, { at: soon, ...as('gone') }))).toEqual(['one'])
    expect(readOwners(second)).toEqual([])
  })

  test('by an older program without owners is marked as interrupted', () => {
    const db = openScratch()
    good(startImport(db, { importId: 'one', sources: ['bundle.zip'], verifyAt: at, ...act }))
    expect(good(markInterrupted(db, { at }))).toEqual(['one'])
  })

  test('that is not to be marked needs no right to write', () => {
    const [first, second] = twoPrograms()
    first.exec('BEGIN IMMEDIATE')
    expect(good(markInterrupted(second, { at }))).toEqual([])
    first.exec('ROLLBACK')
    good(closeDatabase(first))
  })
})

describe('a process', () => {
  const now = () => new Date(at)

  test('that runs is present, and so is this one', () => {
    expect(presenceOf(thisOwner('command', now))).toBe(process.platform === 'linux' ? 'present' : 'unknown')
  })

  test('that has ended is gone', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.on('close', resolve))
    expect(presenceOf({ ...thisOwner('command', now), processId: child.pid! })).toBe('gone')
  })

  test('of another start under the same number is gone; of another boot or container the system cannot tell', () => {
    if (process.platform !== 'linux') {
      console.log('NOT SHOWN HERE: this system does not say when a process started')
      return
    }
    const own = thisOwner('command', now)
    expect(presenceOf({ ...own, processStart: own.processStart.replace(/\d+$/, '1') })).toBe('gone')
    expect(presenceOf({ ...own, processStart: own.processStart.replace(/^\S+/, 'another-boot') })).toBe('unknown')
    expect(presenceOf({ ...own, processStart: own.processStart.replace(/pid:\[\d+\]/, 'pid:[1]') })).toBe('unknown')
  })

  test('on another PC is elsewhere', () => {
    expect(presenceOf({ ...thisOwner('command', now), host: `not-${hostname()}` })).toBe('elsewhere')
  })
})
