import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuild } from '../run/freshBuild'
import { billOfMaterials, inventory, licencesJson, licencesText, madeFiles, type Shipped } from '../run/inventory'
import { root } from './sources'

let shipped: readonly Shipped[]
beforeAll(() => {
  ensureBuild()
  shipped = inventory()
})
const names = () => shipped.map(({ name }) => name)
const kept = (name: string) => readFileSync(join(root, 'resources/licences', name), 'utf8')

/** What the source itself imports at run time, read without the build. */
const imported = ['react', 'react-dom', 'zod', 'jsonld', 'saxes', 'fflate', 'iconv-lite', 'recharts', '@noble/ed25519', 'jose']

describe('the list of what is shipped', () => {
  it('has the libraries of every part, the fonts, SQLite, the contexts and Electron', () => {
    for (const name of [...imported, 'better-sqlite3', 'SQLite', 'electron', '@fontsource/noto-sans-jp', '@fontsource/biz-udpgothic', 'did-context'])
      expect(names(), name).toContain(name)
    expect(shipped.filter(({ licence }) => licence === 'OFL-1.1').map(({ name }) => name)).toEqual(['@fontsource/biz-udpgothic', '@fontsource/noto-sans-jp'])
    expect(shipped.filter(({ licence, text }) => licence === 'OFL-1.1' && !/SIL OPEN FONT LICENSE/i.test(text))).toEqual([])
  })

  it('has none of the tools that only build and test', () => {
    expect(names().filter((name) => /vitest|playwright|typescript|biome|electron-builder|rolldown|vite$|fast-check|duckdb|arquero/.test(name))).toEqual([])
  })

  it('gives each package its version, licence and the text of it', () => {
    for (const { name, version, licence, text } of shipped) {
      expect(version, name).toMatch(/^\d+\.\d+/)
      expect(licence, name).not.toBe('')
      expect(text.length, name).toBeGreaterThan(150)
    }
  })

  for (const name of Object.keys(madeFiles))
    it(`in ${name} is what the build took in today: npm run sbom writes it again`, () => {
      expect(kept(name) === madeFiles[name]!(shipped)).toBe(true)
    })

  it('is another one as soon as a package is missing, in each of its files', () => {
    for (const name of ['react', '@fontsource/noto-sans-jp', 'better-sqlite3']) {
      const without = shipped.filter((entry) => entry.name !== name)
      expect(without.length).toBe(shipped.length - 1)
      for (const [file, make] of Object.entries(madeFiles)) expect(make(without) === kept(file), `${file} without ${name}`).toBe(false)
    }
  })

  it('as a bill of materials is CycloneDX 1.6, the same for the same sources, with nothing of this machine in it', () => {
    const text = billOfMaterials(shipped)
    expect(billOfMaterials(shipped)).toBe(text)
    expect(text).not.toMatch(/\/(root|home|tmp|Users)\/|timestamp/)
    const bill = JSON.parse(text) as {
      readonly bomFormat: string
      readonly specVersion: string
      readonly serialNumber: string
      readonly components: readonly {
        readonly 'bom-ref': string
        readonly licenses: readonly object[]
        readonly hashes?: readonly { readonly content: string }[]
      }[]
      readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
    }
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.6'])
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    const references = bill.components.map((component) => component['bom-ref'])
    expect(new Set(references).size).toBe(shipped.length)
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((reference) => !references.includes(reference))).toEqual([])
    expect(bill.dependencies.length).toBe(references.length + 1)
    expect(bill.components.flatMap(({ hashes = [] }) => hashes).every(({ content }) => /^[0-9a-f]{128}$/.test(content))).toBe(true)
    expect(bill.components.flatMap(({ licenses }) => licenses).length).toBe(shipped.length)
  })

  it('for people names every package with its text, and for the window every text once', () => {
    const text = licencesText(shipped)
    const { packages, texts } = JSON.parse(licencesJson(shipped)) as { packages: readonly { name: string; text: number }[]; texts: readonly string[] }
    for (const entry of shipped)
      expect(text.includes(`${entry.name} ${entry.version} — ${entry.licence}\n`) && text.includes(entry.text), entry.name).toBe(true)
    expect(packages.map(({ name, text: index }) => [name, texts[index]])).toEqual(shipped.map(({ name, text: own }) => [name, own]))
    expect(new Set(texts).size).toBe(texts.length)
  })
})
