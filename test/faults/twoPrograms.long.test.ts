import { it } from 'vitest'
import { ensureBuild } from '../run/freshBuild.ts'
import { writeCity } from '../unit/engine/stand'
import { readyCity } from './killImport.ts'
import { expectNothingLostByTwo, truthOf } from './twoPrograms.ts'

it('two programs at once on one data folder, in three hundred rounds, lose nothing and do nothing twice', async () => {
  ensureBuild()
  const city = await writeCity()
  await readyCity(city)
  await expectNothingLostByTwo(await truthOf(city), Number(process.env.ROUNDS ?? 300))
})
