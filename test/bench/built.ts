import { ensureBuild } from '../run/freshBuild.ts'

/** The workers that are measured are those that are shipped. */
export const setup = (): void => ensureBuild()
