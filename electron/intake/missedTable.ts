/**
 * Hashes without a match, in memory that threads share: the 128 bits of each question in two halves, sorted, and the revision of the address book it was tried
 * with.
 */
export interface MissedTable {
  readonly questions: BigUint64Array
  readonly revisions: Uint32Array
}

const bits = 64n
const halves = (question: string): readonly [bigint, bigint] => [BigInt(`0x${question.slice(0, 16)}`), BigInt(`0x${question.slice(16)}`)]

/** @param missed Questions (hex) with their revisions, sorted by question. */
export function missedTable(missed: readonly (readonly [question: string, revision: number])[]): MissedTable {
  const questions = new BigUint64Array(new SharedArrayBuffer(16 * missed.length))
  const revisions = new Uint32Array(new SharedArrayBuffer(4 * missed.length))
  for (const [place, [question, revision]] of missed.entries()) {
    questions.set(halves(question), 2 * place)
    revisions[place] = revision
  }
  return { questions, revisions }
}

/** The revision with which a hash had no match; undefined where it was never tried. */
export function missedIn({ questions, revisions }: MissedTable, question: string): number | undefined {
  const [first, second] = halves(question)
  const wanted = (first << bits) | second
  let [low, high] = [0, revisions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (((questions[2 * middle]! << bits) | questions[2 * middle + 1]!) < wanted) low = middle + 1
    else high = middle
  }
  return questions[2 * low] === first && questions[2 * low + 1] === second ? revisions[low] : undefined
}
