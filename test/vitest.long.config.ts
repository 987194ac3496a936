import { defineConfig } from 'vitest/config'

/** Properties that `npm test` tries less often than this run does: see fixtures/runs.ts. */
const repeated = [
  'test/unit/reader/zipPeers.test.ts',
  'test/unit/verifier/tamperedLeaves.test.ts',
  'test/unit/verifier/jsonld/plan/anyContext.test.ts',
  'test/unit/verifier/jsonld/sharedContexts.test.ts',
  'test/unit/store/columnsProperty.test.ts',
  'test/unit/store/undoProperty.test.ts',
  'test/unit/store/versionsProperty.test.ts',
]

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/**/*.long.test.ts', ...repeated],
    globalSetup: ['test/sharedFolder.ts'],
    env: { TEST_LONG: '1' },
    testTimeout: 3_600_000,
    maxWorkers: 2,
    reporters: ['default', './test/plainVitest.ts'],
  },
})
