import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrows, circles, picture, purposes, withPicture } from './rooms.ts'
import { readSources, root } from './sources.ts'
import { mayImport } from './walls.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const sources = readSources('.ts', '.tsx')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }

describe('the README', () => {
  it('shows the rooms and arrows the code has today', () => {
    expect(withPicture(readme, picture(sources))).toBe(readme)
  })

  it('notices an arrow that was added', () => {
    const added = [...sources, { path: 'electron/report/planted.ts', text: "import { x } from '../store'\n" }]
    expect(withPicture(readme, picture(added))).not.toBe(readme)
  })

  it('names only commands that package.json has', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it('links only to files that are there', () => {
    const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path!)
    expect(linked.length).toBeGreaterThan(0)
    expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([])
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
