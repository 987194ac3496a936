// node --import ./test/stand-in/register.ts out/main/index.cjs …
// Every import of `electron` by the built program resolves to the stand-in.
import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier.startsWith('electron/') ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
