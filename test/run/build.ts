// npm run build: the program into out/, where a source is newer than what stands there.
import { ensureBuild } from './freshBuild.ts'

ensureBuild()
