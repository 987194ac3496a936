import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'

/** Closes an end-to-end run with one plain line. */
export default class PlainPlaywright implements Reporter {
  #suite: Suite | undefined
  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }
  onEnd(): void {
    const count = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
    for (const test of this.#suite?.allTests() ?? []) count[test.outcome()]++
    console.log(`e2e: ${count.expected} passed, ${count.unexpected + count.flaky + count.skipped} failed`)
  }
}
