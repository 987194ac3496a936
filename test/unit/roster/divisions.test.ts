import { expect, test } from 'vitest'
import { reading } from './city'

const tree = (text: string) => reading(text).divisions.map(({ code, name, parentCode, order }) => `${parentCode ?? '*'} > ${code} ${name} ${order}`)
const seats = (text: string) => reading(text).people.map(({ posts }) => posts[0]?.divisionCode)

test('levels of uneven depth: a 係, a 課 without a 部, a 部長 directly at the 部', () => {
  const text = `
    職員番号,氏名,所属コード,部,課,係
    1,部長,3000,福祉部,,
    2,課長,3010,福祉部,生活福祉課,
    3,係長,3011,福祉部,生活福祉課,保護第一係
    4,会計,9000,,会計課,`
  expect(tree(text)).toEqual(['* > 3000 福祉部 0', '3000 > 3010 生活福祉課 0', '3010 > 3011 保護第一係 0', '* > 9000 会計課 1'])
  expect(seats(text)).toEqual(['3000', '3010', '3011', '9000'])
})

test('an upper level nobody stands at takes its path as its code', () => {
  expect(tree('職員番号,氏名,所属コード,部,課,係\n1,青山,3011,福祉部,生活福祉課,保護第一係')).toEqual([
    '* > 福祉部 福祉部 0',
    '福祉部 > 福祉部/生活福祉課 生活福祉課 0',
    '福祉部/生活福祉課 > 3011 保護第一係 0',
  ])
})

test('without a code column all codes are paths; full and half width are one name', () => {
  const text = '職員番号,氏名,部,課\n1,青山,企画部,ＤＸ推進課\n2,石川,企画部,DX推進課'
  expect(tree(text)).toEqual(['* > 企画部 企画部 0', '企画部 > 企画部/ＤＸ推進課 ＤＸ推進課 0'])
  expect(seats(text)).toEqual(['企画部/ＤＸ推進課', '企画部/ＤＸ推進課'])
})

test('a code given for the whole 課 is that of the 課, and its 係 have paths', () => {
  const text = `
    職員番号,氏名,所属コード,部,課,係
    1,青山,3010,福祉部,生活福祉課,保護第一係
    2,石川,3010,福祉部,生活福祉課,保護第二係
    3,上田,3020,福祉部,高齢福祉課,介護係`
  expect(tree(text)).toEqual([
    '* > 福祉部 福祉部 0',
    '福祉部 > 3010 生活福祉課 0',
    '3010 > 福祉部/生活福祉課/保護第一係 保護第一係 0',
    '3010 > 福祉部/生活福祉課/保護第二係 保護第二係 1',
    '福祉部 > 3020 高齢福祉課 1',
    '3020 > 福祉部/高齢福祉課/介護係 介護係 0',
  ])
  expect(seats(text)).toEqual(['福祉部/生活福祉課/保護第一係', '福祉部/生活福祉課/保護第二係', '福祉部/高齢福祉課/介護係'])
})

test('a code under two names keeps the one most rows give it, and the others are flagged', () => {
  const read = reading(
    '職員番号,氏名,所属コード,部,課\n1,青山,3010,福祉部,生活福祉課\n2,石川,3010,福祉部,生活福祉課\n3,上田,3010,福祉部,高齢福祉課\n4,江口,3020,福祉部,高齢福祉課',
  )
  expect(read.divisions.map(({ code, name }) => [code, name])).toEqual([
    ['福祉部', '福祉部'],
    ['3010', '生活福祉課'],
    ['3020', '高齢福祉課'],
  ])
  expect(read.problems.map(({ row, code, value }) => [row, code, value])).toEqual([[4, 'roster.division-code-differs', '3010']])
})

test('one cell may hold the whole path, and a name repeated by merged cells is one level', () => {
  expect(tree('職員番号,氏名,所属\n1,青山,福祉部／生活福祉課\n2,石川,福祉部 高齢福祉課')).toEqual([
    '* > 福祉部 福祉部 0',
    '福祉部 > 福祉部/生活福祉課 生活福祉課 0',
    '福祉部 > 福祉部/高齢福祉課 高齢福祉課 1',
  ])
  expect(tree('職員番号,氏名,部,課\n1,青山,議会事務局,議会事務局')).toEqual(['* > 議会事務局 議会事務局 0'])
})
