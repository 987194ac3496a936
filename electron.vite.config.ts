import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

const networkModules = ['http', 'http2', 'https', 'net', 'tls', 'dns', 'dgram', 'dns/promises', 'undici']

/**
 * The build has no network in it. jsonld would bring an HTTP client for its default document loader, which is never used here:
 * it is replaced by a module without content, and any other way to a network module stops the build.
 */
function noNetwork(): Plugin {
  const empty = '\0no-network'
  return {
    name: 'no-network',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === '@digitalbazaar/http-client') return empty
      if (networkModules.includes(id.replace(/^node:/, ''))) throw new Error(`${importer ?? 'an entry'} imports ${id}: nothing leaves this PC`)
      return null
    },
    load: (id) => (id === empty ? 'export const httpClient = undefined; export const kyPromise = undefined; export const DEFAULT_HEADERS = {}' : null),
  }
}

const external = ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]
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
