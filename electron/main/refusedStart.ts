/** Switches of Chromium a packed window accepts: they change how it looks and draws, and give no access to it. */
const harmless: readonly string[] = [
  'lang',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-renderer-accessibility',
  'disable-gpu',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'class',
]
/** The program's own options of the window. */
const own: readonly string[] = ['data', 'cli']

/** Environment variables that make Electron or Node run other code, open a debugger, or write what the program shows to a file. */
const refusedVariables: readonly string[] = [
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_OPTIONS',
  'NODE_REPL_EXTERNAL_MODULE',
  'NODE_INSPECT_RESUME_ON_START',
  'NODE_V8_COVERAGE',
  'NODE_REDIRECT_WARNINGS',
]

/** What a packed program is started with. */
export interface Start {
  /** The program's arguments, without the program itself. */
  readonly words: readonly string[]
  /** The options of the command line; none where the window is wanted. */
  readonly options: ReadonlySet<string>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/**
 * The name of the switch that an argument is for Chromium; null where it is none. Chromium trims arguments, accepts one dash or two, and on Windows a slash too,
 * in any case.
 *
 * @source Chromium, base/command_line.cc
 */
function switchOf(word: string, platform: string): string | null {
  const prefix = platform === 'win32' ? /^(?:--|-|\/)(?=.)/ : /^(?:--|-)(?=.)/
  const trimmed = word.trim()
  if (!prefix.test(trimmed)) return null
  const name = trimmed.replace(prefix, '').split('=')[0]!
  return platform === 'win32' ? name.toLowerCase() : name
}

/**
 * The first argument or environment variable that a packed program does not accept; null where it may start.
 *
 * Anything that is not on the list is refused, since Chromium has hundreds of switches, and `--remote-debugging-port` alone lets every program of this PC read the
 * staff list.
 *
 * @source Electron, docs/api/command-line-switches.md and docs/api/environment-variables.md
 */
export function refusedStart({ words, options, environment, platform }: Start): string | null {
  const taken = new Set([...harmless, ...own, ...options, ...(platform === 'linux' ? ['no-sandbox'] : [])])
  const end = words.indexOf('--')
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const name = switchOf(word, platform)
    if (name === null || taken.has(name)) continue
    // macOS itself starts programs with such arguments.
    if (platform === 'darwin' && /^(psn_|NS|Apple)/.test(name)) continue
    return word
  }
  return refusedVariables.find((name) => (environment[name] ?? '') !== '') ?? null
}
