import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/{static,unit,contract,screens,faults}/**/*.test.{ts,tsx}'],
    exclude: ['test/**/*.long.test.ts'],
    globalSetup: ['test/sharedFolder.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: [['default', { summary: false }], './test/plainVitest.ts'],
    // Asked for by `npm test` (--coverage). What decides a verdict has no line that no test has been in.
    coverage: {
      provider: 'v8',
      include: ['electron/verifier/**', 'electron/parser/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
      // The second lists only files that fall short, with the lines.
      reporter: ['text-summary', ['text', { skipFull: true, maxCols: 160 }]],
      reportsDirectory: 'node_modules/.cache/coverage',
    },
  },
})
