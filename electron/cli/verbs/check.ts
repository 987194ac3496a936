import { resolve } from 'node:path'
import { failure, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { checkAndMend } from '../../engine/jobs/check/checkAndMend'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `check`: every table against its indexes, every original against its digest, and the chain of the audit log; `--from` mends damaged originals from a copy of the data folder. */
export const check: Verb = {
  name: 'check',
  usage: '--data DIR [--from COPY] [--json]',
  options: { data: { type: 'string' }, from: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const { cli } = texts[surroundings.locale]
      const from = words.text('from')
      const checked = await checkAndMend(engine, from === null ? null : resolve(from))
      if (!checked.ok) return checked
      const { damaged, mended } = checked.value
      for (const { sha256, source, credentialId } of damaged) {
        if (words.json) await writeLine(surroundings, { kind: 'damage', code: 'original.damaged', sha256, source, credentialId })
        else await writeRow(surroundings, 'original.damaged', source, sha256)
      }
      for (const { table, faults, mended: indexes } of checked.value.tables) {
        const code = indexes ? 'database.index-mended' : 'database.damaged'
        if (words.json) await writeLine(surroundings, { kind: 'damage', code, table, faults })
        else await writeRow(surroundings, code, table, faults.join('; '))
      }
      const { audit } = checked.value
      if (audit !== null) {
        if (words.json) await writeLine(surroundings, { kind: 'damage', code: 'audit.altered', at: audit })
        else await writeRow(surroundings, 'audit.altered', String(audit))
      }
      const originals = new Set(damaged.map(({ sha256 }) => sha256)).size
      const tables = checked.value.tables.filter((fault) => !fault.mended).length
      if (words.json) await writeLine(surroundings, { kind: 'check', intact: originals + tables === 0 && audit === null, damaged: originals, mended, tables })
      else await writeRow(surroundings, cli.checked(originals, mended))
      if (tables > 0) return failure({ code: 'database.damaged' })
      if (originals > 0) return failure({ code: 'original.damaged', detail: String(originals) })
      return audit === null ? success(null) : failure({ code: 'audit.altered', detail: String(audit) })
    }),
}
