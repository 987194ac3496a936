// npm run rooms: draws the rooms and their arrows into the README, from the code.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picture, withPicture } from '../static/rooms.ts'
import { readSources, root } from '../static/sources.ts'

const file = join(root, 'README.md')
writeFileSync(file, withPicture(readFileSync(file, 'utf8'), picture(readSources('.ts', '.tsx'))))
