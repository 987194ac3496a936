import { it } from 'vitest'
import { ensureBuild } from '../run/freshBuild.ts'
import { writeCity } from '../unit/engine/stand'
import { readyCity } from './killImport.ts'
import { expectUndoWhole } from './killUndo.ts'

it('an undo of a larger import killed twenty times ends with the same data', async () => {
  ensureBuild()
  const city = await writeCity({ staff: 300, badges: 4000, seed: 11 })
  await readyCity(city)
  await expectUndoWhole(city, 20)
})
