import { describe, expect, it } from 'vitest'
import { readSources } from './sources.ts'
import { exceptions } from './wordExceptions.ts'
import { found, isChecked, poorWords, says, wordsOf } from './words.ts'

const sources = readSources('.ts', '.tsx', '.mjs', '.cjs', '.css', '.md')
  .filter(isChecked)
  .map((source) => ({ ...source, words: wordsOf(source) }))

describe('names, comments and test titles', () => {
  it('are read in every house', () => {
    for (const house of ['electron/', 'renderer/', 'shared/', 'test/', 'resources/', 'README.md'])
      expect(sources.some(({ path }) => path.startsWith(house))).toBe(true)
    expect(sources.length).toBeGreaterThan(500)
  })

  for (const one of poorWords) {
    it(`do not say “${one.word}”, but: ${one.say}`, () => {
      const { files, needless } = found(one, sources)
      expect(files).toEqual([])
      expect(needless).toEqual([])
    })

    it(`are searched for “${one.word}”: a planted breach is found`, () => {
      expect(says(one, wordsOf({ path: 'electron/planted.ts', text: one.planted }))).toBe(true)
      expect(says(one, wordsOf({ path: 'electron/planted.ts', text: `const text = ${JSON.stringify(one.planted)}` }))).toBe(false)
    })
  }

  it('have exceptions only for words of the list', () => {
    expect(Object.keys(exceptions).filter((word) => !poorWords.some((one) => one.word === word))).toEqual([])
  })

  it('an exception that is not needed is reported', () => {
    const [heed] = poorWords
    expect(found(heed!, []).needless).toEqual(exceptions.heed ?? [])
  })
})
