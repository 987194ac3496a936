import { describe, expect, it } from 'vitest'
import { readSources } from './sources.ts'
import { walls } from './walls.ts'

const sources = readSources('.ts', '.tsx', '.css').filter(({ path }) => !path.startsWith('test/static/walls'))

describe('the walls of the house', () => {
  it('are asked of every source file', () => {
    const houses = ['electron/', 'renderer/', 'shared/', 'test/'].map((house) => sources.filter(({ path }) => path.startsWith(house)).length)
    console.log(`walls: ${sources.length} files seen (electron, renderer, shared, test: ${houses.join(', ')})`)
    expect(Math.min(...houses)).toBeGreaterThan(20)
  })

  for (const wall of walls) {
    it(`hold: ${wall.says}`, () => {
      const broken = sources.flatMap((source) => wall.broken(source).map((what) => `${source.path}: ${what}`))
      expect(broken).toEqual([])
    })

    it(`are seen to fall where they are broken: ${wall.says}`, () => {
      expect(wall.broken(wall.planted)).not.toEqual([])
    })
  }
})
