import { cpSync } from 'node:fs'
import type { Engine } from '../../electron/engine/handler'
import { closeEngine } from '../../electron/engine/open'
import { type City, importWhole, openScratchEngine, scratch, settleCity, writeCity } from '../unit/engine/stand'

/** The sample city, imported once. */
export interface LoadedCity {
  readonly city: City
  /** The import that brought its badges. */
  readonly importId: string
  /** Works with an engine on a copy of the loaded city: what is done there, nobody else sees. */
  readonly onCopy: <Value>(work: (engine: Engine) => Promise<Value>) => Promise<Value>
}

export async function loadCity(): Promise<LoadedCity> {
  const city = await writeCity()
  const loaded = scratch()
  const first = openScratchEngine(loaded)
  await settleCity(first, city)
  const { importId } = await importWhole(first, city.path('badges.zip'))
  await closeEngine(first)
  const onCopy: LoadedCity['onCopy'] = async (work) => {
    const folder = scratch()
    cpSync(loaded, folder, { recursive: true })
    const engine = openScratchEngine(folder, { newId: () => 'second' })
    try {
      return await work(engine)
    } finally {
      await closeEngine(engine)
    }
  }
  return { city, importId, onCopy }
}
