import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCoverage, readPeople } from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import { levels } from '../../../shared/model/skill'
import { cityWords, settleCity } from './randomCity'
import { openScratch } from './stand'

test('every number of the table is the length of the list behind it, at every level', () => {
  let counted = 0
  fc.assert(
    fc.property(cityWords, (words) => {
      const db = openScratch()
      settleCity(db, words)
      for (const level of levels) {
        const scope: Scope = { on: words.on, level, grades: words.grades, includeLeave: words.includeLeave }
        const table = readCoverage(db, scope)
        const listed = (divisionCode: string | null, skill: string | null, which: 'counting' | 'apart') =>
          readPeople(db, { scope, skill, divisionCode, text: null, which, offset: 0, limit: 1000 })
        for (const [row, { code, people }] of table.divisions.entries()) {
          expect(listed(code, null, 'counting').total).toBe(people)
          for (const [column, { path }] of table.skills.entries()) {
            const behind = listed(code, path, 'counting')
            if (behind.total > 0) counted += 1
            expect(behind.total).toBe(table.holders[row]![column])
            expect(behind.people).toHaveLength(behind.total)
            for (const { skills: held } of behind.people) expect(held.some(({ counts, level: reached }) => counts && reached >= level)).toBe(true)
            expect(listed(code, path, 'apart').total).toBe(table.apart[row]![column])
          }
        }
      }
      db.close()
    }),
    { numRuns: 40, seed: 20261120 },
  )
  // Over empty tables the property would test nothing.
  console.log(`${counted} numbers above zero were compared with the lists behind them`)
  expect(counted).toBeGreaterThan(200)
})
