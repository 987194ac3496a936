import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'
import type { RegisterChange, RegisterKeyChange, RegisterPreview } from '../../../shared/contract/register'
import { failure, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import type { Engine } from '../../engine/handler'
import { handlers } from '../../engine/handlers'
import { previewRegister } from '../../engine/handlers/register'
import { refusal } from '../../engine/jobs/ownership/refusal'
import { holdsData } from '../../engine/open'
import { writeLine, writeRow } from '../output'
import type { Done, Verb, Words } from '../verb'
import { withEngine } from '../withEngine'

/** `register import`: reports the changes key by key, then changes the register and reverifies what the change affects. */
export const registerImport: Verb = {
  name: 'register import',
  usage: 'FILE --data DIR [--dry-run] [--replace] [--take-over] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, 'dry-run': { type: 'boolean' }, replace: { type: 'boolean' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: async (words, surroundings) => {
    const dryRun = words.flag('dry-run')
    // Without data the file is compared with an empty register: a dry run makes no data.
    if (dryRun && !holdsData(words.dataFolder)) return importRegister(words, surroundings, null)
    return withEngine(words, surroundings, dryRun ? 'must-exist' : 'make', (engine) => importRegister(words, surroundings, engine))
  },
}

async function importRegister(words: Words, surroundings: CommandLineSurroundings, engine: Engine | null): Promise<Done> {
  const { cli } = texts[surroundings.locale]
  const request = { path: words.rest[0]!, replace: words.flag('replace') }
  const refused = engine === null || words.flag('dry-run') ? null : refusal(engine)
  if (refused !== null) return failure(refused)
  const preview = await previewRegister(engine?.db ?? null, request)
  if (!preview.ok) return preview
  const { digest, changes, replaced, warnings } = preview.value
  if (!words.json) await writePlan(surroundings, preview.value)
  const plan = { ...sums(changes), changes, warnings }
  if (!request.replace && replaced.length > 0) {
    if (words.json) await writeLine(surroundings, { kind: 'register', written: false, ...plan })
    return failure({ code: 'register.would-replace', detail: replaced.join(' ') })
  }
  if (engine === null || words.flag('dry-run')) {
    if (words.json) await writeLine(surroundings, { kind: 'register', written: false, ...plan })
    return success(null)
  }
  const done = await handlers['register.import']({ ...request, digest }, engine)
  if (!done.ok) return done
  const { issuers, keys, verifiedAgain, changed } = done.value
  if (words.json) await writeLine(surroundings, { kind: 'register', written: true, issuers, keys, ...plan, verifiedAgain, changed })
  else await writeRow(surroundings, cli.registered(issuers, keys, verifiedAgain, changed))
  return success(null)
}

/** Writes the changes for people: a line for each issuer, below it one for each of its keys, then the warnings. */
async function writePlan(surroundings: CommandLineSurroundings, { changes, warnings }: RegisterPreview): Promise<void> {
  const { cli, problems } = texts[surroundings.locale]
  for (const { id, name, nameBefore, change, keys } of changes) {
    await writeRow(surroundings, cli.registerChanges[change], nameBefore === null ? name : `${nameBefore} → ${name}`, id)
    for (const key of keys)
      await writeRow(surroundings, '', cli.registerChanges[key.change], key.id, key.fingerprint, `${key.validFrom ?? ''}/${key.validUntil ?? ''}`)
  }
  for (const { code, detail } of warnings) await writeRow(surroundings, problems[code].found, detail ?? null)
}

/** How many issuers and keys a file changes, by kind of change. */
function sums(changes: readonly RegisterChange[]) {
  const issuers = (how: RegisterChange['change']) => changes.filter(({ change }) => change === how).length
  const keys = (how: RegisterKeyChange['change']) => changes.flatMap((one) => one.keys).filter(({ change }) => change === how).length
  return {
    newIssuers: issuers('new'),
    changedIssuers: issuers('changed'),
    unchangedIssuers: issuers('unchanged'),
    newKeys: keys('new'),
    changedKeys: keys('changed'),
    closedKeys: keys('closed'),
    removedKeys: keys('removed'),
  }
}

/** `register list`: the registered issuers with their keys. */
export const registerList: Verb = {
  name: 'register list',
  usage: '--data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const read = await handlers['register.read']({}, engine)
      if (!read.ok) return read
      for (const entry of read.value.entries) {
        if (words.json) await writeLine(surroundings, { kind: 'issuer', ...entry })
        else await writeRow(surroundings, entry.name, entry.id, entry.keys.length, `${entry.confirmedBy} ${entry.confirmedOn} ${entry.how}`)
      }
      return success(null)
    }),
}
