// What is shipped: every package the build took something from, the packages packed beside the build, and Electron itself.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './freshBuild.ts'

/** A package that is shipped. */
export interface Shipped {
  readonly name: string
  readonly version: string
  /** SPDX identifier or expression. */
  readonly licence: string
  readonly text: string
  /** Parts of the program it is in. */
  readonly parts: readonly string[]
  /** SHA-512 of the package as the registry gave it, hexadecimal; null for what is part of another package. */
  readonly sha512: string | null
  /** The place in the lock file; null for what is part of another package. */
  readonly place: string | null
  /** Places of the packages it needs, whether they are shipped or not. */
  readonly dependsOn: readonly string[]
}

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const trimmed = (text: string) => `${text.replaceAll('\r\n', '\n').trim()}\n`

/** ISC without a holder, for a package that names the licence and brings no text. */
const isc = (holder: string) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE,
DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS
SOFTWARE.
`

/** The licence text a package brings. A package without one fails the list, except where its licence says all with the holder's name. */
function licenceText(place: string, licence: string, author: string): string {
  const files = readdirSync(join(root, place)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  if (files.length > 0) return files.map((name) => trimmed(readFileSync(join(root, place, name), 'utf8'))).join('\n')
  if (licence === 'ISC' && author !== '') return trimmed(isc(author))
  throw new Error(`${place} brings no licence text`)
}

/** The SPDX identifier of a licence. `SEE LICENSE IN …` is none: what such a package means is in its text. */
function spdxOf(place: string, licence: string, text: string): string {
  if (!licence.startsWith('SEE ')) return licence
  if (/W3C Software and Document License/.test(text) && /BSD 3-Clause/.test(text)) return 'W3C-20150513 AND BSD-3-Clause'
  throw new Error(`${place} names no licence by an identifier, and its text none that is known`)
}

function shippedAt(place: string, parts: readonly string[], lock: Readonly<Record<string, Locked>>): Shipped {
  const described = readJson(`${place}/package.json`) as {
    readonly name: string
    readonly version: string
    readonly license?: string
    readonly author?: string | { readonly name?: string }
  }
  const locked = lock[place]
  if (locked === undefined || described.license === undefined) throw new Error(`${place} is not in the lock file, or names no licence`)
  const author = typeof described.author === 'string' ? described.author.replace(/ *[<(].*/, '') : (described.author?.name ?? '')
  const text = licenceText(place, described.license, author)
  return {
    name: described.name,
    version: described.version,
    licence: spdxOf(place, described.license, text),
    text,
    parts,
    sha512: locked.integrity === undefined ? null : Buffer.from(locked.integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
    place,
    dependsOn: Object.keys(locked.dependencies ?? {}).map(
      (name) => [`${place}/node_modules/${name}`, `node_modules/${name}`].find((at) => lock[at] !== undefined) ?? name,
    ),
  }
}

/** The places of the packages packed beside the build: what `package.json` depends on, and what that depends on. */
function besideTheBuild(lock: Readonly<Record<string, Locked>>): readonly string[] {
  const found = new Set<string>()
  const add = (names: Readonly<Record<string, string>>) => {
    for (const name of Object.keys(names)) {
      const place = `node_modules/${name}`
      if (found.has(place)) continue
      found.add(place)
      add(lock[place]?.dependencies ?? {})
    }
  }
  add((readJson('package.json') as { dependencies: Readonly<Record<string, string>> }).dependencies)
  return [...found]
}

/** The contexts in `resources/contexts` are copied from packages. */
const contextPlaces = (lock: Readonly<Record<string, Locked>>) =>
  (readJson('resources/contexts/manifest.json') as readonly { readonly from: string }[])
    .map(({ from }) => `node_modules/${from.split('/', from.startsWith('@') ? 2 : 1).join('/')}`)
    .filter((place) => lock[place] !== undefined)

/** SQLite is compiled into better-sqlite3. */
function sqlite(): Shipped {
  const source = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8')
  return {
    name: 'SQLite',
    version: /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(source)![1]!,
    licence: 'blessing',
    text: trimmed(/\*\* The author disclaims copyright[\s\S]*?never taking more than you give\./.exec(source)![0].replaceAll(/^\*\* */gm, '')),
    parts: ['beside'],
    sha512: null,
    place: null,
    dependsOn: [],
  }
}

/** Everything that is shipped, by name and version. The build must be fresh. Electron brings Chromium’s and Node’s licences in files of its own. */
export function inventory(): readonly Shipped[] {
  const lock = (readJson('package-lock.json') as { packages: Readonly<Record<string, Locked>> }).packages
  const parts = new Map<string, string[]>()
  const note = (part: string, places: readonly string[]) => {
    for (const place of new Set(places)) parts.set(place, [...(parts.get(place) ?? []), part])
  }
  for (const part of ['main', 'preload', 'renderer']) note(part, readJson(`out/packages/${part}.json`) as readonly string[])
  note('beside', besideTheBuild(lock))
  note('contexts', contextPlaces(lock))
  note('electron', ['node_modules/electron'])
  const shipped = [...parts].map(([place, names]) => shippedAt(place, names, lock))
  return [...shipped, sqlite()].sort((one, other) => (`${one.name}@${one.version}` < `${other.name}@${other.version}` ? -1 : 1))
}

/** The licences as a file for people. */
export function licencesText(shipped: readonly Shipped[]): string {
  const rule = '='.repeat(80)
  const head =
    '適材 Tekizai は、次のライブラリーとフォントを含みます。それぞれの使用条件は下のとおりです。Electron に含まれる Chromium と Node.js の使用条件は、\nプログラムのフォルダーの LICENSES.chromium.html にあります。\n\nTekizai contains the following libraries and fonts under the terms below. The terms of Chromium and Node.js, which Electron contains, are in\nLICENSES.chromium.html in the folder of the program.\n'
  return `${head}\n${shipped.map(({ name, version, licence, text }) => `${rule}\n${name} ${version} — ${licence}\n${rule}\n\n${text}`).join('\n')}`
}

/** The licences for the window: a text that several packages share is there once. */
export function licencesJson(shipped: readonly Shipped[]): string {
  const texts = [...new Set(shipped.map(({ text }) => text))]
  const packages = shipped.map(({ name, version, licence, text }) => ({ name, version, licence, text: texts.indexOf(text) }))
  return `${JSON.stringify({ packages, texts }, null, 1)}\n`
}

const urlOf = ({ name, version }: Pick<Shipped, 'name' | 'version'>) =>
  name === 'SQLite' ? `pkg:generic/sqlite@${version}` : `pkg:npm/${name.replace('@', '%40')}@${version}`

/**
 * The software bill of materials. It has no time and no random number in it: the same sources give the same bytes.
 *
 * @source CycloneDX 1.6
 */
export function billOfMaterials(shipped: readonly Shipped[]): string {
  const { name, version, license } = readJson('package.json') as { readonly name: string; readonly version: string; readonly license: string }
  const self = `pkg:npm/${name}@${version}`
  const components = shipped.map((entry) => ({
    type: entry.parts.includes('electron') ? 'framework' : 'library',
    'bom-ref': urlOf(entry),
    name: entry.name,
    version: entry.version,
    purl: urlOf(entry),
    licenses: [/ (AND|OR|WITH) /.test(entry.licence) ? { expression: entry.licence } : { license: { id: entry.licence } }],
    ...(entry.sha512 === null ? {} : { hashes: [{ alg: 'SHA-512', content: entry.sha512 }] }),
    properties: entry.parts.map((part) => ({ name: `${name}:part`, value: part })),
  }))
  const byPlace = new Map(shipped.map((entry) => [entry.place ?? entry.name, urlOf(entry)]))
  const dependencies = [
    { ref: self, dependsOn: components.map((component) => component['bom-ref']) },
    ...shipped.map((entry) => ({
      ref: urlOf(entry),
      dependsOn: [...entry.dependsOn, ...(entry.name === 'better-sqlite3' ? ['SQLite'] : [])].flatMap((other) => byPlace.get(other) ?? []).sort(),
    })),
  ]
  const digest = createHash('sha256')
    .update(JSON.stringify([components, dependencies]))
    .digest('hex')
  // A UUID of version 8 (RFC 9562, section 5.8), made of the content.
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': self, name, version, purl: self, licenses: [{ license: { id: license } }] } },
    components,
    dependencies,
  }
  return `${JSON.stringify(bill, null, 1)}\n`
}

/** The files made from the inventory, by their names in `resources/licences`. */
export const madeFiles: Readonly<Record<string, (shipped: readonly Shipped[]) => string>> = {
  'licences.txt': licencesText,
  'licences.json': licencesJson,
  'sbom.cdx.json': billOfMaterials,
}
