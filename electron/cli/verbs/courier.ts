import { resolve } from 'node:path'
import { type CourierList, usualOlderThanDays } from '../../../shared/model/courier'
import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { readCourierScript } from '../../disk/courierScript'
import { writeWhole } from '../../disk/writeWhole'
import { handlers } from '../../engine/handlers'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `courier list`: the addresses from which an answer could change a verdict, for the courier. */
export const courierList: Verb = {
  name: 'courier list',
  usage: '--data DIR [--older-than DAYS] [--out FILE] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, 'older-than': { type: 'string' }, out: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const { cli } = texts[surroundings.locale]
      const read = await handlers['courier.list']({ olderThanDays: Number(words.text('older-than') ?? usualOlderThanDays) }, engine)
      if (!read.ok) return read
      const { urls, leftOut } = read.value
      const out = words.text('out')
      const written = async () => {
        const issued = await handlers['courier.issue']({ addresses: urls.map(({ url }) => url) }, engine)
        return issued.ok ? success<CourierList>({ kind: 'tekizai-courier-list', version: 1, id: issued.value.id, urls }) : issued
      }
      if (out !== null) {
        const list = await written()
        if (!list.ok) return list
        const saved = await writeWhole(resolve(out), Buffer.from(`${JSON.stringify(list.value, null, 1)}\n`))
        if (!saved.ok) return saved
        if (words.json) await writeLine(surroundings, { kind: 'courier-list', out: resolve(out), urls: urls.length, leftOut })
        else {
          await writeRow(surroundings, cli.courierList(urls.length, leftOut))
          await writeRow(surroundings, cli.written(resolve(out)))
        }
      } else if (words.json) {
        const list = await written()
        if (!list.ok) return list
        await writeLine(surroundings, list.value)
      } else {
        for (const { url, why, credentials } of urls) await writeRow(surroundings, why, credentials, url)
        await writeRow(surroundings, cli.courierList(urls.length, leftOut))
      }
      return success(null)
    }),
}

/** `courier script`: the script that fetches the addresses, for a PC on the internet. */
export const courierScript: Verb = {
  name: 'courier script',
  usage: '--out FILE [--json]',
  options: { out: { type: 'string' } },
  rest: [0, 0],
  required: ['out'],
  run: async (words, surroundings) => {
    const { cli } = texts[surroundings.locale]
    const out = resolve(words.text('out')!)
    const script = await readCourierScript()
    if (!script.ok) return script
    const written = await writeWhole(out, script.value)
    if (!written.ok) return written
    if (words.json) await writeLine(surroundings, { kind: 'courier-script', out })
    else {
      await writeRow(surroundings, cli.written(out))
      await writeRow(surroundings, cli.courierScript)
    }
    return success(null)
  },
}

/** `courier accept`: imports evidence that answers no list of this folder, in the name of the person who confirmed it. */
export const courierAccept: Verb = {
  name: 'courier accept',
  usage: '<file…> --confirmed-by NAME --data DIR [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, 'confirmed-by': { type: 'string' } },
  rest: [1, Number.POSITIVE_INFINITY],
  required: ['confirmed-by'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const { cli } = texts[surroundings.locale]
      const confirmedBy = words.text('confirmed-by')!
      const accepted = await handlers['courier.accept']({ paths: [...words.rest], confirmedBy }, engine)
      if (!accepted.ok) return accepted
      const { importId, files, verifiedAgain, changed } = accepted.value
      if (words.json) await writeLine(surroundings, { kind: 'courier-accept', id: importId, files, confirmedBy: confirmedBy.trim(), verifiedAgain, changed })
      else {
        await writeRow(surroundings, cli.importId(importId))
        await writeRow(surroundings, cli.accepted(files, verifiedAgain, changed))
      }
      return success(null)
    }),
}
