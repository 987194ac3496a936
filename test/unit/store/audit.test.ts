import { describe, expect, test } from 'vitest'
import { appendAudit, readAudit, verifyAudit } from '../../../electron/store'
import { act, openScratch } from './stand'

function hundredRows() {
  const db = openScratch()
  for (let row = 1; row <= 100; row += 1) appendAudit(db, { ...act, action: 'setting.save', subject: `名前${row}`, detail: { row } })
  return db
}

/** Changes somebody with access to the file could make. */
const withoutGuard = (db: ReturnType<typeof openScratch>, sql: string) =>
  db.exec(`DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_removed; ${sql}`)

describe('the audit log', () => {
  test('is intact as it was written, and contains who did what', () => {
    const db = hundredRows()
    expect(verifyAudit(db)).toBeNull()
    expect(readAudit(db, { offset: 0, limit: 1 })).toEqual([{ ...act, id: 100, action: 'setting.save', subject: '名前100', detail: { row: 100 } }])
  })

  test.each([1, 2, 50, 99, 100])('a change of row %i is found at that row', (row) => {
    const db = hundredRows()
    withoutGuard(db, `UPDATE audit SET actor = 'somebody else' WHERE id = ${row}`)
    expect(verifyAudit(db)).toBe(row)
  })

  test.each([1, 50, 100])('a missing row %i is found at that row', (row) => {
    const db = hundredRows()
    withoutGuard(db, `DELETE FROM audit WHERE id = ${row}`)
    expect(verifyAudit(db)).toBe(row)
  })

  test('the program itself can neither change nor remove a row', () => {
    const db = hundredRows()
    expect(() => db.exec("UPDATE audit SET actor = 'x' WHERE id = 1")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM audit')).toThrow('append-only')
  })
})
