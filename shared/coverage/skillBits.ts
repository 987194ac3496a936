/** Which skills each of many people holds: a bit for each skill by its place, `wordsFor(skills)` words for each person, one person after the other. */
export type SkillBits = Uint32Array

/** How many words hold a bit for each skill. */
export const wordsFor = (skills: number): number => (skills + 31) >>> 5

/** The bits of some skills, as words of a person's share with their place in it. Words without a bit are left out. */
export interface SkillMask {
  readonly words: readonly number[]
  readonly bits: readonly number[]
}

/**
 * The bits of these skills and of all above them: who holds a skill holds each branch it stands under.
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

/** Does the person hold the skill? @param words As `wordsFor` has it. */
export const holds = (bits: SkillBits, words: number, person: number, skill: number): boolean =>
  (bits[person * words + (skill >>> 5)]! & (1 << (skill & 31))) !== 0

/** Does the person hold any skill at all? */
export function holdsAny(bits: SkillBits, words: number, person: number): boolean {
  for (let at = person * words; at < (person + 1) * words; at += 1) if (bits[at] !== 0) return true
  return false
}
