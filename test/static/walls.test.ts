import { describe, expect, it } from 'vitest'
import { floorWalls } from './floors.ts'
import { readSources } from './sources.ts'
import { courierScript, walls as houseWalls } from './walls.ts'

const walls = [...houseWalls, ...floorWalls]

const sources = readSources('.ts', '.tsx', '.css', '.mjs', '.cjs', '.js').filter(({ path }) => !path.startsWith('test/static/walls'))

describe('the walls of the house', () => {
  it('are asked of every source file', () => {
    const houses = ['electron/', 'renderer/', 'shared/', 'test/'].map((house) => sources.filter(({ path }) => path.startsWith(house)).length)
    console.log(`walls: ${sources.length} files seen (electron, renderer, shared, test: ${houses.join(', ')})`)
    expect(Math.min(...houses)).toBeGreaterThan(20)
  })

  it('make one exception, which uses the network and would fall anywhere else', () => {
    const courier = sources.find(({ path }) => path === courierScript)!
    for (const path of ['resources/courier/other.mjs', 'resources/sample/courier.mjs', 'electron/disk/courier.ts'])
      expect(walls.some((wall) => wall.says.includes('network') && wall.broken({ ...courier, path }).length > 0)).toBe(true)
    expect(walls.flatMap((wall) => wall.broken(courier))).toEqual([])
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
