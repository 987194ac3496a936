import { performance } from 'node:perf_hooks'
import { readCoverage, readHoldings, readImports } from '../../electron/store'
import { openDatabase } from '../../electron/store/opening/openDatabase'
import { type FirstScreen, scope, sliderDays } from './cityScope'
import { peakMegabytes } from './peak'

// A process of its own, as the window's engine is one: nothing is compiled yet and nothing read. Writes what it took as one line of JSON.

function timed<Value>(work: () => Value): readonly [Value, number] {
  const begun = performance.now()
  const value = work()
  return [value, performance.now() - begun]
}

const [opened, openMilliseconds] = timed(() => openDatabase(process.argv[2]!))
if (!opened.ok) throw new Error(opened.problem.code)
const db = opened.value
const [{ credentials }, holdingsMilliseconds] = timed(() => readHoldings(db))
const [, importsMilliseconds] = timed(() => readImports(db))
const [, coverageMilliseconds] = timed(() => readCoverage(db, scope))
const idleMegabytes = process.memoryUsage().rss / 2 ** 20
for (const on of sliderDays) readCoverage(db, { ...scope, on })
const found: FirstScreen = {
  credentials,
  openMilliseconds,
  holdingsMilliseconds,
  importsMilliseconds,
  coverageMilliseconds,
  shownMegabytes: idleMegabytes,
  mostMegabytes: peakMegabytes(),
}
process.stdout.write(JSON.stringify(found))
db.close()
