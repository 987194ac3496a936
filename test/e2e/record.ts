import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { internetCalls, recorder, sawAnything, sendingCalls } from './systemCalls.ts'

export const root = resolve(import.meta.dirname, '../..')

/** Node's words that put the stand-in before the built program. */
export const standIn = ['--import', join(root, 'test/stand-in/register.ts')]

/** The program of true Electron; undefined where the stand-in is meant. */
export const electronProgram = (): string | undefined => process.env.E2E_ELECTRON

/** A program whose attempts to reach the network are written down. */
export interface Recording {
  /** Starts true Electron under the recorder, with the words it is given. */
  readonly program: string
  /** Node's words and variables that put the recorder before the stand-in. */
  readonly flags: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** To be called when the program has ended. Throws where something tried to reach the network, or where nothing was recorded. */
  check(): void
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

/**
 * True Electron and all its processes under strace. Without strace nothing is shown, so nothing runs.
 *
 * @param listeners How many debuggers of the test listen in it.
 * @param provoked A hostile page asks for the network: then nothing may be sent; without it no socket of the internet may be there at all.
 */
export function recordElectron(electron: string, listeners: number, provoked = false): Recording {
  if (spawnSync(recorder[0], ['-V']).status !== 0) throw new Error('strace is needed to see that nothing leaves this machine, and it is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-recorded-'))
  const [program, log] = [join(folder, 'program.sh'), join(folder, 'calls.log')]
  writeFileSync(program, `#!/bin/sh\nexec ${[...recorder, log, electron].map(quoted).join(' ')} "$@"\n`, { mode: 0o755 })
  return {
    program,
    flags: [],
    environment: {},
    check: () => {
      const recording = readFileSync(log, 'utf8')
      rmSync(folder, { recursive: true })
      if (!sawAnything(recording)) throw new Error('the recorder saw no call at all')
      const calls = provoked ? sendingCalls(recording) : internetCalls(recording, listeners)
      if (calls.length > 0) throw new Error(`the program used the network:\n${calls.slice(0, 20).join('\n')}`)
    },
  }
}

/** The stand-in's Node processes with every way to the network written down and refused. */
export function recordNode(): Recording {
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-recorded-'))
  const log = join(folder, 'sockets.log')
  writeFileSync(log, '')
  return {
    program: process.execPath,
    flags: ['--import', join(root, 'test/e2e/no-sockets.ts')],
    environment: { NO_SOCKETS_LOG: log },
    check: () => {
      const attempts = readFileSync(log, 'utf8')
      rmSync(folder, { recursive: true })
      if (attempts !== '') throw new Error(`the program used the network:\n${attempts}`)
    },
  }
}
