import { TestRunner } from 'vitest'
import { laidOut } from './laidOut'
import { type Load, loadBetween, readClocks } from './load'
import type { Table } from './results'
import type { Row } from './rows'
import type { TargetId } from './targets'

declare module 'vitest' {
  interface TaskMeta {
    /** What a bench has printed, for whoever writes it down. */
    tables?: Table[]
  }
}

/** What is said beneath a table. */
export interface Remarks {
  /** What is to be known to read it. */
  readonly remarks?: readonly string[]
  /** Why a target is missed: said only while it is. */
  readonly whyMissed?: Readonly<Partial<Record<TargetId, string>>>
}

/** A table that follows at once upon another shows what was measured in the same time. */
const shortest = 1000
let before = readClocks()
let last: Load | null = null

function loadSince(): Load {
  const after = readClocks()
  if (last === null || after.wall - before.wall > shortest) last = loadBetween(before, after)
  before = after
  return last
}

/** Prints a table, and adds it to the test that is running. */
function give(title: string, columns: readonly string[], rows: readonly Readonly<Record<string, string>>[], { remarks = [], whyMissed = {} }: Remarks): void {
  const load = loadSince()
  const missed = Object.entries(whyMissed).filter(([id]) => rows.some(({ targetId, verdict }) => targetId === id && verdict === 'missed'))
  const notes = [...remarks, ...missed.map(([, why]) => why)]
  console.log(`\n${title}\n\n${[laidOut(columns, rows), ...notes].join('\n')}`)
  const meta = TestRunner.getCurrentTest()?.meta
  if (meta !== undefined) meta.tables = [...(meta.tables ?? []), { title, columns: columns.join(' | '), rows, notes: notes.join('\n\n'), load }]
}

const columns = ['what', 'ours', 'peer', 'ratio', 'spread', 'target', 'verdict']

/** Rows of ours beside others. */
export const printTable = (title: string, rows: readonly Row[], remarks: Remarks = {}): void =>
  give(
    title,
    columns,
    rows.map((row) => ({ ...row })),
    remarks,
  )

/** Rows of any columns, those of the first row; nothing in it is held against a target. */
export const printPlain = (title: string, rows: readonly Readonly<Record<string, string>>[], remarks: Remarks = {}): void =>
  give(title, Object.keys(rows[0] ?? {}), rows, remarks)
