import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrows, circles, picture, purposes, withPicture } from './rooms.ts'
import { readSources, root } from './sources.ts'
import { mayImport } from './walls.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const sources = readSources('.ts', '.tsx')

describe('the README', () => {
  it('shows the rooms and arrows the code has today', () => {
    expect(withPicture(readme, picture(sources))).toBe(readme)
  })

  it('notices an arrow that was added', () => {
    const added = [...sources, { path: 'electron/report/planted.ts', text: "import { x } from '../store'\n" }]
    expect(withPicture(readme, picture(added))).not.toBe(readme)
  })
})

describe('the rooms', () => {
  it('are each named with a purpose, and each stands in the code', () => {
    const standing = Object.keys(purposes).filter((room) => sources.some(({ path }) => path.startsWith(`${room}/`)))
    expect(standing).toEqual(Object.keys(purposes))
    expect(Object.keys(purposes).filter((room) => mayImport[room] === undefined)).toEqual([])
  })

  it('have arrows that run one way: no room can be come back to', () => {
    expect(circles(arrows(sources))).toEqual([])
  })

  it('show a circle where there is one', () => {
    expect(
      circles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ]),
    ).toEqual(['a', 'b', 'c'])
  })
})
