import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/bench/**/*.bench.ts'],
    globalSetup: ['test/bench/built.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    maxWorkers: 1,
    reporters: [['default', { summary: false }], './test/bench/resultsReporter.ts'],
  },
})
