import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuild } from '../run/freshBuild.ts'
import { root } from './sources.ts'

const networkModule =
  /\b(?:require|import)\(\s*["'](?:node:)?(?:http|http2|https|net|tls|dns|dgram|undici)["']\s*\)|(?<![.\w])fetch\((?![^()]*\)\s*\{)|\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b/g
const bundles = () =>
  ['main', 'preload', 'renderer/assets'].flatMap((folder) =>
    readdirSync(join(root, 'out', folder))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, 'out', folder, name), 'utf8') })),
  )

beforeAll(() => ensureBuild())

describe('the shipped bundle', () => {
  it('holds the shell, the engine, the worker, the command line, the preload and the window', () => {
    expect(bundles().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['main/index.cjs', 'main/engine.cjs', 'main/worker.cjs', 'main/maintenance.cjs', 'main/cli.cjs', 'preload/index.cjs']),
    )
    expect(bundles().some(({ name }) => name.startsWith('renderer/assets/'))).toBe(true)
  })

  it('has no network code in it, not even that of a package', () => {
    expect(bundles().flatMap(({ name, text }) => [...text.matchAll(networkModule)].map(([found]) => `${name}: ${found}`))).toEqual([])
  })

  it('would be seen to have some', () => {
    expect('const h = require("node:https")'.match(networkModule)).not.toBeNull()
    expect('await fetch(address)'.match(networkModule)).not.toBeNull()
    expect('cache.fetch(address)'.match(networkModule)).toBeNull()
    expect('fetch(options){return this.run(options)}'.match(networkModule)).toBeNull()
  })

  it('has each font once, as woff2', () => {
    const assets = readdirSync(join(root, 'out/renderer/assets'))
    const sheets = assets.filter((name) => name.endsWith('.css')).map((name) => readFileSync(join(root, 'out/renderer/assets', name), 'utf8'))
    expect(assets.filter((name) => name.endsWith('.woff'))).toEqual([])
    expect(assets.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(400)
    expect(sheets.filter((sheet) => /@font-face/.test(sheet)).length).toBe(2)
    expect(sheets.flatMap((sheet) => sheet.match(/\.woff\b|format\(["']?woff["']?\)/g) ?? [])).toEqual([])
  })

  it('marks no address of a registry, a home folder or a machine', () => {
    const marks = /registry\.[a-z.]+\/|\/root\/|\/home\/[a-z]+\/|C:\\\\Users/g
    expect(bundles().flatMap(({ name, text }) => [...text.matchAll(marks)].map(([found]) => `${name}: ${found}`))).toEqual([])
  })
})
