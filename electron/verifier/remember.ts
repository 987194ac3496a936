/** Puts a value into a cache of bounded size; the oldest value is dropped where it is full. */
export function remember<Value>(table: Map<string, Value>, limit: number, name: string, value: Value): void {
  for (const oldest of table.keys()) {
    if (table.size < limit) break
    table.delete(oldest)
  }
  table.set(name, value)
}
