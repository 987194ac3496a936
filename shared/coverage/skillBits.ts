/** The skills of many people: a bit for each skill by its place, `wordsFor(skills)` words for each person, one person after the other. */
export type SkillBits = Uint32Array

/** The number of words that have a bit for each skill. */
export const wordsFor = (skills: number): number => (skills + 31) >>> 5

/** The bits of some skills: words and their places among a person's words. Words without a bit are left out. */
export interface SkillMask {
  readonly words: readonly number[]
  readonly bits: readonly number[]
}

/**
 * The bits of these skills and of all above them: a holder of a skill holds each branch above it.
 *
 * @param parents The place of each skill's parent; -1 for one without.
 */
export function maskOf(skills: Iterable<number>, parents: readonly number[]): SkillMask {
  const masks = new Map<number, number>()
  for (const skill of skills) {
    for (let place = skill; place >= 0; place = parents[place]!) masks.set(place >>> 5, (masks.get(place >>> 5) ?? 0) | (1 << (place & 31)))
  }
  return { words: [...masks.keys()], bits: [...masks.values()] }
}

/** Whether the person holds the skill. @param words The result of `wordsFor`. */
export const holds = (bits: SkillBits, words: number, person: number, skill: number): boolean =>
  (bits[person * words + (skill >>> 5)]! & (1 << (skill & 31))) !== 0

/** Whether the person holds any skill. */
export function holdsAny(bits: SkillBits, words: number, person: number): boolean {
  for (let at = person * words; at < (person + 1) * words; at += 1) if (bits[at] !== 0) return true
  return false
}
