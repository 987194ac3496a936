/** Puts a value into a table of bounded size; the oldest leaves where the table is full. */
export function remember<Value>(table: Map<string, Value>, limit: number, name: string, value: Value): void {
  for (const oldest of table.keys()) {
    if (table.size < limit) break
    table.delete(oldest)
  }
  table.set(name, value)
}
