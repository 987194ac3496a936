import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Each spec file starts programs of its own on data of its own.
  workers: 2,
  // Bounds for a program that is stuck, wide enough for a machine that has other work: no test measures time.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./plainPlaywright.ts']],
})
