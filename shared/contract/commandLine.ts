/** A request to end that may come at any time. */
export interface StopRequest {
  readonly came: () => boolean
  /** Calls the listener once when the request comes. @returns what ends the listening. */
  readonly onCome: (listener: () => void) => () => void
}

/** What the command line needs of whoever runs it. It has no window: time, output and the printer come in as arguments. */
export interface CommandLineSurroundings {
  /** The folder used where `--data` is not given. */
  readonly defaultDataFolder: string
  readonly now: () => Date
  /** Writes to standard output; resolves when the line was taken, so that a slow reader slows the work and not the memory. */
  readonly write: (text: string) => Promise<void>
  readonly writeError: (text: string) => void
  /** Prints a complete HTML document to PDF; fails with a reason where no printer of pages can be had. */
  readonly print: (html: string) => Promise<Uint8Array>
  /** Whether the command is asked to end: it then stops at its next step and closes what it had opened. It never is where this is left out. */
  readonly stop?: StopRequest
  /** The locale of what people read; machine output has none. */
  readonly locale: 'ja' | 'en'
}

/** Runs one command. @returns the exit code: 0 done, 1 it could not be done, 2 the words are wrong. */
export type RunCommandLine = (words: readonly string[], surroundings: CommandLineSurroundings) => Promise<0 | 1 | 2>

/** What the built command line exports to whoever runs it. */
export interface CommandLineModule {
  readonly runCommandLine: RunCommandLine
  /** The names of all options of all verbs, without their dashes. */
  readonly optionNames: ReadonlySet<string>
}
