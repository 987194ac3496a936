import { extname, resolve } from 'node:path'
import { reportEncoding, reportFormat } from '../../../shared/contract/report'
import type { Day } from '../../../shared/model/day'
import { failure, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { writeWhole } from '../../disk/writeWhole'
import { handlers } from '../../engine/handlers'
import { listReports } from '../../engine/handlers/reports'
import { writeLine, writeRow } from '../output'
import { readScope, scopeOptions } from '../scope'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `report list`: the names and their formats. */
export const reportList: Verb = {
  name: 'report list',
  usage: '[--json]',
  options: { data: { type: 'string' } },
  rest: [0, 0],
  run: async (words, surroundings) => {
    const { titles } = texts[surroundings.locale].report
    for (const { name, formats } of listReports()) {
      if (words.json) await writeLine(surroundings, { kind: 'report', name, formats })
      else await writeRow(surroundings, name, titles[name] ?? name, formats.map((format) => `.${format}`).join(' '))
    }
    return success(null)
  },
}

/** `report`: one report to a file; the file's extension decides the format. */
export const report: Verb = {
  name: 'report',
  usage: '<name> --data DIR --on DATE --out FILE (.xlsx .csv .pdf .html) [--encoding cp932|utf-8] [--level N] [--until DATE] [--language ja|en] [--json]',
  options: {
    ...scopeOptions,
    out: { type: 'string' },
    encoding: { type: 'string' },
    level: { type: 'string' },
    language: { type: 'string' },
    import: { type: 'string' },
    until: { type: 'string' },
  },
  rest: [1, 1],
  required: ['on', 'out'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const out = resolve(words.text('out')!)
      const format = reportFormat.safeParse(extname(out).slice(1).toLowerCase())
      const encoding = reportEncoding.safeParse(words.text('encoding') ?? 'utf-8')
      if (!format.success || !encoding.success) return failure({ code: 'report.format', detail: format.success ? words.text('encoding')! : extname(out) })
      const until = words.text('until') as Day | null // Checked by `readWords`.
      const locale = words.text('language') === 'en' ? 'en' : words.text('language') === 'ja' ? 'ja' : surroundings.locale
      const request = {
        name: words.rest[0]!,
        scope: readScope(words),
        format: format.data,
        encoding: encoding.data,
        locale,
        importId: words.text('import'),
        ...(until === null ? {} : { until }),
      } as const
      if (format.data === 'pdf') {
        const document = await handlers['report.document'](request, engine)
        if (!document.ok) return document
        const written = await writeWhole(out, await surroundings.print(document.value.html))
        if (!written.ok) return written
      } else {
        const made = await handlers['report.write']({ ...request, path: out }, engine)
        if (!made.ok) return made
        const { unwritable } = made.value
        if (unwritable.length > 0)
          return failure({
            code: 'report.characters',
            detail: unwritable.map(({ character, codePoint, where }) => `${character} ${codePoint} ${where}`).join(', '),
          })
      }
      if (words.json) await writeLine(surroundings, { kind: 'report', name: request.name, out })
      else await writeRow(surroundings, texts[surroundings.locale].cli.written(out))
      return success(null)
    }),
}
