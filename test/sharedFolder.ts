import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what test files share in one run, such as built cities. Nobody changes what is in it. */
    sharedFolder: string
  }
}

/** Gives every test file of one run the same folder, and removes it at the end. */
export default function shareFolder({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-shared-'))
  provide('sharedFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
