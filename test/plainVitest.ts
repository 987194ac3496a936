import type { Reporter, TestModule } from 'vitest/node'

/** Closes a vitest run with one plain line. A test that did not run is no test that passed. */
export default class PlainVitest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      count.failed += module.errors().length
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    console.log(`unit: ${count.passed} passed, ${count.failed + count.skipped + count.pending} failed`)
  }
}
