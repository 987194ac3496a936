import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: { include: ['test/**/*.long.test.ts'], testTimeout: 3_600_000, maxWorkers: 2, reporters: ['default', './test/plainVitest.ts'] },
})
