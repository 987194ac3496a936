import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A running program that works on a data folder. */
export interface Owner {
  /** Tells two openings of a folder apart, those of one process included. */
  readonly token: string
  readonly program: 'window' | 'command'
  readonly processId: number
  /** On a system with /proc: the boot, the process-number namespace, and the ticks from the boot to the start of the process. Elsewhere the instant of the start. */
  readonly processStart: string
  readonly host: string
}

/** `unknown`: this PC cannot tell. `elsewhere`: the owner ran on another PC. In both cases only its last sign of life decides. */
export type Presence = 'present' | 'gone' | 'unknown' | 'elsewhere'

/** Reads a path of /proc; null where there is no /proc, or the process has ended. */
function readProc(read: (path: string) => string, path: string): string | null {
  try {
    return read(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH', 'EACCES', 'ENOTDIR'].includes(String(error.code))) return null
    throw error
  }
}

const readText = (path: string) => readFileSync(path, 'utf8').trim()

/** Identifies the boot and, within it, the process-number namespace of this container. Null without /proc. */
function numberSpace(): string | null {
  const [boot, space] = [readProc(readText, '/proc/sys/kernel/random/boot_id'), readProc(readlinkSync, '/proc/self/ns/pid')]
  return boot === null || space === null ? null : `${boot} ${space}`
}

/**
 * When a process of this system started, as text that differs for another process of the same number. `hidden` where /proc shows none of this number; null
 * where it has ended.
 *
 * @source proc_pid_stat(5), field 22; the name in field 2 may hold blanks and brackets
 */
function startOf(space: string, processId: number): string | null {
  const fields = readProc(readText, `/proc/${processId}/stat`)
  if (fields === null) return 'hidden'
  const [state, ...rest] = fields.slice(fields.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended, though its parent has not read its exit code yet.
  return state === 'Z' || state === 'X' ? null : `${space} ${rest[18]}`
}

/** This process as an owner. `now` is used where the system does not tell when a process started. */
export function thisOwner(program: Owner['program'], now: () => Date): Owner {
  const space = numberSpace()
  const start = space === null ? null : startOf(space, process.pid)
  return {
    token: randomUUID(),
    program,
    processId: process.pid,
    processStart: start ?? new Date(now().getTime() - process.uptime() * 1000).toISOString(),
    host: hostname(),
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Is the owner still running? Unknown where the system does not tell when processes start and one has the owner's number; and for another boot or
 * container, since another computer may have the same name.
 */
export function presenceOf({ processId, processStart, host }: Owner): Presence {
  if (host !== hostname()) return 'elsewhere'
  const space = numberSpace()
  if (space === null) return isAlive(processId) ? 'unknown' : 'gone'
  if (!processStart.startsWith(`${space} `)) return 'unknown'
  const start = startOf(space, processId)
  // A system may hide the processes of other users.
  if (start === 'hidden') return isAlive(processId) ? 'unknown' : 'gone'
  return start === processStart ? 'present' : 'gone'
}
