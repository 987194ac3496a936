import type { Reporter, TestModule } from 'vitest/node'

/** Names the ten slowest files and closes a vitest run with one plain line. A test that did not run is no test that passed. */
export default class PlainVitest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      count.failed += module.errors().length
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    const slowest = [...modules].sort((one, other) => other.diagnostic().duration - one.diagnostic().duration).slice(0, 10)
    console.log(`slowest files:\n${slowest.map((module) => `  ${(module.diagnostic().duration / 1000).toFixed(1)} s ${module.relativeModuleId}`).join('\n')}`)
    console.log(`unit: ${count.passed} passed, ${count.failed + count.skipped + count.pending} failed`)
  }
}
