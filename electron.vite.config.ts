import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

const networkModules = ['http', 'http2', 'https', 'net', 'tls', 'dns', 'dgram', 'dns/promises', 'undici']

/**
 * The build has no network in it. jsonld brings document loaders that fetch; they are never used here and are replaced by one that
 * refuses. Any other way to a network module stops the build.
 */
function noNetwork(): Plugin {
  const refusing = '\0no-network'
  return {
    name: 'no-network',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === '@digitalbazaar/http-client' || id.endsWith('/documentLoaders/node') || id.endsWith('/documentLoaders/xhr')) return refusing
      if (networkModules.includes(id.replace(/^node:/, ''))) throw new Error(`${importer ?? 'an entry'} imports ${id}: nothing leaves this PC`)
      return null
    },
    load: (id) => (id === refusing ? "module.exports = () => () => { throw new Error('nothing is ever fetched') }" : null),
  }
}

/** The packages whose style sheets a sheet of ours takes in: they are in no chunk and no module of their own. */
function importedSheets(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/@import\s+["']([^"']+)["']/g)].flatMap(([, path]) => {
    if (path!.startsWith('.')) return importedSheets(resolve(dirname(file), path!))
    return `node_modules/${path!.split('/', path!.startsWith('@') ? 2 : 1).join('/')}`
  })
}

/**
 * Writes down which packages a part of the build took something from: code that is in a chunk, style sheets and fonts, by their place in the lock file. The
 * licence list and the SBOM are made from it.
 */
function recordPackages(part: string): Plugin {
  return {
    name: 'record-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk'
          ? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
          : output.originalFileNames,
      )
      const sheets = [...this.getModuleIds()].filter((id) => id.endsWith('.css'))
      const files = [...modules, ...sheets].flatMap(
        (id) => /\bnode_modules\/(?:.*\bnode_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
      )
      const names = [...files, ...sheets.flatMap(importedSheets)]
      mkdirSync(at('out/packages'), { recursive: true })
      writeFileSync(at(`out/packages/${part}.json`), `${JSON.stringify([...new Set(names)].sort(), null, 1)}\n`)
    },
  }
}

/** Style sheets without the second file of each font: every browser that can show the window reads woff2. */
const onlyWoff2 = {
  postcssPlugin: 'only-woff2',
  Once: (sheet: { walkDecls(name: string, change: (declaration: { value: string }) => void): void }) =>
    sheet.walkDecls('src', (declaration) => {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, '')
    }),
}

const nodeModules = builtinModules.filter((name) => !networkModules.includes(name))
const external = ['electron', 'better-sqlite3', ...nodeModules, ...nodeModules.map((name) => `node:${name}`)]
const commonJs = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' }

export default defineConfig({
  main: {
    plugins: [noNetwork(), recordPackages('main')],
    build: {
      outDir: at('out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          worker: at('electron/intake/pool/worker.ts'),
          maintenance: at('electron/engine/maintenance/worker.ts'),
          cli: at('electron/cli/index.ts'),
        },
        external,
        output: commonJs,
      },
    },
  },
  preload: {
    plugins: [recordPackages('preload')],
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rollupOptions: { input: { index: at('electron/preload/index.ts') }, external: ['electron'], output: commonJs },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), recordPackages('renderer')],
    css: { postcss: { plugins: [onlyWoff2] } },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
})
