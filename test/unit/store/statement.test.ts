import { expect, test } from 'vitest'
import { eachArray, readAll, readArrays, readOne, write } from '../../../electron/store/database/statement'
import { openScratch } from './stand'

test('values are bound by name, whatever their order and however often a name occurs', () => {
  const db = openScratch()
  const parameters = { second: 2, first: 'one', unnamed: null }
  expect(readOne(db, 'SELECT :first AS first, :second AS second, :first AS again', parameters)).toEqual({ first: 'one', second: 2, again: 'one' })
  expect(readAll(db, 'SELECT :second AS value UNION ALL SELECT :first', parameters)).toEqual([{ value: 2 }, { value: 'one' }])
  expect(readArrays(db, 'SELECT :first, :second', parameters)).toEqual([['one', 2]])
  const taken: unknown[] = []
  eachArray(db, 'SELECT :second, :first', (row) => taken.push(row), parameters)
  expect(taken).toEqual([[2, 'one']])
  write(db, 'INSERT INTO setting (value, name) VALUES (:value, :name)', { name: 'locale', value: 'ja' })
  expect(readOne(db, 'SELECT name, value FROM setting')).toEqual({ name: 'locale', value: 'ja' })
})

test('quoted text is no parameter', () => {
  expect(readOne(openScratch(), "SELECT ':value' AS text, ' it''s :value' AS more, :value AS value", { value: 1 })).toEqual({
    text: ':value',
    more: " it's :value",
    value: 1,
  })
})

test('a parameter without a value is refused, not bound as NULL', () => {
  const db = openScratch()
  expect(() => readOne(db, 'SELECT :there AS there, :missing AS missing', { there: null })).toThrow('no value for :missing')
  expect(() => write(db, 'DELETE FROM setting WHERE name = :name')).toThrow('no value for :name')
})
