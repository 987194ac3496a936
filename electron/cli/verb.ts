import type { ParseArgsOptionsConfig } from 'node:util'
import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import type { Day } from '../../shared/model/day'
import type { Problem, Result } from '../../shared/model/problem'

/** The checked arguments of one command: options by name, the rest in order. */
export interface Words {
  readonly rest: readonly string[]
  readonly json: boolean
  readonly dataFolder: string
  readonly text: (name: string) => string | null
  /** Every value of an option that may be given several times. */
  readonly texts: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
  /** 基準日; today where `--on` was left out. */
  readonly on: Day
  /** The instant of verification; now where `--at` was left out. */
  readonly at: Date
}

/** The work could not be done: exit code 1, the problem in one line. */
export type Done = Result<null, Problem>

/** A verb of the command line. */
export interface Verb {
  /** One or two words: `verify`, `register import`. */
  readonly name: string
  readonly usage: string
  readonly options: ParseArgsOptionsConfig
  /** How many words besides options: least and most. */
  readonly rest: readonly [number, number]
  /** Options that must be given. */
  readonly required?: readonly string[]
  readonly run: (words: Words, surroundings: CommandLineSurroundings) => Promise<Done>
}
