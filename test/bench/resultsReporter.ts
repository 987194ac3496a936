import { availableParallelism, cpus, totalmem } from 'node:os'
import { basename } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import type { Machine, Part } from './results.ts'
import { ending, writeResults } from './writeResults.ts'

const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  openssl: process.versions.openssl,
})

/** Writes what the benches have measured into RESULTS.md. A bench that failed, or of which not every test ran, leaves its former figures as they were, and it is said. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const parts: Record<string, Part> = {}
    for (const module of modules) {
      const name = basename(module.moduleId, ending)
      const tests = [...module.children.allTests()]
      const tables = tests.flatMap((test) => test.meta().tables ?? [])
      if (tests.length > 0 && tests.every((test) => test.result().state === 'passed')) {
        parts[name] = { at: `${new Date().toISOString().slice(0, 16)}Z`, machine: machine(), large: process.env.BENCH_LARGE === '1', tables }
      } else console.log(`results: ${name} did not run to its end; its former figures stand`)
    }
    writeResults(parts)
    console.log(`results: ${Object.keys(parts).join(', ') || 'nothing new'} in test/bench/RESULTS.md`)
  }
}
