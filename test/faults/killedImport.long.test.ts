import { expect, it } from 'vitest'
import { ensureBuild } from '../run/freshBuild.ts'
import { writeCity } from '../unit/engine/stand'
import { expectNothingLost, readyCity } from './killImport.ts'

it('an import of a larger city killed a hundred times loses nothing it had reported as done', async () => {
  ensureBuild()
  const city = await writeCity({ staff: 300, badges: 1200, seed: 7 })
  expect(city.answers.import.first.received).toBeGreaterThan(1200)
  await readyCity(city)
  await expectNothingLost(city, 100)
})
