import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
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

const nodeModules = builtinModules.filter((name) => !networkModules.includes(name))
const external = ['electron', 'better-sqlite3', ...nodeModules, ...nodeModules.map((name) => `node:${name}`)]
const commonJs = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' }

export default defineConfig({
  main: {
    plugins: [noNetwork()],
    build: {
      outDir: at('out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          worker: at('electron/intake/worker.ts'),
          maintenance: at('electron/engine/maintenance/worker.ts'),
          cli: at('electron/cli/index.ts'),
        },
        external,
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rollupOptions: { input: { index: at('electron/preload/index.ts') }, external: ['electron'], output: commonJs },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
})
