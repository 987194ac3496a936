import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { ownerOnly } from '../../disk/ownerOnly'
import { problemOf } from '../../disk/problemOf'
import { writeWhole } from '../../disk/writeWhole'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'

/** `sample`: a fictitious city; the same seed gives the same bytes. */
export const sample: Verb = {
  name: 'sample',
  usage: '--out DIR [--staff N] [--badges N] [--seed N]',
  options: { out: { type: 'string' }, staff: { type: 'string' }, badges: { type: 'string' }, seed: { type: 'string' } },
  rest: [0, 0],
  required: ['out'],
  run: async (words, surroundings) => {
    const folder = resolve(words.text('out')!)
    const { makeSampleCity } = await import('../../sample')
    const { files } = await makeSampleCity({
      staff: Number(words.text('staff') ?? 300),
      badges: Number(words.text('badges') ?? 600),
      seed: Number(words.text('seed') ?? 1),
    })
    try {
      await mkdir(folder, { recursive: true, mode: ownerOnly.folder })
    } catch (error) {
      return { ok: false, problem: problemOf(error, folder, 'write') }
    }
    for (const [name, bytes] of files) {
      const written = await writeWhole(join(folder, name), bytes)
      if (!written.ok) return written
    }
    if (words.json) await writeLine(surroundings, { kind: 'sample', out: folder, files: [...files.keys()] })
    else await writeRow(surroundings, texts[surroundings.locale].cli.sampleWritten(folder))
    return success(null)
  },
}
