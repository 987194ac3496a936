/** Files by the first 64 bits of their SHA-256, sorted, in memory that threads share: eight bytes a file, however many there are. */
export type DigestTable = BigUint64Array

const headOf = (sha256: string): bigint => BigInt(`0x${sha256.slice(0, 16)}`)

/** @param sha256s Digests in hex, in any order. */
export function digestTable(sha256s: readonly string[]): DigestTable {
  const table = new BigUint64Array(new SharedArrayBuffer(8 * sha256s.length))
  for (const [place, sha256] of sha256s.entries()) table[place] = headOf(sha256)
  return table.sort()
}

/** Is the file among them? Of 10^6 files another one is taken for one of them once in 10^13 times. */
export function holdsDigest(table: DigestTable, sha256: string): boolean {
  const wanted = headOf(sha256)
  let [low, high] = [0, table.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (table[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return table[low] === wanted
}
