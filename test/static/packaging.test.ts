import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Builder from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuild } from '../run/freshBuild'
import { root } from './sources'

// electron-builder's own parts: its schema is in none of its public types.
const require = createRequire(join(root, 'node_modules/electron-builder/package.json'))
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  getConfig: (folder: string, file: string, given: null) => Promise<Builder.Configuration>
  validateConfiguration: (configuration: unknown, log: unknown) => Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }
const { build, Platform, Arch } = require('electron-builder') as typeof Builder
const { listPackage } = require('@electron/asar') as { listPackage: (file: string, options: { isPack: boolean }) => string[] }

const work = mkdtempSync(join(tmpdir(), 'tekizai-package-'))
const readConfiguration = () => getConfig(root, join(root, 'electron-builder.yml'), null)

/** A folder with the files electron-builder expects of Electron, all of them empty. */
function makeBelieveElectron(name: string, program: string): string {
  const folder = join(work, `electron-${name}`)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const file of [program, 'version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, file), '')
  chmodSync(join(folder, program), 0o755)
  return folder
}

/** Packs for one target without Electron's program; the fuses can only be set in a real one. @returns the files in the archive, and its folder. */
async function pack(name: 'linux' | 'win', program: string): Promise<{ readonly files: readonly string[]; readonly resources: string }> {
  const platform = name === 'linux' ? Platform.LINUX : Platform.WINDOWS
  const output = join(work, `out-${name}`)
  await build({
    projectDir: root,
    targets: platform.createTarget('dir', Arch.x64),
    publish: 'never',
    config: {
      electronFuses: null,
      disableAsarIntegrity: true,
      electronDist: makeBelieveElectron(name, program),
      directories: { output },
      win: { signAndEditExecutable: false },
    },
  })
  const resources = join(output, `${name}-unpacked`, 'resources')
  return { files: listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/')), resources }
}

beforeAll(() => ensureBuild())
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('electron-builder.yml', () => {
  it('is valid by electron-builder’s own schema', async () => {
    await expect(validateConfiguration(await readConfiguration(), new DebugLogger(false))).resolves.toBeUndefined()
  })

  it('is refused by that schema when a word in it is wrong', async () => {
    await expect(validateConfiguration({ ...(await readConfiguration()), asarr: true }, new DebugLogger(false))).rejects.toThrow('asarr')
  })

  it('sets every fuse that closes a way in', async () => {
    expect((await readConfiguration()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  for (const [name, program, prebuild] of [
    ['linux', 'electron', 'linux-x64.node'],
    ['win', 'electron.exe', 'win32-x64.node'],
  ] as const) {
    it(`packs for ${name} only the build, package.json and this target’s prebuild of SQLite`, async () => {
      const { files, resources } = await pack(name, program)
      const parts = new Set(files.filter((file) => !file.startsWith('/node_modules/')).map((file) => file.split('/')[1]))
      const modules = new Set(files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]))
      expect([...parts].sort()).toEqual(['node_modules', 'out', 'package.json'])
      expect(readFileSync(join(resources, 'courier/courier.mjs'), 'utf8')).toBe(readFileSync(join(root, 'resources/courier/courier.mjs'), 'utf8'))
      // Of resources/ two folders are packed; the papers in resources/docs are for developers.
      expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked', 'courier', 'licences'])
      // What the build notes for itself stays here.
      expect([...new Set(files.filter((file) => file.startsWith('/out/')).map((file) => file.split('/')[2]))].sort()).toEqual(['main', 'preload', 'renderer'])
      for (const made of ['licences.txt', 'licences.json', 'sbom.cdx.json'])
        expect(readFileSync(join(resources, 'licences', made), 'utf8')).toBe(readFileSync(join(root, 'resources/licences', made), 'utf8'))
      expect([...modules].filter((module) => module !== undefined)).toEqual(['better-sqlite3'])
      expect(files.filter((file) => file.endsWith('.node')).map((file) => file.split('/').at(-1))).toEqual([prebuild])
      expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', prebuild))).toBe(true)
    })
  }
})
