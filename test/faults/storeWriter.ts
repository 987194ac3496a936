import { writeSync } from 'node:fs'
import { openDatabase, readImportJob, saveBatch, startImport } from '../../electron/store/index.ts'
import { act, badge, good } from '../unit/store/words.ts'

// Run by store-kill.test.ts as a process of its own: imports batches of 20 badges into the given database and reports each, until it is killed
// or has done the given number.

const [path = '', last = '0'] = process.argv.slice(2)
const db = good(openDatabase(path, { quickCheck: false }))
const importId = 'long'
const begun = readImportJob(db, { importId })
if (!begun.ok) good(startImport(db, { importId, sources: ['bundle.zip'], verifyAt: act.at, ...act }))
for (let batch = Number((begun.ok && begun.value.cursor) || 0) + 1; batch <= Number(last); batch += 1) {
  // Each badge comes again, newer, two batches later, so that replacements are made when the process is killed.
  const items = Array.from({ length: 20 }, (_, index) =>
    badge({ id: `urn:${(batch >> 1) % 7}:${index}:${batch % 2}`, from: `${2000 + (batch % 26)}-04-01T00:00:00+09:00`, edition: `${batch}` }),
  )
  good(saveBatch(db, { importId, items, cursor: String(batch), done: batch * 20 }))
  writeSync(1, `${batch}\n`)
}
db.close()
