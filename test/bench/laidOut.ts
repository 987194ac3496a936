/** East Asian letters and signs are as wide as two others. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(letter) ? 2 : 1), 0)

/** Cells as a table that reads well in a terminal and in Markdown alike. */
export function laidOut(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const cell = (row: Readonly<Record<string, string>>, column: string) => row[column] ?? '―'
  const widths = columns.map((column) => Math.max(width(column), ...rows.map((row) => width(cell(row, column)))))
  const line = (cells: readonly string[]) => `| ${cells.map((text, index) => text + ' '.repeat(widths[index]! - width(text))).join(' | ')} |`
  return [line(columns), line(widths.map((count) => '-'.repeat(count))), ...rows.map((row) => line(columns.map((column) => cell(row, column))))].join('\n')
}
