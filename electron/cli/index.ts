import type { RunCommandLine } from '../../shared/contract/commandLine'
import { texts } from '../../shared/text'
import { inOneLine } from './output'
import { verbs } from './verbs'
import { visible } from './visible'
import { readWords } from './words'

/** Runs one command of the command line. */
export const runCommandLine: RunCommandLine = async (given, surroundings) => {
  const { cli } = texts[surroundings.locale]
  const usage = `${cli.usage}\n${verbs.map((verb) => `  tekizai ${verb.name} ${verb.usage}`).join('\n')}\n`
  if (given[0] === 'help' || given[0] === '--help') {
    await surroundings.write(usage)
    return 0
  }
  const verb = verbs.find(({ name }) => name === given.slice(0, name.split(' ').length).join(' '))
  if (verb === undefined) {
    surroundings.writeError(given.length === 0 ? usage : `${visible(cli.unknownWord(given.slice(0, 2).join(' ')))}\n${usage}`)
    return 2
  }
  const judged = readWords(verb, given.slice(verb.name.split(' ').length), surroundings.now(), surroundings.defaultDataFolder)
  if (!judged.ok) {
    surroundings.writeError(
      `${visible('wrong' in judged ? cli.wrongWord(judged.wrong) : cli.missingWord(judged.missing))}\n${cli.usage}\n  tekizai ${verb.name} ${verb.usage}\n`,
    )
    return 2
  }
  try {
    const done = await verb.run(judged.words, surroundings)
    if (done.ok) return 0
    surroundings.writeError(inOneLine(done.problem, surroundings.locale))
    return 1
  } catch (error) {
    // Unexpected errors end in one clear line, too.
    surroundings.writeError(inOneLine({ code: 'call.failed', detail: error instanceof Error ? error.message : String(error) }, surroundings.locale))
    return 1
  }
}

/** The names of all options the command line knows, without their dashes. */
export const optionNames: ReadonlySet<string> = new Set(['help', 'json', ...verbs.flatMap(({ options }) => Object.keys(options))])
