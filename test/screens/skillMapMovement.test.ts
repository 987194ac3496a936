import { describe, expect, test } from 'vitest'
import { type Cursor, press, rangeOf } from '../../renderer/components/grid/movement'
import { branchKey } from '../../renderer/screens/skillMap/columns'
import { mapModel, shapeOf } from '../../renderer/screens/skillMap/mapModel'
import { table } from './skillMapTable'

// Rows: 0 branches, 1 skills, 2 全体, 3 総務部, 4 総務課, 5 契約課, 6 福祉部, 7 生活福祉課, 8 会計室. Columns: 0 head, 1 people, 2–5 skills.
const shape = shapeOf(mapModel(table, new Set(), 'people'), 3)
const at = (row: number, column: number): Cursor => ({ at: { row, column }, anchor: null })
const key = (cursor: Cursor, name: string, held: { ctrl?: boolean; shift?: boolean } = {}) =>
  press(cursor, { key: name, ctrl: held.ctrl ?? false, shift: held.shift ?? false }, shape)
const place = (cursor: Cursor, name: string, held?: { ctrl?: boolean; shift?: boolean }) => {
  const moved = key(cursor, name, held)?.cursor.at
  return moved === undefined ? undefined : [moved.row, moved.column]
}

describe('moving in the map', () => {
  test('arrows move one cell, and stop at the edges', () => {
    expect(place(at(4, 3), 'ArrowDown')).toEqual([5, 3])
    expect(place(at(4, 3), 'ArrowUp')).toEqual([3, 3])
    expect(place(at(4, 3), 'ArrowRight')).toEqual([4, 4])
    expect(place(at(4, 3), 'ArrowLeft')).toEqual([4, 2])
    expect(place(at(8, 5), 'ArrowDown')).toEqual([8, 5])
    expect(place(at(8, 5), 'ArrowRight')).toEqual([8, 5])
  })

  test('Home and End go to the ends of the row, with Ctrl to the ends of the table', () => {
    expect(place(at(4, 3), 'Home')).toEqual([4, 0])
    expect(place(at(4, 3), 'End')).toEqual([4, 5])
    expect(place(at(4, 3), 'Home', { ctrl: true })).toEqual([0, 0])
    expect(place(at(4, 3), 'End', { ctrl: true })).toEqual([8, 5])
  })

  test('Page Down and Page Up go a page', () => {
    expect(place(at(4, 3), 'PageDown')).toEqual([7, 3])
    expect(place(at(4, 3), 'PageUp')).toEqual([1, 3])
  })

  test('in the row of branches, one step is one branch', () => {
    expect(place(at(0, 0), 'ArrowRight')).toEqual([0, 2])
    expect(place(at(0, 2), 'ArrowRight')).toEqual([0, 4])
    expect(place(at(0, 3), 'ArrowRight')).toEqual([0, 4])
  })

  test('an unknown key has no effect', () => {
    expect(key(at(4, 3), 'a')).toBeNull()
    expect(key(at(4, 3), 'Tab')).toBeNull()
  })
})

describe('folding', () => {
  test('← on the head of an open 部 folds it, → on a folded one unfolds it', () => {
    expect(key(at(3, 0), 'ArrowLeft')?.wish).toBe('fold')
    const folded = shapeOf(mapModel(table, new Set(['01']), 'people'), 3)
    expect(press(at(3, 0), { key: 'ArrowRight', ctrl: false, shift: false }, folded)?.wish).toBe('unfold')
  })

  test('→ on the head of an open 部 moves to its people', () => {
    expect(place(at(3, 0), 'ArrowRight')).toEqual([3, 1])
  })

  test('← on the head of a 課 moves to its 部', () => {
    expect(place(at(5, 0), 'ArrowLeft')).toEqual([3, 0])
    expect(key(at(5, 0), 'ArrowLeft')?.wish).toBeNull()
  })

  test('Enter and Space fold and unfold', () => {
    expect(key(at(6, 0), 'Enter')?.wish).toBe('fold')
    expect(key(at(0, 2), ' ')?.wish).toBe('fold')
  })

  test('the corner is folded when every branch is', () => {
    const folded = shapeOf(mapModel(table, new Set([branchKey('実務'), branchKey('DX')]), 'people'), 3)
    expect(folded.folded({ row: 0, column: 0 })).toBe(true)
    expect(shape.folded({ row: 0, column: 0 })).toBe(false)
  })

  test('skills outside any branch do not fold', () => {
    expect(shape.folded({ row: 0, column: 5 })).toBeNull()
  })
})

describe('choosing', () => {
  test('Enter opens the panel, Space shows it, Esc closes it', () => {
    expect(key(at(4, 3), 'Enter')?.wish).toBe('open')
    expect(key(at(4, 3), ' ')?.wish).toBe('choose')
    expect(key(at(4, 3), 'Escape')?.wish).toBe('close')
  })

  test('Shift and arrows draw a range from where they began', () => {
    const first = key(at(4, 3), 'ArrowRight', { shift: true })?.cursor ?? at(0, 0)
    const second = key(first, 'ArrowUp', { shift: true })?.cursor ?? at(0, 0)
    expect(rangeOf(second)).toEqual({ rows: [3, 4], columns: [3, 4] })
  })

  test('Esc removes a range before it closes the panel', () => {
    const ranged: Cursor = { at: { row: 4, column: 3 }, anchor: { row: 5, column: 4 } }
    expect(key(ranged, 'Escape')).toEqual({ cursor: at(4, 3), wish: null })
  })

  test('an arrow without Shift ends the range', () => {
    const ranged: Cursor = { at: { row: 4, column: 3 }, anchor: { row: 5, column: 4 } }
    expect(key(ranged, 'ArrowDown')?.cursor.anchor).toBeNull()
  })
})
