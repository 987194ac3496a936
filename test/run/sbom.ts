// npm run sbom: the licences of everything that is shipped, and the list of it, into resources/licences. Made from the lock file and from what the build took in.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, root } from './freshBuild.ts'
import { inventory, madeFiles } from './inventory.ts'

ensureBuild()
const folder = join(root, 'resources/licences')
mkdirSync(folder, { recursive: true })
const shipped = inventory()
for (const [name, make] of Object.entries(madeFiles)) writeFileSync(join(folder, name), make(shipped))
console.log(`${shipped.length} packages listed in resources/licences`)
