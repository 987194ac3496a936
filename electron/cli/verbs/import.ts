import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { runImport } from '../../engine/jobs/importJob'
import { takeBack } from '../../engine/jobs/takeBack'
import { inWords, writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `import`: everything under the paths into the data folder; each thing received falls in exactly one of eight outcomes. */
export const importVerb: Verb = {
  name: 'import',
  usage: '<path…> --data DIR [--at INSTANT] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' } },
  rest: [1, Number.POSITIVE_INFINITY],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const { cli, verdict } = texts[surroundings.locale]
      const job = await runImport(engine, words.rest, {
        progress: (summary) => (words.json ? writeLine(surroundings, { kind: 'progress', done: summary.done, total: summary.total }) : Promise.resolve()),
      })
      if (!job.ok) return job
      const { importId: id, received, outcomes, grades } = job.value
      if (words.json) await writeLine(surroundings, { kind: 'import', id, received, ...outcomes, grades })
      else {
        await writeRow(surroundings, cli.importId(id))
        await writeRow(surroundings, inWords(cli.counts, { received, ...outcomes }))
        const labels = Object.entries(verdict.grades).map(([grade, { letter, name }]) => [grade, `${letter} ${name}`])
        await writeRow(surroundings, inWords(Object.fromEntries(labels), grades))
      }
      return success(null)
    }),
}

/** `import undo`: takes a whole import back, or finishes an undo that was stopped or killed. */
export const importUndo: Verb = {
  name: 'import undo',
  usage: 'ID --data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const [importId = ''] = words.rest
      const undone = await takeBack(engine, importId, 'undone', ({ done, total }) =>
        words.json ? writeLine(surroundings, { kind: 'progress', done, total }) : Promise.resolve(),
      )
      if (!undone.ok) return undone
      if (words.json) await writeLine(surroundings, { kind: 'undo', id: importId, removed: undone.value.removed })
      else await writeRow(surroundings, texts[surroundings.locale].cli.undone(undone.value.removed))
      return success(null)
    }),
}
