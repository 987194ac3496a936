import { parse } from '../../electron/parser'
import type { ParsedCredential } from '../../electron/parser/parsed'
import { readFile } from '../../electron/reader'
import { type VerifierContext, verify } from '../../electron/verifier'

/** Reads and parses the bytes of a file that holds one credential. */
export function parsed(bytes: Uint8Array): ParsedCredential {
  const [read] = readFile('badge.json', bytes)
  const [found] = read?.kind === 'envelope' ? parse(read) : []
  if (found?.kind !== 'credential') throw new Error('no credential')
  return found
}

/** Judges it. Throws where it is not found good, so that nothing is measured that was not done. */
export async function verified(credential: ParsedCredential, context: VerifierContext): Promise<void> {
  const { grade, problems } = await verify(credential, context)
  if (grade !== 'verified') throw new Error(JSON.stringify(problems))
}
