import { laidOut } from './laidOut.ts'
import type { Load } from './load.ts'
import { demand, type Target, type TargetId, targets } from './targets.ts'

/** A table as it was printed. */
export interface Table {
  readonly title: string
  /** Names of the columns, ` | ` between them. */
  readonly columns: string
  /** Cells by column. A row that is held against a target also has `targetId`. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** Paragraphs beneath it. */
  readonly notes: string
  /** From the table before, or the beginning of the bench, to this one. */
  readonly load: Load
}

/** What a bench was run on. It says nothing of whose machine it is. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGigabytes: number
  readonly system: string
  readonly node: string
  readonly openssl: string
}

/** The tables of one bench file. */
export interface Part {
  /** RFC 3339, UTC, to the minute. */
  readonly at: string
  readonly machine: Machine
  /** With the sizes that take long. */
  readonly large: boolean
  readonly tables: readonly Table[]
}

/** By the name of the bench file without its ending. */
export type Results = Readonly<Record<string, Part>>

/** The results with these parts in place of their former selves. Parts whose bench is gone go too. @param standing Names of all benches there are. */
export const withParts = (results: Results, parts: Results, standing: readonly string[]): Results =>
  Object.fromEntries(
    Object.entries({ ...results, ...parts })
      .filter(([name]) => standing.includes(name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

const describe = ({ processor, cores, memoryGigabytes, system, node, openssl }: Machine): string =>
  `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}, OpenSSL ${openssl}`

const used = ({ seconds, own, others, cores }: Load): string => `${seconds} s; of ${cores} cores this process used ${own}, everything else ${others}`

const tableText = ({ title, columns, rows, notes, load }: Table): string =>
  [`### ${title}`, laidOut(columns.split(' | '), rows), ...(notes === '' ? [] : [notes]), `<sub>${used(load)}</sub>`].join('\n\n')

const partText = (name: string, { at, machine, large, tables }: Part): string =>
  [`## ${name}`, `${at}${large ? ', large sizes too' : ''}; ${describe(machine)}.`, ...tables.map(tableText)].join('\n\n')

/** What the tables say of a target. Met is met in every row that is held against it. */
function verdictOf(id: TargetId, results: Results): Readonly<Record<string, string>> {
  const target: Target = targets[id]
  const rows = Object.entries(results).flatMap(([part, { tables }]) =>
    tables.flatMap((table) => table.rows.filter(({ targetId }) => targetId === id).map((row) => ({ part, ...row }) as Readonly<Record<string, string>>)),
  )
  const figure = (row: Readonly<Record<string, string>>) => (target.unit === '×' || target.unit === '%' ? row.ratio : row.ours)
  // Where several rows are held against it, each is named.
  const measured = rows.map((row) => (rows.length === 1 ? figure(row) : `${figure(row)} ${row.what}`)).join('; ')
  const met = rows.filter(({ verdict }) => verdict === 'met').length
  const verdict = rows.length === 0 ? 'not measured' : met === rows.length ? 'met' : met === 0 ? 'missed' : `missed in ${rows.length - met} of ${rows.length}`
  const where = [...new Set(rows.map(({ part }) => part))].join(', ')
  return { target: target.what, demand: demand(target), measured: rows.length === 0 ? (target.unmeasured ?? '―') : measured, where, verdict }
}

const preface = `# \`npm run bench\`: the figures

Written by \`npm run bench\`, with what it says of them; nothing here is written by hand. \`npm run bench -- coverage\` runs one bench and replaces its tables alone.

No timing is ever asserted; that the work was done is. Both sides of a row ran in turn, round after round, in one process. The ratio is the median of the ratios
of the rounds, the spread their quartiles: only these mean anything on another machine.

What runs in one thread is measured in processor time, the collector's threads included, so that waiting for a core does not count; where several threads work,
or somebody waits at a screen, by the clock on the wall. Beneath each table stands how long it took and how busy the cores were: where everything else used
much of them, figures by the wall say less.`

/** The whole as Markdown. Every target has a line, measured or not. */
export function resultsText(results: Results): string {
  const ids = Object.keys(targets) as TargetId[] // An object's own names are those of its type, where nothing widened it.
  const lines = laidOut(
    ['target', 'demand', 'measured', 'where', 'verdict'],
    ids.map((id) => verdictOf(id, results)),
  )
  return `${[preface, '## Targets', lines, ...Object.entries(results).map(([name, part]) => partText(name, part))].join('\n\n')}\n`
}
