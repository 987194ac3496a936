import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// Node runs TypeScript by taking the types away, but does not look for `./x.ts` where `./x` is written, as the bundler does.
registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.')) return next(specifier, context)
    for (const ending of ['', '.ts', '/index.ts']) {
      try {
        return next(specifier + ending, context)
      } catch (error) {
        if (!['ERR_MODULE_NOT_FOUND', 'ERR_UNSUPPORTED_DIR_IMPORT'].includes(error.code)) throw error
      }
    }
    return next(specifier, context)
  },
  // The bundler takes JSON without being told that it is JSON.
  load(url, context, next) {
    if (!/\/resources\/contexts\/[^/]+\.json$/.test(url)) return next(url, context)
    return { format: 'module', source: `export default ${readFileSync(new URL(url), 'utf8')}`, shortCircuit: true }
  },
})
