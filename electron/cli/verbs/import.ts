import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'
import type { ImportSummary } from '../../../shared/contract/importing'
import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { importOwner, undoAsOwner } from '../../engine/handlers/importing'
import { cancelStoppedImport } from '../../engine/jobs/import/cancelStoppedImport'
import { resumeImportJob } from '../../engine/jobs/import/resumeImportJob'
import { runImport } from '../../engine/jobs/import/runImport'
import { inWords, writeLine, writeRow } from '../output'
import type { Verb, Words } from '../verb'
import { withEngine } from '../withEngine'

/** An import's result: one line for machines, three for people. */
async function writeResult({ importId: id, received, outcomes, grades }: ImportSummary, { json }: Words, surroundings: CommandLineSurroundings): Promise<void> {
  if (json) return writeLine(surroundings, { kind: 'import', id, received, ...outcomes, grades })
  const { cli, verdict } = texts[surroundings.locale]
  await writeRow(surroundings, cli.importId(id))
  await writeRow(surroundings, inWords(cli.counts, { received, ...outcomes }))
  const labels = Object.entries(verdict.grades).map(([grade, { letter, name }]) => [grade, `${letter} ${name}`])
  await writeRow(surroundings, inWords(Object.fromEntries(labels), grades))
}

const progressOf =
  ({ json }: Words, surroundings: CommandLineSurroundings) =>
  ({ done, total }: ImportSummary): Promise<void> =>
    json ? writeLine(surroundings, { kind: 'progress', done, total }) : Promise.resolve()

/** `import`: everything under the paths into the data folder; each thing received has exactly one of eight outcomes. */
export const importVerb: Verb = {
  name: 'import',
  usage: '<path…> --data DIR [--at INSTANT] [--take-over] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, 'take-over': { type: 'boolean' } },
  rest: [1, Number.POSITIVE_INFINITY],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const job = await runImport(engine, words.rest, { progress: progressOf(words, surroundings) })
      if (!job.ok) return job
      await writeResult(job.value, words, surroundings)
      return success(null)
    }),
}

/** `import list`: every import with its state, the newest first; a running one with its program. */
export const importList: Verb = {
  name: 'import list',
  usage: '--data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const { importing } = texts[surroundings.locale]
      const listed = await handlers['import.list']({}, engine)
      if (!listed.ok) return listed
      for (const { importId: id, state, startedAt, finishedAt, done, total, sources, received, outcomes, grades } of listed.value.imports) {
        const owner = importOwner(engine, id)
        if (words.json)
          await writeLine(surroundings, { kind: 'import', id, state, startedAt, finishedAt, done, total, sources, received, ...outcomes, grades, owner })
        else {
          const who = owner === null ? '' : `${owner.host} ${owner.processId}`
          await writeRow(surroundings, id, importing.states[state], startedAt, `${done}/${total ?? ''}`, sources.join(' '), who)
        }
      }
      return success(null)
    }),
}

/** `import resume`: resumes an import that was stopped, or whose program has ended, after its last saved batch. */
export const importResume: Verb = {
  name: 'import resume',
  usage: 'ID --data DIR [--take-over] [--json]',
  options: { data: { type: 'string' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const job = resumeImportJob(engine, words.rest[0]!, progressOf(words, surroundings))
      if (!job.ok) return job
      const ended = await job.value.ended
      if (!ended.ok) return ended
      await writeResult(ended.value, words, surroundings)
      return success(null)
    }),
}

/** `import cancel`: removes what a stopped import has saved. */
export const importCancel: Verb = {
  name: 'import cancel',
  usage: 'ID --data DIR [--take-over] [--json]',
  options: { data: { type: 'string' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const importId = words.rest[0]!
      const cancelled = await cancelStoppedImport(engine, importId)
      if (!cancelled.ok) return cancelled
      const { removed } = cancelled.value
      if (words.json) await writeLine(surroundings, { kind: 'cancel', id: importId, removed })
      else await writeRow(surroundings, texts[surroundings.locale].cli.cancelled(removed))
      return success(null)
    }),
}

/** `import undo`: undoes an import, or finishes an undo that was stopped or killed. */
export const importUndo: Verb = {
  name: 'import undo',
  usage: 'ID --data DIR [--take-over] [--json]',
  options: { data: { type: 'string' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const [importId = ''] = words.rest
      const progress = ({ done, total }: { readonly done: number; readonly total: number }) =>
        words.json ? writeLine(surroundings, { kind: 'progress', done, total }) : Promise.resolve()
      const undone = await undoAsOwner(engine, importId, progress)
      if (!undone.ok) return undone
      if (words.json) await writeLine(surroundings, { kind: 'undo', id: importId, removed: undone.value.removed })
      else await writeRow(surroundings, texts[surroundings.locale].cli.undone(undone.value.removed))
      return success(null)
    }),
}
